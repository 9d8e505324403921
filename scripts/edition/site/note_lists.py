r"""The editorial notes: their marks in the text, the list of a page, and the directive `\notes`."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

import lxml.html
from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.model import Note, Page
from edition.model.apparatus.note import TYPES, VERDICT_SIGNS, VERDICTS
from edition.model.pages.annotation import Mark
from edition.model.pages.inline import inline_html
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.templates import fill


@dataclass(frozen=True)
class ShownNote:
    """A note as a reader sees it: its words with their address, and its sources."""

    note: Note
    lemma: str
    text: Markup
    sources: list[FormattedReference]
    address: str


def note_marks(context: Context, page: Page) -> dict[str, list[Mark]]:
    """The marks of a page by paragraph. A note whose words are not there has none."""
    marks: dict[str, list[Mark]] = {}
    for note in context.edition.notes_on(page.path):
        paragraph = page.paragraph(note.paragraph)
        span = paragraph.find(note.lemma) if paragraph else None
        if span:
            lemma = lxml.html.Element("span", {"class": "lemma"})
            mark = Mark(*span, around=lemma, after=_mark(note))
            marks.setdefault(note.paragraph, []).append(mark)
    return marks


def _mark(note: Note) -> lxml.html.HtmlElement:
    attributes = {
        "class": f"note-mark verdict-{note.verdict}" if note.verdict else "note-mark",
        "id": f"at-{note.anchor}",
        "href": f"#{note.anchor}",
        "role": "doc-noteref",
        "data-note": str(note.id),
        "aria-label": f"Editorial note {note.id}: {note.verdict_in_words or note.type_name}",
    }
    mark = lxml.html.Element("a", attributes)
    mark.text = note.signed_number
    return mark


def page_notes(context: Context, page: Page) -> Generated:
    """The notes of one page, in order, for its margin, its foot and print."""
    shown = _shown_notes(context, page, page)
    if not shown:
        return Generated(Markup(""))
    anchors = set()
    for item in shown:
        anchors.add(item.note.anchor)
        if item.note.lemma:
            anchors.add(f"at-{item.note.anchor}")
    html = fill(
        "page-notes",
        notes=shown,
        references=context.list_link(page, "references"),
        all_notes=context.list_link(page, "notes"),
        signs=_signs(shown),
    )
    return Generated(html, frozenset(anchors))


def _signs(shown: list[ShownNote]) -> list[tuple[str, str]]:
    """The signs of the verdicts that these notes have, each with its meaning."""
    used = {item.note.verdict for item in shown}
    return [(VERDICT_SIGNS[key], words) for key, words in VERDICTS.items() if key in used]


def notes(context: Context, page: Page) -> Generated:
    """All notes by page, with their number by type as a chart; a filter by verdict and type."""
    edition = context.edition
    groups = []
    for other in edition.pages:
        shown = _shown_notes(context, page, other)
        if shown:
            groups.append((other, other.label, context.link(page, Target(other.path)), shown))
    counts = Counter(note.type for note in edition.notes)
    verdicts = Counter(note.verdict for note in edition.notes)
    html = fill(
        "notes",
        groups=groups,
        chart=[(kind, name, counts[kind]) for kind, name in TYPES.items() if counts[kind]],
        verdicts=[(key, name, verdicts[key]) for key, name in VERDICTS.items() if verdicts[key]],
        most=max(counts.values(), default=1),
        total=counts.total(),
        references=context.list_link(page, "references"),
        edit=context.edit_address,
    )
    return Generated(html, frozenset(note.anchor for note in edition.notes))


def _shown_notes(context: Context, page: Page, other: Page) -> list[ShownNote]:
    """The notes on the page `other`, as they are shown on `page`."""
    found = []
    for note in context.edition.notes_on(other.path):
        anchor = f"at-{note.anchor}" if note.lemma else ""
        shown = ShownNote(
            note=note,
            lemma=_lemma(other, note),
            text=inline_html(note.text),
            sources=context.references(note.sources),
            address=context.link(page, Target(other.path, anchor)),
        )
        found.append(shown)
    return found


def _lemma(page: Page, note: Note) -> str:
    """The words on which a note hangs, as the page prints them."""
    paragraph = page.paragraph(note.paragraph)
    span = paragraph.find(note.lemma) if paragraph else None
    return paragraph.text[slice(*span)] if paragraph and span else note.lemma
