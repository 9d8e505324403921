"""In: the edition. Out: addresses.json: every page with its title and the ids of its paragraphs, and where old pages went.

The page for an unknown address looks there for the nearest one, and nothing else does.
"""

from __future__ import annotations

from edition.model import Edition
from edition.model.files.tables import json_bytes


def addresses_json(edition: Edition) -> bytes:
    """`{"pages": {address: {"title", "section", "paragraphs"}}, "moved": {old address: new address}}`, addresses below the site's root."""
    pages = {
        page.address: {
            "title": page.title,
            "section": page.section,
            "paragraphs": [paragraph.id for paragraph in page.paragraphs if paragraph.id],
        }
        for page in edition.pages
    }
    moved = {
        redirect.source.removeprefix("/"): redirect.target.removeprefix("/")
        for redirect in edition.redirects
        if "#" not in redirect.source
    }
    return json_bytes({"pages": pages, "moved": moved})
