"""Writes llms.txt (llmstxt.org): a guide for programs that read text, and robots.txt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from urllib.parse import urlsplit

from edition.citing.self_citation import (
    absolute,
    edition_title,
    edition_version,
    is_text,
    license_address,
    page_title,
    voice,
)
from edition.citing.typed_links import twin_address
from edition.model import Edition, Page

DATA = {
    "downloads/paper.json": "the paper, CSL-JSON",
    "downloads/references.json": "the works that the paper cites, CSL-JSON",
    "downloads/editors.json": "the works that the editorial notes cite, CSL-JSON",
    "downloads/concordance.json": "printed numbers, works and places",
    "downloads/notes.json": "editorial notes: what the record says, with sources",
    "downloads/names.json": "names in the text",
    "downloads/timeline.json": "dated events",
}
EVIDENCE = {"downloads/evidence.json": "what the cited source says, for each printed number"}
HOW_TO_CITE_ITSELF = "Cite the paper with section and paragraph, version and address."
HOW_TO_CITE = (
    "Cite the paper for its argument, with section and paragraph; cite this edition for its"
    " wording and its notes, with version and address."
)


def _line(edition: Edition, address: str, name: str, description: str) -> str:
    link = f"- [{name}]({absolute(edition, address) or address})"
    return f"{link}: {description}" if description else link


def _pages(edition: Edition, pages: Iterable[Page]) -> list[str]:
    return [
        _line(edition, twin_address(page), page_title(edition, page), page.description)
        for page in pages
    ]


def _about(edition: Edition) -> list[str]:
    paper, version, license = edition.paper, edition_version(edition), license_address(edition)
    kind = "A restatement, paragraph for paragraph, of " if paper.edition.restates else ""
    authors = ", ".join(author.name for author in paper.named_authors)
    return [
        f"> {kind}{paper.title} by {authors} ({paper.year or 'undated'}). {voice(paper)}",
        "",
        f"Version {version}." if version else "",
        f"License of the wording: {license}" if license else "",
        HOW_TO_CITE if paper.edition.restates else HOW_TO_CITE_ITSELF,
    ]


def _works(edition: Edition) -> list[str]:
    """The works that the paper cites and that are on the web, each by its DOI or its address."""
    return [
        f"- [{work.short}]({work.address}): {work.full_title or work.key}"
        for work in edition.paper_references
        if work.address
    ]


def llms_txt(edition: Edition) -> bytes:
    """Title, what kind of text it is, the pages as data, the data files, and the works cited."""
    texts = [page for page in edition.pages if is_text(page)]
    others = [page for page in edition.pages if not is_text(page)]
    files = DATA | (EVIDENCE if edition.evidence else {})
    data = [_line(edition, address, address, what) for address, what in files.items()]
    lines = [f"# {edition_title(edition)}", "", *_about(edition)]
    lines += ["", "## Text", "", *_pages(edition, texts)]
    lines += ["", "## Data", "", *data]
    works = _works(edition)
    lines += ["", "## Works cited", "", *works] if works else []
    lines += ["", "## Optional", "", *_pages(edition, others)]
    return ("\n".join(lines) + "\n").encode()


def _robots(edition: Edition) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(edition, 'sitemap.xml')}\n".encode()


def robots_txt(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """A file that says where the sitemap is.

    Only where the site is at its host's root: robots look nowhere else.
    """
    site = edition.project.site_url
    is_at_root = bool(site) and not urlsplit(site).path.strip("/")
    return {"robots.txt": partial(_robots, edition)} if is_at_root else {}
