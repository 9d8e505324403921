"""In: a page's HTML with its citations marked. Out: its blocks: the text as a reader sees it, and where citations stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml.html import HtmlElement

from edition.model.pages.markdown import TAG

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = {"p", "li", "td", "th", "dd", "dt", "blockquote", "figcaption", "caption", *HEADINGS}
_OTHER_FLOW = _BLOCKS | {"dl", "ol", "pre", "table", "ul"}
"""What stands in a block without being part of its text: a list in an item is not part of the item's sentence."""

_CLOSING = tuple(".,;:!?)\u2019\u201d")


@dataclass(frozen=True)
class Mark:
    """A citation's place: `offset` in the block's text, `start` in the Markdown body; `inside` is what its bracket holds."""

    offset: int
    start: int
    inside: str


@dataclass(frozen=True)
class Block:
    """A paragraph, heading, cell, item, …: its element's name and id, its text without citations, and their places."""

    tag: str
    id: str
    text: str
    marks: tuple[Mark, ...]


def parse_html(html: str) -> HtmlElement:
    """The HTML of a page's body below one `div`, without the words of scripts and formulas."""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for element in root.iter("math", "script", "style"):
        element.text = ""
    return root


def block_of(element: HtmlElement) -> HtmlElement:
    """The paragraph, item, cell, … that an element stands in; its parent where it stands in none."""
    for ancestor in element.iterancestors():
        if ancestor.tag in _BLOCKS:
            return ancestor
    return element.getparent()


def _flow(block: HtmlElement) -> Iterator[str | HtmlElement]:
    """The texts and citation markers of a block, in reading order."""
    if block.text:
        yield block.text
    for child in block:
        if child.tag == TAG:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _OTHER_FLOW:
            yield from _flow(child)
        if child.tail:
            yield child.tail


def _read(block: HtmlElement) -> Block:
    text, marks = "", []
    for piece in _flow(block):
        if isinstance(piece, str):
            folded = re.sub(r"\s+", " ", piece)
            if marks and marks[-1].offset == len(text) and folded.startswith(_CLOSING):
                # `so [@key].` reads `so.` without the marker.
                text = text.rstrip()
            text += folded.lstrip() if not text or text.endswith(" ") else folded
        elif (start := piece.get("start", "")).isdecimal() and len(start) < 10:
            marks.append(Mark(len(text), int(start), piece.get("inside", "")))
    return Block(block.tag, block.get("id") or "", text.rstrip(), tuple(marks))


def read_blocks(root: HtmlElement) -> Iterator[Block]:
    """The headings, the blocks that hold citations, and the paragraphs that have an id, in reading order, each once."""
    seen: set[HtmlElement] = set()
    for element in root.iter():
        is_always_read = element.tag in HEADINGS or (element.tag == "p" and element.get("id"))
        block = element if is_always_read else block_of(element) if element.tag == TAG else None
        if block is not None and block not in seen:
            seen.add(block)
            yield _read(block)
