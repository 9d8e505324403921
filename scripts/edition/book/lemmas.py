"""In: a page's HTML and the notes on words of its paragraphs. Out: the HTML with a mark after the words on which each note hangs."""

from __future__ import annotations

import lxml.html
from lxml.html import HtmlElement

from edition.model import Note
from edition.model.apparatus.mention import straight
from edition.model.pages.insertion import insert_after

_Place = tuple[HtmlElement, bool, int]
"""Where a character stands: in the text of an element or, if true, in its tail, and at which index."""


def mark_lemmas(root: HtmlElement, notes: list[Note]) -> None:
    """Set the marks. A note whose words are not in its paragraph is marked at the paragraph's end."""
    for paragraph in [element for element in root.iter("p") if element.get("id")]:
        hanging = [note for note in notes if note.paragraph == paragraph.get("id")]
        places = _characters(paragraph) if hanging else []
        text = straight("".join(_at(place) for place in places))
        ends = [(_end(text, note), note) for note in hanging]
        # From the last to the first, so that the places of the words before a new mark stay true.
        last = 0
        for end, note in sorted(ends, key=lambda item: (item[0], item[1].id), reverse=True):
            if end and end == last:
                insert_after(*places[end - 1], _comma())
            if end:
                insert_after(*places[end - 1], _mark(note))
            last = end


def _end(text: str, note: Note) -> int:
    start = text.find(straight(note.lemma))
    return start + len(note.lemma) if start >= 0 else len(text)


def _mark(note: Note) -> HtmlElement:
    attributes = {
        "class": "noteref",
        "id": f"at-{note.anchor}",
        "href": f"#{note.anchor}",
        "role": "doc-noteref",
        "aria-label": f"Editorial note {note.id}",
    }
    mark = lxml.html.Element("a", attributes)
    mark.text = str(note.id)
    return mark


def _comma() -> HtmlElement:
    comma = lxml.html.Element("sup")
    comma.text = ","
    return comma


def _at(place: _Place) -> str:
    element, in_tail, at = place
    character = ((element.tail if in_tail else element.text) or "")[at]
    return " " if character.isspace() else character


def _characters(paragraph: HtmlElement) -> list[_Place]:
    """The places of a paragraph's characters, of several white spaces only the first."""
    found: list[_Place] = []

    def read(element: HtmlElement) -> None:
        found.extend((element, False, at) for at in range(len(element.text or "")))
        for child in element:
            read(child)
            found.extend((child, True, at) for at in range(len(child.tail or "")))

    read(paragraph)
    return [
        place
        for before, place in zip([None, *found], found, strict=False)
        if before is None or _at(place) != " " or _at(before) != " "
    ]
