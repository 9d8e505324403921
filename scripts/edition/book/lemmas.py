"""In: a page's HTML and the notes on words of its paragraphs. Out: the HTML with a mark after the words on which each note hangs."""

from __future__ import annotations

import lxml.html
from lxml.html import HtmlElement

from edition.model import Note, Page
from edition.model.pages.annotation import AnnotatedPage, Mark


def mark_lemmas(annotated: AnnotatedPage, page: Page, notes: list[Note]) -> None:
    """Set the marks. A note whose words are not in its paragraph is marked at the paragraph's end."""
    for paragraph in page.paragraphs:
        spans = []
        for note in notes:
            if note.paragraph == paragraph.id:
                end = len(paragraph.text)
                spans.append((*(paragraph.find(note.lemma) or (end - 1, end)), note))
        if spans:
            annotated.annotate(paragraph, _marks(spans))


def _marks(spans: list[tuple[int, int, Note]]) -> list[Mark]:
    """A number after the words of each note; a comma between two numbers."""
    marks: list[Mark] = []
    ends: set[int] = set()
    for _, end, note in sorted(spans, key=lambda span: span[2].id):
        # All begin at the same character, so that they stand in the order of this list.
        if end in ends:
            marks.append(Mark(end - 1, end, after=_comma()))
        marks.append(Mark(end - 1, end, after=_mark(note)))
        ends.add(end)
    return marks


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
