r"""The editorial notes: their marks in the text, the list of a page, and the directive `\notes`."""

from __future__ import annotations

from collections import Counter

import lxml.html
from markupsafe import Markup

from edition.model import Note
from edition.model.apparatus.note import TYPES, VERDICT_SIGNS, VERDICTS
from edition.model.pages.annotation import Mark
from edition.site.context import PageView


def note_marks(view: PageView) -> dict[str, list[Mark]]:
    """The marks of a page by paragraph. A note whose words are not there has none."""
    marks: dict[str, list[Mark]] = {}
    for note in view.edition.notes_on(view.page.path):
        if found := view.edition.find_lemma(note):
            paragraph, span = found
            lemma = lxml.html.Element("span", {"class": "lemma"})
            mark = Mark(*span, around=lemma, after=_mark(note))
            marks.setdefault(paragraph.id, []).append(mark)
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


def page_notes(view: PageView) -> Markup:
    """The notes of one page, in order, for its margin, its foot and print."""
    notes = view.edition.notes_on(view.page.path)
    return view.fill("page-notes", notes=notes, signs=_signs(notes)) if notes else Markup("")


def _signs(notes: list[Note]) -> list[tuple[str, str]]:
    """The signs of the verdicts that these notes have, each with its meaning."""
    used = {note.verdict for note in notes}
    return [(VERDICT_SIGNS[key], words) for key, words in VERDICTS.items() if key in used]


def notes(view: PageView) -> Markup:
    """All notes by page, with their number by type as a chart; a filter by verdict and type."""
    edition = view.edition
    counts = Counter(note.type for note in edition.notes)
    verdicts = Counter(note.verdict for note in edition.notes)
    return view.fill(
        "notes",
        chart=[(kind, name, counts[kind]) for kind, name in TYPES.items() if counts[kind]],
        verdicts=[(key, name, verdicts[key]) for key, name in VERDICTS.items() if verdicts[key]],
        most=max(counts.values(), default=1),
        total=counts.total(),
    )
