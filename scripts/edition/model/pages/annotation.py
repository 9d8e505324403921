"""In: a page's HTML and marks to set in its paragraphs. Out: the HTML with each mark after or around its words.

Positions are those of the model's text of a paragraph: what a reader sees, without citations.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import lxml.html
from lxml.html import HtmlElement

from edition.model import Paragraph
from edition.model.pages.alignment import Character, Text, aligned
from edition.model.pages.insertion import insert_after


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
        self._texts: dict[str, Text] = {}
        self._paragraphs = {
            element.get("id"): element for element in self.root.iter("p") if element.get("id")
        }

    def __str__(self) -> str:
        parts = [self.root.text or ""] + [
            lxml.html.tostring(child, encoding="unicode") for child in self.root
        ]
        return "".join(parts)

    def characters(self, paragraph: Paragraph) -> Text:
        """A character for each of the paragraph's text; none where the page has no such paragraph or it reads otherwise."""
        if paragraph.id not in self._texts:
            element = self._paragraphs.get(paragraph.id)
            self._texts[paragraph.id] = (
                aligned(element, paragraph.text) if element is not None else Text([])
            )
        return self._texts[paragraph.id]

    def free(self, paragraph: Paragraph, start: int, end: int) -> bool:
        """Whether the words stand within one piece of text and in no link."""
        text = self.characters(paragraph)
        if not text.is_whole(start, end):
            return False
        first = text[start]
        return not any(
            element.tag == "a"
            for element in (
                *(() if first.tail else (first.element,)),
                *first.element.iterancestors(),
            )
        )

    def annotate(self, paragraph: Paragraph, marks: list[Mark]) -> None:
        """Set the marks of one paragraph. Words in which those of another mark end are not wrapped.

        They are set from the last to the first, so that the characters before each are still where they were.
        """
        characters = self.characters(paragraph)
        self._texts.pop(paragraph.id)  # they are about to move
        possible = sorted(
            (mark for mark in marks if 0 <= mark.start < mark.end <= len(characters)),
            key=lambda mark: mark.start,
        )
        ends = sorted({mark.end for mark in possible}, reverse=True)
        for end in ends:
            here = [mark for mark in possible if mark.end == end]
            for mark in reversed(here):
                if mark.after is not None:
                    last = characters[end - 1]
                    insert_after(last.element, last.tail, last.at, mark.after)
            for mark in here:
                whole = characters.is_whole(mark.start, end) and not any(
                    mark.start < other < end for other in ends
                )
                if mark.around is not None and whole:
                    _wrap(characters[mark.start], characters[end - 1], mark.around)
                    break

    def insert_after_paragraph(self, paragraph_id: str, html: str) -> None:
        """Set a block after a paragraph."""
        paragraph = self._paragraphs.get(paragraph_id)
        if paragraph is None:
            return
        block = lxml.html.fragment_fromstring(html)
        block.tail, paragraph.tail = paragraph.tail, "\n"
        paragraph.addnext(block)


def _wrap(first: Character, last: Character, around: HtmlElement) -> None:
    element, start, end = first.element, first.at, last.at + 1
    whole = (element.tail if first.tail else element.text) or ""
    around.text, around.tail = whole[start:end], whole[end:]
    if first.tail:
        element.tail = whole[:start]
        element.addnext(around)
    else:
        element.text = whole[:start]
        element.insert(0, around)
