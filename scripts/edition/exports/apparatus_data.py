"""Writes notes, names, timeline and concordance as JSON and CSV.

Addresses in these files are relative to the site's root, so that they hold wherever the edition is
published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, fields

from edition.model import Edition, Event, Form, Name, Note, Row
from edition.model.files.tables import csv_bytes, json_bytes
from edition.model.pages.inline import inline_text
from edition.model.pages.target import Target


# The fields of these three are the keys in the JSON and the columns of the table, in their order.
@dataclass(frozen=True)
class NoteRow:
    id: int
    type: str
    section: str
    paragraph: str
    address: str
    lemma: str
    text: str
    sources: list[str]
    confidence: str


@dataclass(frozen=True)
class EventRow:
    id: str
    date: str
    until: str | None
    precision: str
    kind: str
    text: str
    section: str
    paragraph: str
    address: str
    citations: list[int]
    corrected: str | None
    note: int | None


@dataclass(frozen=True)
class NumberRow:
    number: int
    key: str
    section: str
    paragraph: int
    address: str
    locator: str | None


def _json(rows: Sequence[NoteRow | EventRow | NumberRow]) -> bytes:
    return json_bytes([vars(row) for row in rows])


def _csv(rows: Sequence[NoteRow | EventRow | NumberRow], row_type: type) -> bytes:
    columns = [field.name for field in fields(row_type)]
    return csv_bytes([vars(row) for row in rows], columns)


def _section(edition: Edition, path: str) -> str:
    page = edition.by_path.get(path)
    return page.section if page else ""


def _note(edition: Edition, note: Note) -> NoteRow:
    return NoteRow(
        id=note.id,
        type=note.type,
        section=_section(edition, note.page),
        paragraph=note.paragraph,
        address=edition.address(Target(note.page, note.anchor)),
        lemma=note.lemma,
        text=inline_text(note.text),
        sources=list(note.sources),
        confidence=note.confidence_in_words,
    )


def _notes(edition: Edition) -> list[NoteRow]:
    return [_note(edition, note) for note in edition.notes]


def notes_json(edition: Edition) -> bytes:
    """Every editorial note, in the order of the text."""
    return _json(_notes(edition))


def notes_csv(edition: Edition) -> bytes:
    """The same for a spreadsheet."""
    return _csv(_notes(edition), NoteRow)


def _event(edition: Edition, event: Event) -> EventRow:
    return EventRow(
        id=event.id,
        date=event.date.iso,
        until=event.until.iso if event.until else None,
        precision=event.date.precision,
        kind=event.kind,
        text=event.text,
        section=_section(edition, event.target.page),
        paragraph=event.target.anchor,
        address=edition.address(event.target),
        citations=list(event.citations),
        corrected=event.corrected.iso if event.corrected else None,
        note=event.note,
    )


def _events(edition: Edition) -> list[EventRow]:
    return [_event(edition, event) for event in edition.timeline]


def timeline_json(edition: Edition) -> bytes:
    """Every dated event, with the paper's date and, where a note corrects it, the record's."""
    return _json(_events(edition))


def timeline_csv(edition: Edition) -> bytes:
    """The same for a spreadsheet."""
    return _csv(_events(edition), EventRow)


def _number(edition: Edition, row: Row) -> NumberRow:
    return NumberRow(
        number=row.number,
        key=row.key,
        section=_section(edition, row.page),
        paragraph=row.paragraph,
        address=edition.address(row.target),
        locator=row.locator or None,
    )


def _numbers(edition: Edition) -> list[NumberRow]:
    return [_number(edition, row) for row in edition.concordance]


def concordance_json(edition: Edition) -> bytes:
    """The printed numbers with the work, the paragraph and the locator of each."""
    return _json(_numbers(edition))


def concordance_csv(edition: Edition) -> bytes:
    """The same for a spreadsheet."""
    return _csv(_numbers(edition), NumberRow)


Mentions = list[dict[str, str]]


def _form(form: Form) -> dict[str, str]:
    return {"lang": form.lang, "text": form.text, "source": form.source}


def _name(name: Name, mentions: Mentions) -> dict[str, object]:
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
    mentions: dict[str, Mentions] = defaultdict(list)
    for mention in edition.name_mentions:
        found = {
            "address": edition.address(mention.target),
            "form": mention.form,
            "sentence": mention.sentence,
        }
        for id in mention.ids:
            mentions[id].append(found)
    return json_bytes([_name(name, mentions[name.id]) for name in edition.names])
