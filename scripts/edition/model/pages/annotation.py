"""Sets marks in the HTML of a paragraph, at characters of the paragraph's text.

The model knows a paragraph as a text without citations (`Paragraph.text`), in which notes, names
and terms have their places. In HTML the same characters are spread over text and inline elements,
between citations. `AnnotatedParagraph` finds them there:

    element = lxml.html.fragment_fromstring("<p id='p1'>Lit by <em>seal oil</em>.</p>")
    paragraph = AnnotatedParagraph(element, "Lit by seal oil.")
    start = paragraph.text.index("oil")
    paragraph.annotate([Mark(start, start + 3, around=E.span("…"), after=E.a("a"))])
    # <p id="p1">Lit by <em>seal <span>oil</span><a>a</a></em>.</p>

Citations may be the model's `x-citation` elements or links as the site renders them (`a.citation`
and what stands around them); a paragraph's own link (`a.pilcrow`) is no part of the text either.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import lxml.html
from lxml.html import HtmlElement

from edition.model.pages.markdown import TAG
from edition.model.pages.page import Paragraph

_NO_TEXT = ("citation", "pilcrow")
"""How the classes begin of elements that are no part of a paragraph's text."""


class Position(NamedTuple):
    """Where a character stands: in the text of an element or in its tail, and at which index."""

    element: HtmlElement
    in_tail: bool
    index: int

    @property
    def holder(self) -> str:
        """The whole text or tail in which it stands."""
        return (self.element.tail if self.in_tail else self.element.text) or ""

    @property
    def link(self) -> HtmlElement | None:
        """The link in which it stands, if any."""
        around = [] if self.in_tail else [self.element]
        return next((e for e in [*around, *self.element.iterancestors()] if e.tag == "a"), None)


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


class AnnotatedParagraph:
    """The element of a paragraph, and where each character of its text stands in it.

    Where the element does not hold the text, no character is found and no mark is set.
    """

    def __init__(self, element: HtmlElement, text: str) -> None:
        self.text = text
        self.positions = _positions(element, text)

    def is_free(self, start: int, end: int) -> bool:
        """Whether characters `start` to `end` can be made a link: in one piece and in no link."""
        return self._in_one_piece(start, end) and self.positions[start].link is None

    def annotate(self, marks: list[Mark]) -> None:
        """Set marks, once for a paragraph. Words in which those of another mark end are not wrapped.

        They are set from the last to the first, so that the characters before each are still where
        they were. Elements after the same character stand in the order of their marks' beginnings.
        """
        known = [mark for mark in marks if 0 <= mark.start < mark.end <= len(self.positions)]
        known.sort(key=lambda mark: mark.start)
        ends = {mark.end for mark in known}
        for end in sorted(ends, reverse=True):
            here = [mark for mark in known if mark.end == end]
            for mark in reversed(here):
                if mark.after is not None:
                    _insert_after(self.positions[end - 1], mark.after)
            wrapped = next((mark for mark in here if self._can_wrap(mark, ends)), None)
            if wrapped is not None:
                _wrap(self.positions[wrapped.start], end - wrapped.start, wrapped.around)

    def _can_wrap(self, mark: Mark, ends: set[int]) -> bool:
        if mark.around is None or any(mark.start < end < mark.end for end in ends):
            return False
        return self._in_one_piece(mark.start, mark.end)

    def _in_one_piece(self, start: int, end: int) -> bool:
        """Whether the characters stand in one text or tail."""
        if not 0 <= start < end <= len(self.positions):
            return False
        first = self.positions[start]
        return all(
            position.element is first.element and position.in_tail == first.in_tail
            for position in self.positions[start:end]
        )


def _positions(element: HtmlElement, text: str) -> list[Position]:
    """Where the characters of `text` stand.

    Characters of the element that do not continue the text are passed over: white space that a
    browser folds, and what stands between two citations.
    """
    found: list[Position] = []
    for holder, in_tail, piece in _pieces(element):
        for index, character in enumerate(piece):
            if len(found) == len(text):
                return found
            expected = text[len(found)]
            if character == expected or (expected == " " and character.isspace()):
                found.append(Position(holder, in_tail, index))
    return found if len(found) == len(text) else []


def _pieces(element: HtmlElement) -> Iterator[tuple[HtmlElement, bool, str]]:
    """The texts and tails within an element, in reading order, without those of citations."""
    if element.text:
        yield element, False, element.text
    for child in element:
        if _is_text(child):
            yield from _pieces(child)
        if child.tail:
            yield child, True, child.tail


def _is_text(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag == TAG:
        return False
    return not str(element.get("class", "")).startswith(_NO_TEXT)


def _insert_after(position: Position, new: HtmlElement) -> None:
    """Insert an element after a character; after the link in which that stands, if any.

    A link in a link is no HTML.
    """
    link, text, end = position.link, position.holder, position.index + 1
    if link is not None:
        new.tail, link.tail = link.tail, None
        link.addnext(new)
    else:
        new.tail = text[end:]
        _cut(position, new, text[: position.index + 1])


def _wrap(first: Position, length: int, around: HtmlElement | None) -> None:
    """Set an element around `length` characters of one text or tail."""
    if around is None:
        return
    text, end = first.holder, first.index + length
    around.text, around.tail = text[first.index : end], text[end:]
    _cut(first, around, text[: first.index])


def _cut(position: Position, new: HtmlElement, before: str) -> None:
    """Leave only `before` of the text in which a position stands, and insert an element after it."""
    if position.in_tail:
        position.element.tail = before
        position.element.addnext(new)
    else:
        position.element.text = before
        position.element.insert(0, new)


class AnnotatedPage:
    """The HTML of a page below one element `root`, while marks are set in its paragraphs."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._elements = {element.get("id"): element for element in root.iter("p")}

    @classmethod
    def parse(cls, html: str) -> AnnotatedPage:
        """A page from its HTML."""
        return cls(lxml.html.fragment_fromstring(html, create_parent="div"))

    def __str__(self) -> str:
        children = [lxml.html.tostring(child, encoding="unicode") for child in self.root]
        return "".join([self.root.text or "", *children])

    def paragraph(self, paragraph: Paragraph) -> AnnotatedParagraph:
        """A paragraph's element, with its characters as they stand now."""
        element = self._elements.get(paragraph.id)
        if element is None:
            element = lxml.html.Element("p")
        return AnnotatedParagraph(element, paragraph.text)

    def insert_after_paragraph(self, id: str, html: str) -> None:
        """Insert a block after a paragraph."""
        paragraph = self._elements.get(id)
        if paragraph is None:
            return
        block = lxml.html.fragment_fromstring(html)
        block.tail, paragraph.tail = paragraph.tail, "\n"
        paragraph.addnext(block)
