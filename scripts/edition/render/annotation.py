"""In: a page's HTML and marks to set in its paragraphs. Out: the HTML with each mark after or around its words.

Positions are those of the model's text of a paragraph: what a reader sees, white space folded, without citations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import lxml.html
from lxml.html import HtmlElement

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
        self._paragraphs = {element.get("id"): element for element in self.root.iter("p") if element.get("id")}

    def __str__(self) -> str:
        parts = [self.root.text or ""] + [lxml.html.tostring(child, encoding="unicode") for child in self.root]
        return "".join(parts)

    def characters(self, paragraph_id: str) -> list[_Character]:
        """The characters of a paragraph in reading order; empty where there is no such paragraph."""
        paragraph = self._paragraphs.get(paragraph_id)
        return list(_folded(paragraph)) if paragraph is not None else []

    def free(self, paragraph_id: str, start: int, end: int) -> bool:
        """Whether the words stand within one piece of text and in no link."""
        characters = self.characters(paragraph_id)[start:end]
        return bool(characters) and len({c.node for c in characters}) == 1 and not any(e.tag == "a" for e in characters[0].inside)

    def annotate(self, paragraph_id: str, marks: list[Mark]) -> None:
        """Set the marks of one paragraph. Where two of them overlap, the one that ends first is not wrapped."""
        characters = self.characters(paragraph_id)
        taken = len(characters) + 1
        for mark in sorted(marks, key=lambda mark: (mark.end, -mark.start), reverse=True):
            if not 0 <= mark.start < mark.end <= len(characters):
                continue
            words = characters[mark.start : mark.end]
            if mark.after is not None:
                _insert_after(words[-1], mark.after)
            if mark.around is not None and mark.end <= taken and len({word.node for word in words}) == 1:
                _wrap(words[0], words[-1], mark.around)
                taken = mark.start

    def insert_after_paragraph(self, paragraph_id: str, html: str) -> None:
        """Set a block after a paragraph."""
        paragraph = self._paragraphs.get(paragraph_id)
        if paragraph is None:
            return
        block = lxml.html.fragment_fromstring(html)
        block.tail, paragraph.tail = paragraph.tail, "\n"
        paragraph.addnext(block)


def _folded(paragraph: HtmlElement) -> Iterator[_Character]:
    last = " "
    for character, text in _raw(paragraph):
        here = " " if text.isspace() else text
        if here == " " and last == " ":
            continue
        last = here
        yield character


def _raw(element: HtmlElement) -> Iterator[tuple[_Character, str]]:
    for at, text in enumerate(element.text or ""):
        yield _Character(element, False, at), text
    for child in element:
        if isinstance(child.tag, str) and not (child.get("class") or "").startswith(_NO_TEXT):
            yield from _raw(child)
        for at, text in enumerate(child.tail or ""):
            yield _Character(child, True, at), text


def _insert_after(last: _Character, new: HtmlElement) -> None:
    link = next((element for element in last.inside if element.tag == "a"), None)
    if link is not None:  # a link in a link is no HTML
        new.tail, link.tail = link.tail, None
        link.addnext(new)
    elif last.tail:
        _insert_at(last.element, last.element.tail or "", last.at + 1, new)
    else:
        text, last.element.text = last.element.text or "", (last.element.text or "")[: last.at + 1]
        new.tail = text[last.at + 1 :]
        last.element.insert(0, new)


def _insert_at(element: HtmlElement, tail: str, cut: int, new: HtmlElement) -> None:
    new.tail, element.tail = tail[cut:], tail[:cut]
    element.addnext(new)


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
