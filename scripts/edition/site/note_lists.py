"""In: the editorial notes. Out: their marks in the text, the list at the foot of a page, and the page of all notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import lxml.html
from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.model import Note, Page, Paragraph
from edition.model.apparatus.note import TYPES
from edition.model.pages.annotation import Mark
from edition.model.pages.inline import inline_html
from edition.site.context import Context, Generated
from edition.site.templates import fill


@dataclass(frozen=True)
class ShownNote:
    """A note as a reader sees it: its mark on its page, the words it hangs on as the text has them, and their address."""

    note: Note
    letter: str
    lemma: str
    text: Markup
    sources: list[FormattedReference]
    address: str


def letter(at: int) -> str:
    """The mark of the n-th note of a page, from 0: a, b, …, z, aa, ab, …"""
    return (letter(at // 26 - 1) if at >= 26 else "") + chr(ord("a") + at % 26)


def _shown(context: Context, page: Page, on: Page, at: int, note: Note) -> ShownNote:
    anchor = f"#at-{note.anchor}" if note.lemma else ""
    address = anchor if on is page else context.link(page, note.page + anchor)
    span = _span(on, note)
    lemma = span[0].text[span[1] : span[2]] if span else note.lemma
    return ShownNote(
        note, letter(at), lemma, inline_html(note.text), context.references(note.sources), address
    )


def _span(page: Page, note: Note) -> tuple[Paragraph, int, int] | None:
    """The paragraph and the characters of the words on which a note hangs; None where there are none."""
    paragraph = page.paragraph(note.paragraph)
    span = paragraph.find(note.lemma) if paragraph else None
    return (paragraph, *span) if paragraph and span else None


def _mark(note: Note, at: int) -> lxml.html.HtmlElement:
    mark = lxml.html.Element(
        "a",
        {
            "class": "note-mark",
            "id": f"at-{note.anchor}",
            "href": f"#{note.anchor}",
            "role": "doc-noteref",
        },
    )
    mark.set("data-note", str(note.id))
    mark.set("aria-label", f"Editorial note {letter(at)}: {note.type_name}")
    mark.text = letter(at)
    return mark


def note_marks(context: Context, page: Page) -> dict[str, list[Mark]]:
    """The marks of a page by paragraph. A note whose words are not there has none; a check reports it."""
    marks: dict[str, list[Mark]] = {}
    for at, note in enumerate(context.edition.notes_on(page.path)):
        span = _span(page, note)
        if span:
            paragraph, start, end = span
            marks.setdefault(paragraph.id, []).append(
                Mark(start, end, lxml.html.Element("span", {"class": "lemma"}), _mark(note, at))
            )
    return marks


def page_notes(context: Context, page: Page) -> Generated:
    """The notes of one page, in order, for its margin, its foot and print; empty where there is none."""
    notes = context.edition.notes_on(page.path)
    if not notes:
        return Generated(Markup(""))
    shown = [_shown(context, page, page, at, note) for at, note in enumerate(notes)]
    anchors = frozenset(
        name
        for note in notes
        for name in ((note.anchor, f"at-{note.anchor}") if note.lemma else (note.anchor,))
    )
    return Generated(
        fill(
            "page-notes",
            notes=shown,
            references=context.link(page, "references.md"),
            all_notes=context.link(page, "notes.md"),
        ),
        anchors,
    )


def notes(context: Context, page: Page) -> Generated:
    """All notes by page, with their number by type as a chart and a filter."""
    groups = []
    for other in context.edition.pages:
        shown = [
            _shown(context, page, other, at, note)
            for at, note in enumerate(context.edition.notes_on(other.path))
        ]
        if shown:
            groups.append((other, other.label, context.link(page, other.path), shown))
    counts = Counter(note.type for note in context.edition.notes)
    chart = [(kind, name, counts[kind]) for kind, name in TYPES.items() if counts[kind]]
    most, total = max(counts.values(), default=1), sum(counts.values())
    html = fill(
        "notes",
        groups=groups,
        chart=chart,
        most=most,
        total=total,
        references=context.link(page, "references.md"),
        edit=context.edit_address,
    )
    return Generated(html, frozenset(note.anchor for note in context.edition.notes))
