"""Writes llms.txt (llmstxt.org): a guide for programs that read text, and robots.txt."""

from __future__ import annotations

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
from edition.exports.changes_feed import TEMPLATES
from edition.model import Edition

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


def llms_txt(edition: Edition) -> bytes:
    """Title, what kind of text it is, the pages as data, the data files, and the works cited."""
    text = TEMPLATES.fill(
        "llms.txt",
        edition=edition,
        title=edition_title(edition),
        voice=voice(edition.paper),
        version=edition_version(edition),
        license=license_address(edition),
        texts=[page for page in edition.pages if is_text(page)],
        others=[page for page in edition.pages if not is_text(page)],
        data=DATA | (EVIDENCE if edition.evidence else {}),
        # Those that are on the web, each by its DOI or its address.
        works=[work for work in edition.paper_references if work.address],
        place=lambda address: absolute(edition, address) or address,
        page_title=page_title,
        twin_address=twin_address,
    )
    return text.encode()


def is_at_root(edition: Edition) -> bool:
    """Whether the site is at its host's root: robots look nowhere else."""
    site = edition.project.site_url
    return bool(site) and not urlsplit(site).path.strip("/")


def robots_txt(edition: Edition) -> bytes:
    """A file that says where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {absolute(edition, 'sitemap.xml')}\n".encode()
