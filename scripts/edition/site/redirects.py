"""What stands at an address that was published and has moved: an anchor, a line, or a page."""

from __future__ import annotations

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
    edition, page, moved = view.edition, view.page, []
    by_id = {element.get("id"): element for element in root.iter("*") if element.get("id")}
    for redirect in edition.redirects:
        address, hash_sign, anchor = redirect.source.removeprefix("/").partition("#")
        if not hash_sign or address != page.address:
            continue
        target = redirect.target.removeprefix("/")
        there, _, place = target.partition("#")
        if there == page.address and place in by_id:
            _set_anchor(by_id[place], anchor)
        else:
            link = relative_address(page.address, target)
            moved.append((anchor, link, _label(edition, target)))
    return view.fill("moved-places", moved=moved) if moved else Markup("")


def _set_anchor(element: HtmlElement, anchor: str) -> None:
    """Give a second id to an element: a list or a table gets it in its first item or cell."""
    while element.tag in _ONLY_ITEMS and len(element):
        element = element[0]
    mark = lxml.html.Element("span", {"id": anchor, "class": "moved-anchor"})
    mark.tail, element.text = element.text, None
    element.insert(0, mark)


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
