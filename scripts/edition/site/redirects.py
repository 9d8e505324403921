"""What stands at an address that was published and has moved: an anchor, a line, or a page."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.html
from lxml.html import HtmlElement
from markupsafe import Markup

from edition.model import Edition
from edition.site.context import PageView
from edition.site.relative_links import relative_address
from edition.site.templates import fill

_ONLY_ITEMS = ("dl", "ol", "table", "tbody", "thead", "tr", "ul")
"""Elements that hold no text themselves."""


def moved_places(view: PageView, root: HtmlElement) -> Markup:
    """The old anchors of a page, each with a link to the new place; empty where none moved.

    One whose new place is on the same page is set there instead, where nobody sees it, in the HTML
    of the page below `root`.
    """
    here, moved = view.page.address, []
    by_id = {element.get("id"): element for element in root.iter("*") if element.get("id")}
    for source, target in _moves(view.edition):
        address, _, anchor = source.partition("#")
        if not anchor or address != here:
            continue
        there, _, place = target.partition("#")
        if there == here and place in by_id:
            _set_anchor(by_id[place], anchor)
        else:
            link = relative_address(here, target)
            moved.append((anchor, link, _label(view.edition, target)))
    return view.fill("moved-places", moved=moved) if moved else Markup("")


def _moves(edition: Edition) -> Iterator[tuple[str, str]]:
    """The old and the new address of each redirect, below the site's root."""
    for redirect in edition.redirects:
        yield redirect.source.removeprefix("/"), redirect.target.removeprefix("/")


def _set_anchor(element: HtmlElement, anchor: str) -> None:
    """Give a second id to an element: a list or a table gets it in its first item or cell."""
    while element.tag in _ONLY_ITEMS and len(element):
        element = element[0]
    mark = lxml.html.Element("span", {"id": anchor, "class": "moved-anchor"})
    mark.tail, element.text = element.text, None
    element.insert(0, mark)


def moved_pages(edition: Edition) -> dict[str, str]:
    """For each page that moved, the file at its old address, and HTML that leads on by itself."""
    return {
        f"{source}index.html": fill(
            "moved-page", address=relative_address(source, target), label=_label(edition, target)
        )
        for source, target in _moves(edition)
        if source.endswith("/") and "#" not in source
    }


def _label(edition: Edition, address: str) -> str:
    """The name of the page at an address; the address where there is none."""
    path = address.partition("#")[0]
    return next((page.label for page in edition.pages if page.address == path), address)
