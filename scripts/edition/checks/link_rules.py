"""Rules of the links inside the edition. Addresses outside are asked by the link checker, not here."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote, urlsplit

from edition.checks.anchors import open_ended, own_anchors
from edition.checks.nearest import did_you_mean
from edition.model import Edition, Page
from edition.model.pages.link import Link
from edition.problem import Problem

_FOOT = frozenset({"editorial-notes", "terms-of-this-page", "works-cited"})
"""Ids of what the machine sets at the foot of a page."""


def missing_page(edition: Edition) -> Iterator[Problem]:
    """A link inside the edition leads to a page or a file that is there.

    It is written as the path of the Markdown file, from the page that holds it (`../background.md`) or from docs/
    (`/background.md`).
    """
    by_address = {page.address: page for page in edition.pages}
    for page in edition.pages:
        for link in page.links:
            path = _path(link, page)
            if path and _page(path, edition, by_address) is None and not _is_file(path, edition):
                hint = did_you_mean(path, edition.by_path, "Correct the path.", "/")
                yield Problem(
                    _place(page, link),
                    "missing-page",
                    f"'{link.target}' leads to no page or file of the edition.",
                    hint,
                )


def missing_anchor(edition: Edition) -> Iterator[Problem]:
    """A link to a place in a page (`background.md#p1a`) names an id that stands there."""
    by_address = {page.address: page for page in edition.pages}
    known = cache(lambda path: own_anchors(edition, edition.by_path[path]))
    for page in edition.pages:
        for link in page.links:
            anchor = unquote(link.target.partition("#")[2])
            if not anchor or _outside(link.target):
                continue
            path = _path(link, page)
            target = _page(path, edition, by_address) if path else page
            if (
                target
                and anchor not in known(target.path)
                and anchor not in _FOOT
                and not open_ended(target)
            ):
                hint = did_you_mean(anchor, known(target.path), "Correct the id.", "#")
                yield Problem(
                    _place(page, link),
                    "missing-anchor",
                    f"'{link.target}' names the id '{anchor}', which is not in {target.path}.",
                    hint,
                )


def _outside(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


def _path(link: Link, page: Page) -> str:
    """The path below docs/ or below the site's root that a link names; empty for one that stays or leads outside."""
    target = link.target.strip()
    if _outside(target):
        return ""
    path = unquote(target.partition("#")[0].partition("?")[0])
    if not path or "\0" in path:
        return ""
    if path.startswith("/"):
        return posixpath.normpath(path.lstrip("/") or ".")
    # Markdown's links start from the file; addresses in raw HTML start from the published page.
    start = (
        posixpath.dirname(page.path)
        if posixpath.splitext(path)[1] and f"({link.target}" in page.body
        else page.address
    )
    return posixpath.normpath(posixpath.join(start, path))


def _page(path: str, edition: Edition, by_address: dict[str, Page]) -> Page | None:
    address = (
        "" if path in (".", "index.html") else path.removesuffix("/index.html").rstrip("/") + "/"
    )
    return edition.by_path.get(path) or by_address.get(address)


def _is_file(path: str, edition: Edition) -> bool:
    """Whether a file of docs/ is meant, or one that the site's own machine writes."""
    if (edition.project.root / edition.project.docs / path).is_file():
        return True
    return (
        path.split("/")[0] in ("downloads", "assets")
        or path in ("sitemap.xml", "404.html", "feed.xml", "linkset.json", "llms.txt")
        or path.startswith("..")
    )


def _place(page: Page, link: Link):
    return page.location_of(link.target if link.target in page.body else link.text)


RULES = [missing_page, missing_anchor]
