"""In: the edition. Out: llms.txt (llmstxt.org): what there is for a program that reads text, with links to the pages' JSON twins."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from urllib.parse import urlsplit

from edition.citing.self_citation import (
    absolute,
    edition_fact,
    edition_title,
    license_address,
    page_title,
)
from edition.exports.page_json import twin_address
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


def _line(edition: Edition, address: str, name: str, said: str) -> str:
    return f"- [{name}]({absolute(edition, address) or address})" + (f": {said}" if said else "")


def _page(edition: Edition, page: Page) -> str:
    return _line(
        edition,
        twin_address(page),
        page_title(edition, page),
        str(page.meta.get("description") or ""),
    )


def llms_txt(edition: Edition) -> bytes:
    """Title, what kind of text it is, the pages and the data."""
    paper = edition.paper
    authors = ", ".join(author.name for author in paper.authors)
    version = edition_fact(edition, "version")
    text = [f"# {edition_title(edition)}", ""]
    what = f"A restatement, paragraph for paragraph, of {paper.title} by {authors} ({paper.year or 'undated'})."
    text += [f"> {what} The argument is the authors'; the wording is the edition's.", ""]
    text += [
        f"Version {version}." if version else "",
        f"License of the wording: {license_address(edition)}" if license_address(edition) else "",
    ]
    text += [
        "Cite the paper for its argument, with section and paragraph; cite this edition for its wording and its notes, with version and address.",
        "",
    ]
    text += [
        "## Text",
        "",
        *(_page(edition, page) for page in edition.pages if page.section or not page.address),
        "",
    ]
    text += [
        "## Data",
        "",
        *(_line(edition, address, address, said) for address, said in DATA.items()),
        "",
    ]
    text += [
        "## Optional",
        "",
        *(_page(edition, page) for page in edition.pages if page.address and not page.section),
    ]
    return ("\n".join(text) + "\n").encode()


def robots_txt(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """Where the sitemap is. Only at a host's root: robots look nowhere else, and a project's site often stands below one."""
    if not edition.project.site_url or urlsplit(edition.project.site_url).path.strip("/"):
        return {}
    return {"robots.txt": partial(_robots, edition)}


def _robots(edition: Edition) -> bytes:
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(edition, 'sitemap.xml')}\n".encode()
