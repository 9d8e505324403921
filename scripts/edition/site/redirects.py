"""In: where published addresses went. Out: a line at each old place, and a page at each old page's address."""

from __future__ import annotations

from markupsafe import Markup

from edition.model import Edition, Page
from edition.site.context import Context, Generated
from edition.site.relative_links import relative_address
from edition.site.templates import fill


def _address(written: str) -> str:
    return written.removeprefix("/")


def _label(edition: Edition, address: str) -> str:
    page = next(
        (page for page in edition.pages if page.address == _address(address).partition("#")[0]),
        None,
    )
    return f"{page.section} {page.title}".strip() if page else address


def moved_places(context: Context, page: Page) -> Generated:
    """For each place of a page that went elsewhere, its old anchor with a link to the new one; empty where none did."""
    moved = []
    for redirect in context.edition.redirects:
        path, hash_sign, anchor = _address(redirect.source).partition("#")
        if hash_sign and path == page.address:
            moved.append(
                (
                    anchor,
                    relative_address(page.address, _address(redirect.target)),
                    _label(context.edition, redirect.target),
                )
            )
    return Generated(
        fill("moved-places", moved=moved) if moved else Markup(""),
        frozenset(anchor for anchor, _, _ in moved),
    )


def moved_pages(edition: Edition) -> dict[str, str]:
    """For each page that went elsewhere, the file at its old address and the HTML that leads on, without a script."""
    pages = {}
    for redirect in edition.redirects:
        old = _address(redirect.source)
        if old and "#" not in old and old.endswith("/"):
            pages[f"{old}index.html"] = fill(
                "moved-page",
                address=relative_address(old, _address(redirect.target)),
                label=_label(edition, redirect.target),
            )
    return pages
