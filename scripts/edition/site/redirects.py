"""What stands at an address that was published and has moved: a line in a page, or a page."""

from __future__ import annotations

from markupsafe import Markup

from edition.model import Edition, Page
from edition.site.context import Context, Generated
from edition.site.relative_links import relative_address
from edition.site.templates import fill


def moved_places(context: Context, page: Page) -> Generated:
    """The old anchors of a page, each with a link to the new place; empty where none moved."""
    moved = []
    for redirect in context.edition.redirects:
        address, hash_sign, anchor = redirect.source.removeprefix("/").partition("#")
        if hash_sign and address == page.address:
            target = redirect.target.removeprefix("/")
            link = relative_address(page.address, target)
            moved.append((anchor, link, _label(context.edition, target)))
    if not moved:
        return Generated(Markup(""))
    html = fill("moved-places", moved=moved)
    return Generated(html, frozenset(anchor for anchor, _, _ in moved))


def moved_pages(edition: Edition) -> dict[str, str]:
    """For each page that moved, the file at its old address, and HTML that leads on by itself."""
    pages: dict[str, str] = {}
    for redirect in edition.redirects:
        source = redirect.source.removeprefix("/")
        target = redirect.target.removeprefix("/")
        if source.endswith("/") and "#" not in source:
            link, label = relative_address(source, target), _label(edition, target)
            pages[f"{source}index.html"] = fill("moved-page", address=link, label=label)
    return pages


def _label(edition: Edition, address: str) -> str:
    """The name of the page at an address; the address where there is none."""
    path = address.partition("#")[0]
    for page in edition.pages:
        if page.address == path:
            return page.label
    return address
