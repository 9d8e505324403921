"""Writes notes, names, timeline and concordance as JSON and CSV.

Addresses in these files are relative to the site's root, so that they hold wherever the edition is
published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from typing import NamedTuple

from edition.model import Edition, Form, Name
from edition.model.files.tables import csv_bytes, json_bytes
from edition.model.pages.inline import inline_text
from edition.model.pages.target import Target

Row = dict[str, object]


class Table(NamedTuple):
    """What is published as JSON and, for a spreadsheet, as CSV with these columns."""

    rows: Callable[[Edition], list[Row]]
    columns: list[str]


def table_json(table: Table, edition: Edition) -> bytes:
    return json_bytes(table.rows(edition))


def table_csv(table: Table, edition: Edition) -> bytes:
    return csv_bytes(table.rows(edition), table.columns)


def _section(edition: Edition, path: str) -> str:
    page = edition.by_path.get(path)
    return page.section if page else ""


def notes(edition: Edition) -> list[Row]:
    """Every editorial note, in the order of the text."""
    return [
        {
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
        for note in edition.notes
    ]


def events(edition: Edition) -> list[Row]:
    """Every dated event, with the paper's date and, where a note corrects it, the record's."""
    return [
        {
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
        for event in edition.timeline
    ]


def numbers(edition: Edition) -> list[Row]:
    """The printed numbers with the work, the paragraph and the locator of each."""
    return [
        {
            "number": number.number,
            "key": number.key,
            "section": _section(edition, number.page),
            "paragraph": number.paragraph,
            "address": edition.address(number.target),
            "locator": number.locator or None,
        }
        for number in edition.concordance
    ]


TABLES = {
    "concordance": Table(numbers, "number key section paragraph address locator".split()),
    "notes": Table(
        notes,
        "id type verdict section paragraph address lemma text sources confidence".split(),
    ),
    "timeline": Table(
        events,
        (
            "id date until precision kind text section paragraph address citations corrected note"
        ).split(),
    ),
}
"""The tables by the names of their files."""


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
