"""In: a page's HTML and marks to set in its paragraphs. Out: the HTML with each mark after or around its words.

Positions are those of the model's text of a paragraph: what a reader sees, without citations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import lxml.html
from lxml.html import HtmlElement

from ..model import Paragraph
from ..model.insertion import insert_after

_NO_TEXT = ("citation", "pilcrow")


@dataclass(frozen=True)
class _Character:
    """A character of the text: the element that holds it, in its text or its tail, and where."""

    element: HtmlElement
    tail: bool
    at: int

    @property
    def node(self) -> tuple[int, bool]:
        return id(self.element), self.tail

    @property
    def inside(self) -> Iterator[HtmlElement]:
        """The elements around the character, innermost first."""
        if not self.tail:
            yield self.element
        yield from self.element.iterancestors()


@dataclass(frozen=True)
class Mark:
    """Characters `start` to `end` of a paragraph, the element around them, and the element after them, if any.

    Words that reach over the border of a link or of emphasis are not wrapped; the element after them is set all the same.
    """

    start: int
    end: int
    around: HtmlElement | None = None
    after: HtmlElement | None = None


@dataclass
class AnnotatedPage:
    """A page's HTML while marks are set in it."""

    html: str
    root: HtmlElement = field(init=False)

    def __post_init__(self) -> None:
        self.root = lxml.html.fragment_fromstring(self.html, create_parent="div")
        self._characters: dict[str, list[_Character]] = {}
        self._paragraphs = {element.get("id"): element for element in self.root.iter("p") if element.get("id")}

    def __str__(self) -> str:
        parts = [self.root.text or ""] + [lxml.html.tostring(child, encoding="unicode") for child in self.root]
        return "".join(parts)

    def characters(self, paragraph: Paragraph) -> list[_Character]:
        """A character for each of the paragraph's text; none where the page has no such paragraph or it reads otherwise."""
        if paragraph.id not in self._characters:
            element = self._paragraphs.get(paragraph.id)
            self._characters[paragraph.id] = _aligned(element, paragraph.text) if element is not None else []
        return self._characters[paragraph.id]

    def free(self, paragraph: Paragraph, start: int, end: int) -> bool:
        """Whether the words stand within one piece of text and in no link."""
        characters = self.characters(paragraph)[start:end]
        return bool(characters) and len({c.node for c in characters}) == 1 and not any(e.tag == "a" for e in characters[0].inside)

    def annotate(self, paragraph: Paragraph, marks: list[Mark]) -> None:
        """Set the marks of one paragraph. Words in which those of another mark end are not wrapped.

        They are set from the last to the first, so that the characters before each are still where they were.
        """
        characters = self.characters(paragraph)
        self._characters.pop(paragraph.id)  # they are about to move
        possible = sorted((mark for mark in marks if 0 <= mark.start < mark.end <= len(characters)), key=lambda mark: mark.start)
        ends = sorted({mark.end for mark in possible}, reverse=True)
        for end in ends:
            here = [mark for mark in possible if mark.end == end]
            for mark in reversed(here):
                if mark.after is not None:
                    last = characters[end - 1]
                    insert_after(last.element, last.tail, last.at, mark.after)
            for mark in here:
                words = characters[mark.start : end]
                whole = len({word.node for word in words}) == 1 and not any(mark.start < other < end for other in ends)
                if mark.around is not None and whole:
                    _wrap(words[0], words[-1], mark.around)
                    break

    def insert_after_paragraph(self, paragraph_id: str, html: str) -> None:
        """Set a block after a paragraph."""
        paragraph = self._paragraphs.get(paragraph_id)
        if paragraph is None:
            return
        block = lxml.html.fragment_fromstring(html)
        block.tail, paragraph.tail = paragraph.tail, "\n"
        paragraph.addnext(block)


def _aligned(element: HtmlElement, text: str) -> list[_Character]:
    """The characters that make up `text`. Others are passed over: white space, and what stands between citations."""
    found: list[_Character] = []
    for character, here in _raw(element):
        if len(found) < len(text) and text[len(found)] == (" " if here.isspace() else here):
            found.append(character)
    return found if len(found) == len(text) else []


def _raw(element: HtmlElement) -> Iterator[tuple[_Character, str]]:
    for at, text in enumerate(element.text or ""):
        yield _Character(element, False, at), text
    for child in element:
        if isinstance(child.tag, str) and not (child.get("class") or "").startswith(_NO_TEXT):
            yield from _raw(child)
        for at, text in enumerate(child.tail or ""):
            yield _Character(child, True, at), text


def _wrap(first: _Character, last: _Character, around: HtmlElement) -> None:
    element, start, end = first.element, first.at, last.at + 1
    whole = (element.tail if first.tail else element.text) or ""
    around.text, around.tail = whole[start:end], whole[end:]
    if first.tail:
        element.tail = whole[:start]
        element.addnext(around)
    else:
        element.text = whole[:start]
        element.insert(0, around)
