"""Rules of the HTML that a page renders to: an allow list, not a list of what is known to be bad."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import html5lib
import lxml.html

from edition.model import Edition, Page
from edition.problem import Location, Problem

ELEMENTS = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins "
    "kbd li mark ol p pre q rp rt ruby s samp small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr x-citation".split()
)
ATTRIBUTES = frozenset(
    "abbr align alt cite class colspan datetime dir headers height href hreflang id lang loading markdown open reversed role rowspan scope "
    "span src start title translate type value width inside style".split()
)
_STYLES = re.compile(r"\s*text-align:\s*(?:left|right|center)\s*;?\s*")
_ADDRESSES = (
    "href",
    "src",
    "cite",
    "srcset",
    "action",
    "formaction",
    "data",
    "poster",
    "background",
    "longdesc",
)
_SCHEMES = frozenset(("", "http", "https", "mailto"))
_RAW = re.compile(r"<[A-Za-z/!?]")


def raw_html(edition: Edition) -> Iterator[Problem]:
    """HTML in a page is text: paragraphs, lists, tables, quotations, emphasis, links and images, with no scripts or styles of its own.

    Refused are script, style, iframe, object, embed, form, svg and all others that are not on the list, event handlers such as
    `onclick`, and attributes not on it. Write it in Markdown.
    """
    for page in edition.pages:
        for element in _elements(page):
            name = str(element.tag)
            if name not in ELEMENTS:
                yield Problem(
                    _place(page, element),
                    "raw-html",
                    f"'<{name}>' may not stand in a page.",
                    "Write it in Markdown, or take it out.",
                )
                continue
            for attribute, value in element.attrib.items():
                known = attribute in ATTRIBUTES or re.fullmatch(
                    r"(?:aria|data)-[a-z][a-z-]*", attribute
                )
                if not known or (
                    attribute == "style" and not (name in ("td", "th") and _STYLES.fullmatch(value))
                ):
                    yield Problem(
                        _place(page, element),
                        "raw-html",
                        f"'{attribute}' of '<{name}>' may not stand in a page.",
                        "Take it out.",
                    )


def dangerous_address(edition: Edition) -> Iterator[Problem]:
    """A link or image has an address of the web, of the edition or of a mailbox; never `javascript:`, `data:`, `vbscript:`, `file:`."""
    for page in edition.pages:
        for element in _elements(page):
            for value in filter(None, map(element.get, _ADDRESSES)):
                scheme = _scheme(value)
                if scheme not in _SCHEMES:
                    said = f"'{_cleaned(value)[:60]}' begins with '{scheme}:'."
                    yield Problem(
                        _place(page, element),
                        "dangerous-address",
                        said,
                        "Give an address of the web that begins with 'https://'.",
                    )


def outside_image(edition: Edition) -> Iterator[Problem]:
    """An image is a file of the edition: one from elsewhere tells its host who reads the page, and may change or go."""
    for page in edition.pages:
        for element in _elements(page):
            source = _cleaned(element.get("src") or "") if element.tag == "img" else ""
            if _scheme(source) or source.replace("\\", "/").startswith("//"):
                said = f"the image '{source[:80]}' is not of this edition."
                yield Problem(
                    _place(page, element),
                    "outside-image",
                    said,
                    "Put the file beside the page and link to that.",
                )


def _cleaned(address: str) -> str:
    """As a browser reads it (WHATWG URL, "basic URL parser"): without control characters, tabs and line ends."""
    return re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(33))))


def _scheme(address: str) -> str:
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", _cleaned(address))
    return match[1].lower() if match else ""


def _elements(page: Page) -> Iterator[Element]:
    """The elements of a page as a browser makes them."""
    for element in _parsed(page).iter() if page.html else ():
        if isinstance(element.tag, str) and element.tag != "DOCUMENT_FRAGMENT":
            yield element


def _parsed(page: Page) -> Element:
    if not _RAW.search(page.body):
        return lxml.html.fragment_fromstring(page.html, create_parent="DOCUMENT_FRAGMENT")
    # Raw HTML can be written so that parsers disagree on where a comment or an element ends: here a browser's rules count.
    # Its tree is a plain one: lxml's refuses the control characters that a stranger may send.
    return html5lib.parseFragment(page.html, treebuilder="etree", namespaceHTMLElements=False)


def _place(page: Page, element: Element) -> Location:
    """The line of the element's tag, of its address, or of its words; the page's first where none is found."""
    if match := re.search(rf"<{re.escape(str(element.tag))}\b", page.body, re.IGNORECASE):
        return page.location_at(match.start())
    for hint in (
        element.get("href"),
        element.get("src"),
        element.get("id"),
        (element.text or "").strip()[:20],
    ):
        if hint and hint in page.body:
            return page.location_of(hint)
    return Location(page.file, page.body_line)


RULES = [raw_html, dangerous_address, outside_image]
