"""Rules for the links within the edition. The link check asks for the addresses outside."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from edition.checks.anchors import open_ended, own_anchors
from edition.checks.nearest import did_you_mean
from edition.model import Edition, Page
from edition.model.files.picture import picture_suffix
from edition.model.pages.link import Link
from edition.problem import Location, Problem, Problems

_GENERATED_IDS = frozenset({"editorial-notes", "terms-of-this-page", "works-cited"})
"""Ids of what the edition adds at the foot of a page."""
_GENERATED_FOLDERS = frozenset({"downloads", "assets"})
_GENERATED_FILES = frozenset({"sitemap.xml", "404.html", "feed.xml", "linkset.json", "llms.txt"})


@dataclass
class _InnerLink:
    """A link from `page` that stays within the edition.

    `path` is what it names, below docs/ or below the site's root; empty for the page itself.
    `target` is the page that it leads to; None for a file, or where there is no such page.
    """

    page: Page
    link: Link
    path: str
    target: Page | None
    is_image: bool = False

    @property
    def anchor(self) -> str:
        return unquote(self.link.target.partition("#")[2])


def missing_page(edition: Edition) -> Problems:
    """A link inside the edition leads to a page or a file that exists.

    It is written as the path of the Markdown file, either from the page that holds it
    (`../background.md`) or from docs/ (`/background.md`).
    """
    for inner in _inner_links(edition):
        if inner.target is None and not _is_file(inner, edition):
            target = inner.link.target
            is_host = target.startswith("www.")
            otherwise = f"Write 'https://{target}'." if is_host else "Correct the path."
            yield Problem(
                link_location(inner.page, inner.link),
                "missing-page",
                f"'{target}' leads to no page or file of the edition.",
                did_you_mean(inner.path, edition.by_path, otherwise, "/"),
            )


def missing_image(edition: Edition) -> Problems:
    """An image of a page is a file below docs/. It is written as the path from the page's file."""
    for inners in _images_by_page(edition):
        missing = [inner for inner in inners if not _is_file(inner, edition)]
        hint = "Put the file into docs/, or correct the path."
        yield from _told_once(missing, "missing-image", "is not there", hint)


def unreadable_image(edition: Edition) -> Problems:
    """An image is a PNG, JPEG, GIF, WebP or SVG file that can be read to its end.

    An SVG has a size, and no pictures from elsewhere in it. Where an image cannot be shown, PDF
    and EPUB have its description instead.
    """
    docs = edition.project.root / edition.project.docs
    for inners in _images_by_page(edition):
        files = [(inner, docs / inner.path) for inner in inners if _is_file(inner, edition)]
        unread = [inner for inner, file in files if not picture_suffix(_data(file))]
        hint = "Save it as PNG, JPEG or SVG."
        yield from _told_once(unread, "unreadable-image", "cannot be shown", hint)


def _told_once(inners: list[_InnerLink], rule: str, what: str, hint: str) -> Problems:
    """One problem for all images of a page with which the same is wrong."""
    if inners:
        first = inners[0]
        more = f", nor {len(inners) - 1} more" if len(inners) > 1 else ""
        message = f"the image '{unquote(first.link.target)}' {what}{more}."
        yield Problem(link_location(first.page, first.link), rule, message, hint)


def _data(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def missing_anchor(edition: Edition) -> Problems:
    """A link to a place in a page (`background.md#p1a`) names an id of that page."""
    anchors = cache(lambda path: own_anchors(edition, edition.by_path[path]))
    for inner in _inner_links(edition):
        target, anchor = inner.target, inner.anchor
        if target is None or not anchor or anchor in _GENERATED_IDS or open_ended(target):
            continue
        known = anchors(target.path)
        if anchor not in known:
            yield Problem(
                link_location(inner.page, inner.link),
                "missing-anchor",
                f"'{inner.link.target}' names the id '{anchor}', which is not in {target.path}.",
                did_you_mean(anchor, known, "Correct the id.", "#"),
            )


def link_location(page: Page, link: Link) -> Location:
    """The line of a link: of its address, or of its words if the address is written elsewhere."""
    written = (link.target, unquote(link.target))
    return page.location_of(next((one for one in written if one in page.body), link.text))


def _inner_links(edition: Edition) -> Iterator[_InnerLink]:
    by_address = {page.address: page for page in edition.pages}
    for page in edition.pages:
        for link in page.links:
            if _leads_outside(link.target):
                continue
            path = _path(link, page)
            found = edition.by_path.get(path) or by_address.get(_address(path))
            yield _InnerLink(page, link, path, target=found if path else page)


def _images_by_page(edition: Edition) -> Iterator[list[_InnerLink]]:
    """The images of each page that are not elsewhere on the web, each once."""
    for page in edition.pages:
        images = {image.target: image for image in page.images if not _leads_outside(image.target)}
        yield [
            _InnerLink(page, image, _path(image, page), target=None, is_image=True)
            for image in images.values()
        ]


def _leads_outside(target: str) -> bool:
    try:
        parts = urlsplit(target)
    except ValueError:
        return True
    return bool(parts.scheme or parts.netloc)


def _path(link: Link, page: Page) -> str:
    """The path below docs/ or below the site's root that a link names."""
    path = unquote(link.target.strip().partition("#")[0].partition("?")[0])
    if not path or "\0" in path:
        return ""
    if path.startswith("/"):
        return posixpath.normpath(path.lstrip("/") or ".")
    # A link in Markdown starts from the file, an address in raw HTML from the published page.
    in_markdown = posixpath.splitext(path)[1] and f"({link.target}" in page.body
    start = posixpath.dirname(page.path) if in_markdown else page.address
    return posixpath.normpath(posixpath.join(start, path))


def _address(path: str) -> str:
    if path in (".", "index.html"):
        return ""
    return path.removesuffix("/index.html").rstrip("/") + "/"


def _is_file(inner: _InnerLink, edition: Edition) -> bool:
    """Whether it is a file of docs/, one that the build writes, or above the site's root.

    A picture above the root is not published, and the books cannot read it.
    """
    path = inner.path
    if path.startswith(".."):
        return not inner.is_image
    return (
        path.split("/")[0] in _GENERATED_FOLDERS
        or path in _GENERATED_FILES
        or (edition.project.root / edition.project.docs / path).is_file()
    )


RULES = [missing_page, missing_image, unreadable_image, missing_anchor]
