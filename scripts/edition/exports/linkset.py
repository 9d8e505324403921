"""In: the edition. Out: every typed link of every page in one file, as RFC 9264 (linkset) has it in JSON."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import partial
from typing import Any

from edition.citing.self_citation import absolute
from edition.model import Edition, Page
from edition.model.files.tables import json_bytes
from edition.site.page_metadata import LINKSET, links


def _context(edition: Edition, page: Page) -> dict[str, Any]:
    relations: dict[str, list[dict[str, str]]] = defaultdict(list)
    for link in links(edition, page):
        target = {"href": absolute(edition, link.address) if link.within else link.address}
        relations[link.rel].append(target | ({"type": link.type} if link.type else {}))
    return {"anchor": absolute(edition, page.address), **relations}


def linkset(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """One file; none where it is not known where the site will stand, since a linkset's addresses are absolute."""
    return {LINKSET: partial(_linkset, edition)} if edition.project.site_url else {}


def _linkset(edition: Edition) -> bytes:
    return json_bytes({"linkset": [_context(edition, page) for page in edition.pages]})
