"""Sets marks in the paragraphs of a page's HTML: after words, around words, after a paragraph.

The model knows a paragraph as a text without citations (`Paragraph.text`), in which notes, names
and terms have their places. In HTML the same characters are spread over text and inline elements,
between citations. `AnnotatedPage` finds them there:

    page = AnnotatedPage("<p id='p1'>Lit by <em>seal oil</em>.</p>")
    start, end = paragraph.find("oil")  # the model's paragraph p1, whose text is `Lit by seal oil.`
    page.annotate(paragraph, [Mark(start, end, around=span, after=link)])
    str(page)  # <p id="p1">Lit by <em>seal <span>oil</span><a></a></em>.</p>

Citations may be the model's `x-citation` elements or links as the site renders them (`a.citation`
and what stands around them); a paragraph's own link (`a.pilcrow`) is no part of the text either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import lxml.html
from lxml.html import HtmlElement

from edition.language.html_fragment import parse_fragment
from edition.model.pages.blocks import NOTE_MARK
from edition.model.pages.markdown import TAG
from edition.model.pages.page import Paragraph

_TEXTS = (
    f".//text()[not(ancestor::{TAG} or ancestor::{NOTE_MARK} or ancestor::*[ancestor::p]"
    "[starts-with(@class, 'citation') or starts-with(@class, 'pilcrow')])]"
)
"""The texts and tails within a paragraph, in reading order, without those of citations."""


class Position(NamedTuple):
    """Where a character stands: in the text of an element or in its tail, and at which index."""

    element: HtmlElement
    in_tail: bool
    at: int

    @property
    def holder(self) -> str:
        """The whole text or tail in which it stands."""
        return (self.element.tail if self.in_tail else self.element.text) or ""

    @property
    def link(self) -> HtmlElement | None:
        """The link in which it stands, if any."""
        links = self.element.xpath("ancestor::a" if self.in_tail else "ancestor-or-self::a")
        return links[-1] if links else None


@dataclass(frozen=True)
class Mark:
    """An element to set around characters `start` to `end` of a text, and one to set after them.

    Words that reach over the border of an element, as of a link or of emphasis, are not wrapped;
    the element after them is set all the same.
    """

    start: int
    end: int
    around: HtmlElement | None = None
    after: HtmlElement | None = None


class AnnotatedPage:
    """A page's HTML while marks are set in it. `root` is one `div` around all of it."""

    def __init__(self, html: str) -> None:
        self.root = parse_fragment(html)
        self._elements = {element.get("id"): element for element in self.root.iter("p")}
        self._positions: dict[str, list[Position]] = {}

    def __str__(self) -> str:
        children = [lxml.html.tostring(child, encoding="unicode") for child in self.root]
        return "".join([self.root.text or "", *children])

    def positions(self, paragraph: Paragraph) -> list[Position]:
        """Where each character of a paragraph's text stands.

        None are known where the page has no such paragraph, or it does not hold the text.
        """
        if paragraph.id not in self._positions:
            element = self._elements.get(paragraph.id)
            found = [] if element is None else _positions(element, paragraph.text)
            self._positions[paragraph.id] = found
        return self._positions[paragraph.id]

    def free(self, paragraph: Paragraph, start: int, end: int) -> bool:
        """Whether characters `start` to `end` can be made a link: in one piece and in no link."""
        words = self.positions(paragraph)[start:end]
        return _are_in_one_piece(words) and words[0].link is None

    def annotate(self, paragraph: Paragraph, marks: list[Mark]) -> None:
        """Set all marks of a paragraph. Words in which those of another mark end are not wrapped.

        They are set from the last to the first, so that the characters before each are still where
        they were. Elements after the same character stand in the order of their marks' beginnings.
        """
        positions = self.positions(paragraph)
        del self._positions[paragraph.id]  # the characters are about to move
        marks = [mark for mark in marks if 0 <= mark.start < mark.end <= len(positions)]
        marks.sort(key=lambda mark: mark.start)
        ends = {mark.end for mark in marks}
        for end in sorted(ends, reverse=True):
            here = [mark for mark in marks if mark.end == end]
            for mark in reversed(here):
                if mark.after is not None:
                    _insert_after(positions[end - 1], mark.after)
            for mark in here:
                words = positions[mark.start : end]
                is_divided = any(mark.start < other < end for other in ends)
                if mark.around is not None and not is_divided and _are_in_one_piece(words):
                    _wrap(words, mark.around)
                    break

    def append(self, html: str) -> None:
        """Append blocks at the end of the page."""
        self.root.extend(parse_fragment(html))

    def insert_after_paragraph(self, id: str, html: str) -> None:
        """Insert a block after a paragraph."""
        paragraph = self._elements.get(id)
        if paragraph is None:
            return
        block = parse_fragment(html)[0]
        block.tail, paragraph.tail = paragraph.tail, "\n"
        paragraph.addnext(block)


def _are_in_one_piece(words: list[Position]) -> bool:
    """Whether characters stand in one text or tail."""
    return len({(word.element, word.in_tail) for word in words}) == 1


def _positions(element: HtmlElement, text: str) -> list[Position]:
    """Where the characters of `text` stand.

    Characters of the element that do not continue the text are passed over: white space that a
    browser folds, and what stands between two citations.
    """
    found: list[Position] = []
    for piece in element.xpath(_TEXTS):
        holder = piece.getparent()
        for index, character in enumerate(piece):
            if len(found) == len(text):
                return found
            expected = text[len(found)]
            if character == expected or (expected == " " and character.isspace()):
                found.append(Position(holder, piece.is_tail, index))
    return found if len(found) == len(text) else []


def _insert_after(position: Position, new: HtmlElement) -> None:
    """Insert an element after a character; after the link in which that stands, if any.

    A link in a link is no HTML.
    """
    link = position.link
    if link is None:
        _replace(position, position.at + 1, position.at + 1, new)
    else:
        new.tail, link.tail = link.tail, None
        link.addnext(new)


def _wrap(words: list[Position], around: HtmlElement) -> None:
    """Set an element around characters of one text or tail."""
    first, end = words[0], words[-1].at + 1
    around.text = first.holder[first.at : end]
    _replace(first, first.at, end, around)


def _replace(position: Position, start: int, end: int, new: HtmlElement) -> None:
    """Put an element in the place of characters `start` to `end` of a text or tail."""
    text, element = position.holder, position.element
    new.tail = text[end:]
    if position.in_tail:
        element.tail = text[:start]
        element.addnext(new)
    else:
        element.text = text[:start]
        element.insert(0, new)
