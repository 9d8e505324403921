"""Writes the typed links of all pages in one file: a linkset in JSON (RFC 9264)."""

from __future__ import annotations

from collections import defaultdict

from edition.citing.self_citation import absolute
from edition.citing.typed_links import typed_links
from edition.model import Edition, Page
from edition.model.files.tables import json_bytes


def _page(edition: Edition, page: Page) -> dict[str, object]:
    relations: dict[str, list[dict[str, str]]] = defaultdict(list)
    for link in typed_links(edition, page):
        target = {"href": absolute(edition, link.address) if link.within else link.address}
        if link.type:
            target["type"] = link.type
        relations[link.rel].append(target)
    return {"anchor": absolute(edition, page.address), **relations}


def linkset(edition: Edition) -> bytes:
    """The links of an edition whose address is known."""
    return json_bytes({"linkset": [_page(edition, page) for page in edition.pages]})
