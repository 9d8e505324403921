"""In: the editorial notes. Out: their marks in the text, the list at the foot of a page, and the page of all notes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import lxml.html
from markupsafe import Markup

from ..model import Note, Page
from ..model.inline import inline_html
from ..model.mention import straight
from ..model.note import TYPES
from .annotation import Mark
from .context import Context, Generated
from .reference import FormattedReference
from .templates import fill


@dataclass(frozen=True)
class ShownNote:
    """A note as a reader sees it. `letter` marks it on its page; `place` and `address` lead to the words it hangs on."""

    note: Note
    letter: str
    text: Markup
    sources: list[FormattedReference]
    place: str
    address: str


def letter(at: int) -> str:
    """The mark of the n-th note of a page, from 0: a, b, …, z, aa, ab, …"""
    return (letter(at // 26 - 1) if at >= 26 else "") + chr(ord("a") + at % 26)


def _shown(context: Context, page: Page, on: Page, at: int, note: Note) -> ShownNote:
    anchor = f"#at-{note.anchor}" if note.lemma else ""
    address = anchor if on is page else context.link(page, note.page + anchor)
    place = context.place_label(f"{note.page}#{note.paragraph}")
    return ShownNote(note, letter(at), inline_html(note.text), context.references(note.sources), place, address)


def _mark(note: Note, at: int) -> lxml.html.HtmlElement:
    mark = lxml.html.Element("a", {"class": "note-mark", "id": f"at-{note.anchor}", "href": f"#{note.anchor}", "role": "doc-noteref"})
    mark.set("data-note", str(note.id))
    mark.set("aria-label", f"Editorial note {letter(at)}: {note.type_name}")
    mark.text = letter(at)
    return mark


def note_marks(context: Context, page: Page) -> dict[str, list[Mark]]:
    """The marks of a page by paragraph. A note whose words are not there has none; a check reports it."""
    marks: dict[str, list[Mark]] = {}
    for at, note in enumerate(context.edition.notes_on(page.path)):
        paragraph = page.paragraph(note.paragraph)
        start = straight(paragraph.text).find(straight(note.lemma)) if paragraph and note.lemma else -1
        if start >= 0:
            around = lxml.html.Element("span", {"class": "lemma"})
            marks.setdefault(note.paragraph, []).append(Mark(start, start + len(note.lemma), around, _mark(note, at)))
    return marks


def page_notes(context: Context, page: Page) -> Generated:
    """The notes of one page, in order, for its margin, its foot and print; empty where there is none."""
    notes = context.edition.notes_on(page.path)
    if not notes:
        return Generated(Markup(""))
    shown = [_shown(context, page, page, at, note) for at, note in enumerate(notes)]
    anchors = frozenset(name for note in notes for name in ((note.anchor, f"at-{note.anchor}") if note.lemma else (note.anchor,)))
    return Generated(fill("page-notes", notes=shown, references=context.link(page, "references.md"), all_notes=context.link(page, "notes.md")), anchors)


def notes(context: Context, page: Page) -> Generated:
    """All notes by page, with their number by type as a chart and a filter."""
    groups = []
    for other in context.edition.pages:
        on_page = context.edition.notes_on(other.path)
        if on_page:
            groups.append((other, context.page_label(other), context.link(page, other.path), [_shown(context, page, other, at, note) for at, note in enumerate(on_page)]))
    counts = Counter(note.type for note in context.edition.notes)
    chart = [(kind, name, counts[kind]) for kind, name in TYPES.items() if counts[kind]]
    html = fill("notes", groups=groups, chart=chart, most=max(counts.values(), default=1), total=sum(counts.values()), references=context.link(page, "references.md"))
    return Generated(html, frozenset(note.anchor for note in context.edition.notes))
