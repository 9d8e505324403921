"""Writes the typed links of all pages in one file: a linkset in JSON (RFC 9264)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial

from edition.citing.self_citation import absolute
from edition.citing.typed_links import LINKSET, typed_links
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


def _linkset(edition: Edition) -> bytes:
    return json_bytes({"linkset": [_page(edition, page) for page in edition.pages]})


def linkset(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """The file; none where the site's own address is unknown, since a linkset's are absolute."""
    return {LINKSET: partial(_linkset, edition)} if edition.project.site_url else {}
