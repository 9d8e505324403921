"""Reads HTML as passages: paragraphs, headings, list items, table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml.html import HtmlElement

from edition.model.pages.blocks import HEADINGS
from edition.model.pages.page import PARAGRAPH_ID

_BLOCKS = {
    *HEADINGS,
    *("p", "li", "ul", "ol", "dl", "dt", "dd", "pre", "blockquote", "figure", "figcaption"),
    *("table", "caption", "thead", "tbody", "tr", "div", "section", "details", "summary"),
}
_NAMES = {
    **dict.fromkeys(HEADINGS, "heading"),
    "li": "list item",
    "pre": "code",
    "tr": "row",
    "dt": "term",
    "dd": "explanation",
}
_STYLES = {
    "em": "italic",
    "i": "italic",
    "strong": "bold",
    "b": "bold",
    "code": "code",
    "del": "struck",
    "sup": "raised",
    "sub": "lowered",
}
_UNREAD = {"script", "style", "svg", "template"}


@dataclass(frozen=True)
class Passage:
    """A paragraph, heading, item or row.

    `text` is its words, `marks` are the links and styles in it, and `full` is the words with the
    marks between them. `after` is the label of the paragraph above.
    """

    tag: str
    id: str
    text: str
    full: str
    marks: tuple[str, ...]
    after: str = ""

    @property
    def fixed_id(self) -> str:
        """The id where it was given by hand; that of a heading follows from its words."""
        return "" if self.tag in HEADINGS else self.id

    @property
    def label(self) -> str:
        """`¶1a`, `#abstract`, `heading`, `row after ¶2`."""
        if PARAGRAPH_ID.match(self.id):
            return f"¶{self.id[1:]}"
        if self.fixed_id:
            return f"#{self.id}"
        name = _NAMES.get(self.tag, "paragraph")
        if self.after and self.tag not in HEADINGS:
            return f"{name} after {self.after}"
        return name

    def reads_like(self, other: Passage) -> bool:
        return (self.text, self.marks) == (other.text, other.marks)


def both_readings(before: Passage, after: Passage) -> tuple[str, str]:
    """The texts to compare: the words alone if only they differ, else with links and styles."""
    if before.marks == after.marks:
        return before.text, after.text
    return before.full, after.full


def read_passages(html: str) -> list[Passage]:
    """The passages of a piece of HTML, in reading order; the cells of a row are divided by `|`."""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    found: list[Passage] = []
    after = ""
    for element in root.iter(*_BLOCKS):
        if any(ancestor.tag in _UNREAD for ancestor in element.iterancestors()):
            continue
        pieces = list(_pieces(element))
        text = _fold("".join(words for words, _mark in pieces))
        if not text:
            continue
        passage = Passage(
            tag=element.tag,
            id=element.get("id") or "",
            text=text,
            full=_fold("".join(words + mark for words, mark in pieces)),
            marks=tuple(mark for _words, mark in pieces if mark),
            after=after,
        )
        found.append(passage)
        if element.tag in HEADINGS:
            after = ""
        elif PARAGRAPH_ID.match(passage.id):
            after = passage.label
    return found


def _pieces(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """The words of a block without those of blocks inside it, each with the mark that follows."""
    yield element.text or "", ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNREAD | _BLOCKS:
            yield from _inline(child)
        yield child.tail or "", ""


def _inline(element: HtmlElement) -> Iterator[tuple[str, str]]:
    if element.tag in ("td", "th") and element.getprevious() is not None:
        yield " | ", ""
    if element.tag == "img":
        yield f"[picture: {element.get('alt') or ''}]", f"[from {element.get('src')}]"
    elif element.tag == "br":
        yield " ", ""
    else:
        yield from _pieces(element)
    # Where a citation leads follows from its number, which is among the words.
    is_citation = "citation" in (element.get("class") or "").split()
    if element.tag == "a" and element.get("href") and not is_citation:
        yield "", f" [to {element.get('href')}]"
    if element.tag in _STYLES:
        yield "", f" [{_STYLES[element.tag]}]"


def _fold(text: str) -> str:
    """Fold the white space that HTML folds, and no-break spaces; other characters stay visible."""
    return re.sub("[ \t\n\r\f\u00a0\u202f]+", " ", text).strip(" ")
