"""Rules for the HTML of a page: a list of what is allowed, not of what is known to be bad."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

import lxml.html
from lxml.html.defs import tags

from edition.model import Edition, Page
from edition.problem import Location, Problems

ELEMENTS = frozenset(
    "a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em "
    "figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp "
    "small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr "
    "x-citation".split()
)
ATTRIBUTES = frozenset(
    "abbr align alt cite class colspan datetime dir headers height href hreflang id inside lang "
    "loading markdown open reversed role rowspan scope span src start title translate type value "
    "width".split()
)
_MORE_ATTRIBUTES = re.compile(r"(?:aria|data)-[a-z][a-z-]*")
# Markdown writes the alignment of a table's cells as a style.
_ALIGNMENT = re.compile(r"\s*text-align:\s*(?:left|right|center)\s*;?\s*")
_ADDRESSES = "href src cite srcset action formaction data poster background longdesc".split()
_RAW = re.compile(r"<[A-Za-z/!?]")
_SCHEMES = frozenset(("", "http", "https", "mailto"))


def raw_html(edition: Edition) -> Problems:
    """HTML in a page is text: paragraphs, lists, tables, quotations, emphasis, links and images.

    It has no scripts or styles of its own. Refused are script, style, iframe, object, embed, form,
    svg, all other elements and attributes that are not on the list, and event handlers such as
    `onclick`. Write it in Markdown.
    """
    for page, element in _elements(edition):
        name = element.tag
        if name not in ELEMENTS:
            yield (
                _location(page, element),
                f"'<{name}>' may not be used in a page.",
                "Write it in Markdown, or take it out."
                if name in tags
                else f"If it is no HTML, write `&lt;{name}>`.",
            )
            continue
        for attribute, value in element.attrib.items():
            if not _is_allowed(name, attribute, value):
                yield (
                    _location(page, element),
                    f"'{attribute}' of '<{name}>' may not be used in a page.",
                    "Take it out.",
                )


def _is_allowed(element: str, attribute: str, value: str) -> bool:
    if attribute == "style":
        return element in ("td", "th") and bool(_ALIGNMENT.fullmatch(value))
    return attribute in ATTRIBUTES or bool(_MORE_ATTRIBUTES.fullmatch(attribute))


def dangerous_address(edition: Edition) -> Problems:
    """A link or image leads to the web, into the edition or to a mailbox.

    It never has an address such as `javascript:`, `data:`, `vbscript:` or `file:`.
    """
    for page, element in _elements(edition):
        for value in map(element.get, _ADDRESSES):
            scheme = _scheme(value or "")
            if scheme not in _SCHEMES:
                yield (
                    _location(page, element),
                    f"'{_cleaned(value or '')[:60]}' begins with '{scheme}:'.",
                    "Give an address of the web that begins with 'https://'.",
                )


def outside_image(edition: Edition) -> Problems:
    """An image is a file of the edition.

    One from elsewhere tells its host who reads the page, and may change or disappear.
    """
    for page, element in _elements(edition):
        source = _cleaned(element.get("src") or "") if element.tag == "img" else ""
        if _scheme(source) or source.replace("\\", "/").startswith("//"):
            yield (
                _location(page, element),
                f"the image '{source[:80]}' is not of this edition.",
                "Put the file beside the page and link to that.",
            )


def _cleaned(address: str) -> str:
    """The address as a browser reads it (WHATWG URL, "basic URL parser").

    It ignores tabs and line ends everywhere, control characters and spaces at both ends.
    """
    return re.sub(r"[\t\n\r]", "", address).strip("".join(map(chr, range(33))))


def _scheme(address: str) -> str:
    match = re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", _cleaned(address))
    return match[1].lower() if match else ""


def _elements(edition: Edition) -> Iterator[tuple[Page, Element]]:
    """The elements of all pages as a browser makes them."""
    for page in edition.pages:
        for element in _parsed(page).iter() if page.html else ():
            # Comments have no name; the tree's root is no element of the page.
            if isinstance(element.tag, str) and element.tag != "DOCUMENT_FRAGMENT":
                yield page, element


def _parsed(page: Page) -> Element:
    """The tree of a page's HTML.

    Raw HTML can be written so that parsers disagree on where a comment or an element ends: here a
    browser's rules count, which html5lib follows. Its tree is a plain one, as lxml's refuses the
    control characters that untrusted input may hold. It takes ten times as long as lxml, which is
    right for what Markdown alone makes: a preview checks all pages at each change.
    """
    tree: Element
    if _RAW.search(page.body):
        import html5lib  # a lazy import: few pages hold raw HTML

        tree = html5lib.parseFragment(page.html, treebuilder="etree", namespaceHTMLElements=False)
    else:
        tree = lxml.html.fragment_fromstring(page.html, create_parent="DOCUMENT_FRAGMENT")
    return tree


def _location(page: Page, element: Element) -> Location:
    """The line of the element's tag, its address, or its words; else the page's first."""
    tag = re.search(rf"<{re.escape(element.tag)}\b", page.body, re.IGNORECASE)
    if tag:
        return page.location_at(tag.start())
    words = (element.text or "").strip()[:20]
    for text in (element.get("href"), element.get("src"), element.get("id"), words):
        if text and text in page.body:
            return page.location_of(text)
    return Location(page.file, page.body_line)
