"""Writes notes, names, timeline and concordance as JSON and CSV.

Addresses in these files are relative to the site's root, so that they hold wherever the edition is
published.
"""

from __future__ import annotations

from collections import defaultdict

from edition.model import Edition, Event, Form, Name, Note
from edition.model import Row as ConcordanceRow
from edition.model.files.tables import csv_bytes, json_bytes
from edition.model.pages.inline import inline_text
from edition.model.pages.target import Target

Row = dict[str, object]

NOTE_COLUMNS = "id type verdict section paragraph address lemma text sources confidence".split()
EVENT_COLUMNS = (
    "id date until precision kind text section paragraph address citations corrected note".split()
)
NUMBER_COLUMNS = "number key section paragraph address locator".split()


def _section(edition: Edition, path: str) -> str:
    page = edition.by_path.get(path)
    return page.section if page else ""


def _note(edition: Edition, note: Note) -> Row:
    return {
        "id": note.id,
        "type": note.type,
        "verdict": note.verdict,
        "section": _section(edition, note.page),
        "paragraph": note.paragraph,
        "address": edition.address(Target(note.page, note.anchor)),
        "lemma": note.lemma,
        "text": inline_text(note.text),
        "sources": list(note.sources),
        "confidence": note.confidence_in_words,
    }


def _notes(edition: Edition) -> list[Row]:
    return [_note(edition, note) for note in edition.notes]


def notes_json(edition: Edition) -> bytes:
    """Every editorial note, in the order of the text."""
    return json_bytes(_notes(edition))


def notes_csv(edition: Edition) -> bytes:
    """The same for a spreadsheet."""
    return csv_bytes(_notes(edition), NOTE_COLUMNS)


def _event(edition: Edition, event: Event) -> Row:
    return {
        "id": event.id,
        "date": event.date.iso,
        "until": event.until.iso if event.until else None,
        "precision": event.date.precision,
        "kind": event.kind,
        "text": event.text,
        "section": _section(edition, event.target.page),
        "paragraph": event.target.anchor,
        "address": edition.address(event.target),
        "citations": list(event.citations),
        "corrected": event.corrected.iso if event.corrected else None,
        "note": event.note,
    }


def _events(edition: Edition) -> list[Row]:
    return [_event(edition, event) for event in edition.timeline]


def timeline_json(edition: Edition) -> bytes:
    """Every dated event, with the paper's date and, where a note corrects it, the record's."""
    return json_bytes(_events(edition))


def timeline_csv(edition: Edition) -> bytes:
    """The same for a spreadsheet."""
    return csv_bytes(_events(edition), EVENT_COLUMNS)


def _number(edition: Edition, number: ConcordanceRow) -> Row:
    return {
        "number": number.number,
        "key": number.key,
        "section": _section(edition, number.page),
        "paragraph": number.paragraph,
        "address": edition.address(number.target),
        "locator": number.locator or None,
    }


def _numbers(edition: Edition) -> list[Row]:
    return [_number(edition, row) for row in edition.concordance]


def concordance_json(edition: Edition) -> bytes:
    """The printed numbers with the work, the paragraph and the locator of each."""
    return json_bytes(_numbers(edition))


def concordance_csv(edition: Edition) -> bytes:
    """The same for a spreadsheet."""
    return csv_bytes(_numbers(edition), NUMBER_COLUMNS)


def _form(form: Form) -> Row:
    return {"lang": form.lang, "text": form.text, "source": form.source}


def _name(name: Name, mentions: list[Row]) -> Row:
    return {
        "id": name.id,
        "kind": name.kind,
        "name": name.name,
        "printed": list(name.printed),
        "forms": [_form(form) for form in name.forms],
        "description": inline_text(name.description),
        "sources": list(name.sources),
        "mentions": mentions,
    }


def names_json(edition: Edition) -> bytes:
    """The index of names, with the sentences that name each."""
    mentions: dict[str, list[Row]] = defaultdict(list)
    for mention in edition.name_mentions:
        found: Row = {
            "address": edition.address(mention.target),
            "form": mention.form,
            "sentence": mention.sentence,
        }
        for id in mention.ids:
            mentions[id].append(found)
    return json_bytes([_name(name, mentions[name.id]) for name in edition.names])
