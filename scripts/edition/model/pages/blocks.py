"""Reads what the HTML of a page says: its blocks of text, and where citations stand in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import lxml.html
from lxml.html import HtmlElement

from edition.model.pages.citation import parse_in_text
from edition.model.pages.link import Link
from edition.model.pages.markdown import TAG, Extensions, convert
from edition.model.pages.sentences import Span, sentence_spans

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = {"p", "li", "td", "th", "dd", "dt", "blockquote", "figcaption", "caption", *HEADINGS}
_OTHER_FLOW = _BLOCKS | {"dl", "ol", "pre", "table", "ul"}
"""Elements in a block that are no part of its text: a list in an item is not in its sentence."""

DEEPEST = 40
"""Elements within one another. Typst sets no more than some 60, and no text comes near it."""

_CLOSING = tuple(".,;:!?)\u2019\u201d")


@dataclass(frozen=True)
class Marker:
    """A citation: its offsets in the block's text and in the body, its bracket's inside."""

    offset: int
    start: int
    inside: str


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


@dataclass(frozen=True)
class Content:
    """What a Markdown body says, whatever page it is on. Shared: see `read_content`."""

    html: str
    unread: tuple[int, ...]
    heading: str
    anchors: tuple[str, ...]
    links: tuple[Link, ...]
    images: tuple[Link, ...]
    blocks: tuple[Block, ...]

    @property
    def named_keys(self) -> list[str]:
        """The works whose authors the text names (`@key`), each once."""
        inside = (marker.inside for block in self.blocks for marker in block.markers)
        first = (parts[0] for text in inside if (parts := parse_in_text(text)[0]))
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
    if _depth(root) > DEEPEST:
        raise RecursionError
    heading = next((" ".join(h1.text_content().split()) for h1 in root.iter("h1")), "")
    return Content(
        html=html,
        unread=tuple(unread),
        heading=heading,
        anchors=tuple(element.get("id") for element in root.iter("*") if element.get("id")),
        links=tuple(_link(element) for element in root.iter("a") if element.get("href")),
        images=tuple(_image(element) for element in root.iter("img") if element.get("src")),
        blocks=tuple(_read_blocks(root)),
    )


def _depth(root: HtmlElement) -> int:
    """How many elements are within one another."""
    depths = {root: 0}
    for element in root.iterdescendants():
        depths[element] = depths[element.getparent()] + 1
    return max(depths.values())


def parse_html(html: str) -> HtmlElement:
    """The HTML of a page's body below one `div`, without the words of scripts and formulas."""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for element in root.iter("math", "script", "style"):
        element.text = ""
    return root


def _link(element: HtmlElement) -> Link:
    return Link(element.get("href"), element.text_content(), _block_of(element).get("id") or "")


def _image(element: HtmlElement) -> Link:
    return Link(element.get("src"), element.get("alt") or "", _block_of(element).get("id") or "")


def _block_of(element: HtmlElement) -> HtmlElement:
    """The paragraph, item, cell, … that an element stands in; its parent where it is in none."""
    around = (ancestor for ancestor in element.iterancestors() if ancestor.tag in _BLOCKS)
    return next(around, element.getparent())


def _read_blocks(root: HtmlElement) -> Iterator[Block]:
    """The headings, the blocks with citations and the paragraphs with an id, in reading order."""
    seen: set[HtmlElement] = set()
    for element in root.iter("p", TAG, *HEADINGS):
        if element.tag == "p" and not element.get("id"):
            continue
        block = _block_of(element) if element.tag == TAG else element
        if block not in seen:
            seen.add(block)
            yield _read_block(block)


def _read_block(block: HtmlElement) -> Block:
    text = ""
    markers: list[Marker] = []
    for piece in _flow(block):
        if isinstance(piece, str):
            folded = re.sub(r"\s+", " ", piece)
            follows_marker = markers and markers[-1].offset == len(text)
            if follows_marker and folded.startswith(_CLOSING):
                text = text.rstrip()  # `so [@key].` reads `so.` without the citation
            text += folded.lstrip() if not text or text.endswith(" ") else folded
        elif (start := piece.get("start", "")).isdecimal() and len(start) < 10:
            markers.append(Marker(len(text), int(start), piece.get("inside", "")))
    return Block(
        tag=block.tag,
        id=block.get("id") or "",
        text=text.rstrip(),
        markers=tuple(markers),
        sentences=tuple(sentence_spans(text.rstrip())),
    )


def is_mark(element: HtmlElement) -> bool:
    """Whether an element is the mark of a footnote, which is no part of the text."""
    return element.tag == "sup" and (element.get("id") or "").startswith("fnref")


def _flow(block: HtmlElement) -> Iterator[str | HtmlElement]:
    """The texts and citation markers of a block, in reading order."""
    if block.text:
        yield block.text
    for child in block:
        if child.tag == TAG:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _OTHER_FLOW and not is_mark(child):
            yield from _flow(child)
        if child.tail:
            yield child.tail
