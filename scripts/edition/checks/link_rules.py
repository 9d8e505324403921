"""Rules for the links within the edition. The link check asks for the addresses outside."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from edition.checks.anchors import open_ended, own_anchors
from edition.checks.nearest import did_you_mean
from edition.model import Edition, Page
from edition.model.files.picture import picture_suffix
from edition.model.pages.blocks import Link
from edition.problem import Location, Problems

_GENERATED_IDS = frozenset({"editorial-notes", "terms-of-this-page", "works-cited"})
"""Ids of what the edition adds at the foot of a page."""
_GENERATED_FOLDERS = frozenset({"downloads", "assets"})
_GENERATED_FILES = frozenset({"sitemap.xml", "404.html", "feed.xml", "linkset.json", "llms.txt"})


def missing_page(edition: Edition) -> Problems:
    """A link inside the edition leads to a page or a file that exists.

    It is written as the path of the Markdown file, either from the page that holds it
    (`../background.md`) or from docs/ (`/background.md`).
    """
    for page, link, path, leads_to in _inner_links(edition):
        # What is above docs/ is not known here.
        if leads_to is None and not path.startswith("..") and not _is_there(edition, path):
            is_host = link.target.startswith("www.")
            otherwise = f"Write 'https://{link.target}'." if is_host else "Correct the path."
            yield (
                link_location(page, link),
                f"'{link.target}' leads to no page or file of the edition.",
                did_you_mean(path, edition.by_path, otherwise, "/"),
            )


def missing_image(edition: Edition) -> Problems:
    """An image of a page is a file below docs/. It is written as the path from the page's file."""
    hint = "Put the file into docs/, or correct the path."
    for page in edition.pages:
        images = _images(page)
        missing = [image for image, path in images if not _is_there(edition, path)]
        yield from _faulty_images(page, missing, "is not there", hint)


def unreadable_image(edition: Edition) -> Problems:
    """An image is a PNG, JPEG, GIF, WebP or SVG file that can be read to its end.

    An SVG has a size, and no pictures from elsewhere in it. Where an image cannot be shown, PDF
    and EPUB have its description instead.
    """
    hint = "Save it as PNG, JPEG or SVG."
    for page in edition.pages:
        images = _images(page)
        unread = [
            image
            for image, path in images
            if _is_there(edition, path) and not _is_picture(_file(edition, path))
        ]
        yield from _faulty_images(page, unread, "cannot be shown", hint)


def _faulty_images(page: Page, images: list[Link], what: str, hint: str) -> Problems:
    """One fault for all images of a page with which the same is wrong."""
    for first in images[:1]:
        more = f", nor {len(images) - 1} more" if len(images) > 1 else ""
        yield (
            link_location(page, first),
            f"the image '{unquote(first.target)}' {what}{more}.",
            hint,
        )


def _is_picture(file: Path) -> bool:
    """Whether it can be shown; what the build writes is not there yet, and in no book."""
    return file.is_file() and bool(picture_suffix(file.read_bytes()))


def missing_anchor(edition: Edition) -> Problems:
    """A link to a place in a page (`background.md#p1a`) names an id of that page."""
    anchors = cache(lambda path: own_anchors(edition, edition.by_path[path]) | _GENERATED_IDS)
    for page, link, _, leads_to in _inner_links(edition):
        anchor = unquote(link.target.partition("#")[2])
        if not leads_to or not anchor or open_ended(leads_to):
            continue
        known = anchors(leads_to.path)
        if anchor not in known:
            yield (
                link_location(page, link),
                f"'{link.target}' names the id '{anchor}', which is not in {leads_to.path}.",
                did_you_mean(anchor, known - _GENERATED_IDS, "Correct the id.", "#"),
            )


def link_location(page: Page, link: Link) -> Location:
    """The line of a link: of its address, or of its words if the address is written elsewhere."""
    written = (link.target, unquote(link.target))
    return page.location_of(next((one for one in written if one in page.body), link.text))


def _inner_links(edition: Edition) -> Iterator[tuple[Page, Link, str, Page | None]]:
    """The links that stay within the edition: page, link, path, and the page that it leads to.

    The path is what the link names, below docs/ or below the site's root; empty for the page
    itself. It leads to no page where there is none, and where it names a file.
    """
    by_address = {page.address: page for page in edition.pages}
    for page in edition.pages:
        for link in page.links:
            if not _leads_outside(link.target):
                path = _path(link, page)
                found = edition.by_path.get(path) or by_address.get(_address(path))
                yield page, link, path, found if path else page


def _images(page: Page) -> list[tuple[Link, str]]:
    """The images of a page that are not elsewhere on the web, each once, and their paths."""
    images = {image.target: image for image in page.images if not _leads_outside(image.target)}
    return [(image, _path(image, page)) for image in images.values()]


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
    # A link in Markdown starts from the file, an address in raw HTML from the published page.
    in_markdown = posixpath.splitext(path)[1] and f"({link.target}" in page.body
    start = posixpath.dirname(page.path) if in_markdown else page.address
    return posixpath.normpath(posixpath.join(start, path)).lstrip("/") or "."


def _address(path: str) -> str:
    if path in (".", "index.html"):
        return ""
    return path.removesuffix("/index.html").rstrip("/") + "/"


def _is_there(edition: Edition, path: str) -> bool:
    """Whether it is a file of docs/, or one that the build writes."""
    return (
        path.split("/")[0] in _GENERATED_FOLDERS
        or path in _GENERATED_FILES
        or (not path.startswith("..") and _file(edition, path).is_file())
    )


def _file(edition: Edition, path: str) -> Path:
    return edition.project.root / edition.project.docs / path
