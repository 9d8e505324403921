"""Writes addresses.json: every page with the ids of its paragraphs, and where old pages went.

The page for an unknown address looks there for the nearest one. Nothing else reads the file.
"""

from __future__ import annotations

from edition.model import Edition, Page
from edition.model.files.tables import json_bytes


def _page(page: Page) -> dict[str, object]:
    return {
        "title": page.title,
        "section": page.section,
        "paragraphs": [paragraph.id for paragraph in page.paragraphs if paragraph.id],
    }


def addresses_json(edition: Edition) -> bytes:
    """`{"pages": {address: …}, "moved": {old address: new address}}`, below the site's root."""
    moved = {}
    for redirect in edition.redirects:
        if "#" not in redirect.source:
            moved[redirect.source.removeprefix("/")] = redirect.target.removeprefix("/")
    pages = {page.address: _page(page) for page in edition.pages}
    return json_bytes({"pages": pages, "moved": moved})
