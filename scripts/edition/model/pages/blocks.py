"""Reads what the HTML of a page says: its blocks of text with their citations, and its links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from lxml.html import HtmlElement

from edition.language.html_fragment import parse_fragment
from edition.model.pages.citation import Part, parse_block, parse_in_text
from edition.model.pages.markdown import TAG, Extensions, convert
from edition.model.pages.sentences import Span, sentence_spans

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = {"p", "li", "td", "th", "dd", "dt", "blockquote", "figcaption", "caption", *HEADINGS}
_OTHER_FLOW = _BLOCKS | {"dl", "ol", "pre", "table", "ul"}
"""Elements in a block that are no part of its text: a list in an item is not in its sentence."""

_IS_FLOW = " or ".join(f"self::{tag}" for tag in sorted(_OTHER_FLOW))
_FLOW_DEPTH = f"count(ancestor-or-self::*[{_IS_FLOW}])"
NOTE_MARK = "sup[starts-with(@id, 'fnref')]"
"""The mark of a footnote, which is no part of the text."""

_FLOW = (
    f"(.//text() | .//{TAG})[count(ancestor::*[{_IS_FLOW}]) = $depth]"
    f"[not(ancestor::{TAG} or ancestor::{NOTE_MARK})]"
)
"""The texts and citation markers of a block, in reading order."""

DEEPEST = 40
"""Elements within one another. Typst sets no more than some 60, and no text comes near it."""

_CLOSING = tuple(".,;:!?)\u2019\u201d")


@dataclass(frozen=True)
class Link:
    """A link as written: where it leads, its words, and the id of the paragraph it stands in.

    For an image: its file, and its description.
    """

    target: str
    text: str
    paragraph: str


@dataclass(frozen=True)
class Marker:
    """A citation: its offsets in the block's text and in the body, and its parts."""

    offset: int
    start: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, cell, item, …: its text without citations, and their markers.

    `tag` and `id` are those of its element.
    """

    tag: str
    id: str
    text: str
    markers: tuple[Marker, ...]
    sentences: tuple[Span, ...]


@dataclass(kw_only=True)
class Content:
    """What a Markdown body says, whatever page it is on. Shared: nobody may change it.

    `html` is what it renders to. `unread` has the offsets of brackets with an `@` that are no
    citations.
    """

    html: str = field(default="", repr=False)
    unread: list[int] = field(default_factory=list)
    heading: str = ""
    anchors: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    images: list[Link] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)

    @property
    def named_keys(self) -> list[str]:
        """The works whose authors the text names (`@key`), each once."""
        first = (marker.parts[0] for block in self.blocks for marker in block.markers)
        return list(dict.fromkeys(part.key for part in first if part.is_named))


Authors = tuple[tuple[str, str], ...]
"""Keys of works, each with its author."""


@lru_cache(maxsize=4096)
def read_content(body: str, extensions: Extensions, authors: Authors = ()) -> Content:
    """Convert and read a Markdown body. Cached, because a preview reads all pages at every edit.

    `authors` are printed where the text names them. Raises RecursionError where the body is nested
    too deeply.
    """
    html, unread = convert(body, extensions, dict(authors))
    root = parse_html(html)
    if root.xpath(f"boolean(.//*[count(ancestor::*) > {DEEPEST}])"):
        raise RecursionError
    # In reading order: the headings, the paragraphs with an id, and what citations stand in.
    found = root.iter("p", TAG, *HEADINGS)
    readable = [element for element in found if element.tag != "p" or element.get("id")]
    blocks = dict.fromkeys(_block_of(one) if one.tag == TAG else one for one in readable)
    return Content(
        html=html,
        unread=unread,
        heading=next((" ".join(h1.text_content().split()) for h1 in root.iter("h1")), ""),
        anchors=[element.get("id") for element in root.xpath(".//*[@id != '']")],
        links=[
            _link(one, one.get("href"), one.text_content())
            for one in root.xpath(".//a[@href != '']")
        ],
        images=[
            _link(one, one.get("src"), one.get("alt") or "")
            for one in root.xpath(".//img[@src != '']")
        ],
        blocks=[_read_block(block, body) for block in blocks],
    )


def parse_html(html: str) -> HtmlElement:
    """The HTML of a page's body below one `div`, without the words of scripts and formulas."""
    root = parse_fragment(html)
    for element in root.iter("math", "script", "style"):
        element.text = ""
    return root


def _link(element: HtmlElement, target: str, text: str) -> Link:
    return Link(target, text, _block_of(element).get("id") or "")


def _block_of(element: HtmlElement) -> HtmlElement:
    """The paragraph, item, cell, … that an element stands in; its parent where it is in none."""
    around = (ancestor for ancestor in element.iterancestors() if ancestor.tag in _BLOCKS)
    return next(around, element.getparent())


def _read_block(block: HtmlElement, body: str) -> Block:
    text = ""
    markers: list[Marker] = []
    for piece in block.xpath(_FLOW, depth=block.xpath(_FLOW_DEPTH)):
        if isinstance(piece, str):
            folded = re.sub(r"\s+", " ", piece)
            follows_marker = markers and markers[-1].offset == len(text)
            if follows_marker and folded.startswith(_CLOSING):
                text = text.rstrip()  # `so [@key].` reads `so.` without the citation
            text += folded.lstrip() if not text or text.endswith(" ") else folded
        elif marker := _marker(piece, len(text), body):
            markers.append(marker)
    text = text.rstrip()
    return Block(
        tag=block.tag,
        id=block.get("id") or "",
        text=text,
        markers=tuple(markers),
        sentences=tuple(sentence_spans(text)),
    )


def _marker(element: HtmlElement, offset: int, body: str) -> Marker | None:
    """The marker that an element makes; None if the page itself wrote it as HTML."""
    start, inside = element.get("start", ""), element.get("inside", "")
    if not re.fullmatch("[0-9]{1,9}", start):
        return None
    at = int(start)
    parts = parse_block(inside) if body.startswith("[", at) else parse_in_text(inside)[0]
    is_ours = parts and body.startswith(("[", "@", "-@"), at)
    return Marker(offset, at, tuple(parts)) if parts and is_ours else None
