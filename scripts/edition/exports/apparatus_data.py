"""In: the edition's apparatus. Out: notes, names, timeline and concordance as JSON, CSV and iCalendar.

Addresses in these files are relative to the site's root, so that they hold wherever the edition is published.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, date, datetime, timedelta
from typing import Any

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from ..model import Edition, Event, Moment, Name
from ..model.inline import inline_text
from .tables import csv_bytes, json_bytes

NOTE_COLUMNS = ["id", "type", "section", "paragraph", "address", "lemma", "text", "sources", "confidence"]
EVENT_COLUMNS = ["id", "date", "until", "precision", "kind", "text", "section", "paragraph", "address", "citations", "corrected", "note"]
NUMBER_COLUMNS = ["number", "key", "section", "paragraph", "address", "locator"]


def address_of(edition: Edition, place: str) -> str:
    """The address of `page.md#anchor` below the site's root; empty where there is no such page."""
    path, hash_sign, anchor = place.partition("#")
    page = edition.by_path.get(path)
    return page.address + hash_sign + anchor if page else ""


def _section(edition: Edition, path: str) -> str:
    page = edition.by_path.get(path)
    return page.section if page else ""


def _notes(edition: Edition) -> list[dict[str, Any]]:
    return [
        {
            "id": note.id,
            "type": note.type,
            "section": _section(edition, note.page),
            "paragraph": note.paragraph,
            "address": address_of(edition, f"{note.page}#{note.anchor}"),
            "lemma": note.lemma,
            "text": inline_text(note.text),
            "sources": list(note.sources),
            "confidence": note.confidence_in_words,
        }
        for note in edition.notes
    ]


def notes_json(edition: Edition) -> bytes:
    """Every editorial note, in the order of the text."""
    return json_bytes(_notes(edition))


def notes_csv(edition: Edition) -> bytes:
    """As `notes_json`, for a spreadsheet."""
    return csv_bytes(_notes(edition), NOTE_COLUMNS)


def _events(edition: Edition) -> list[dict[str, Any]]:
    return [
        {
            "id": event.id,
            "date": event.date.iso,
            "until": event.until.iso if event.until else None,
            "precision": event.date.precision,
            "kind": event.kind,
            "text": event.text,
            "section": _section(edition, event.page),
            "paragraph": event.paragraph,
            "address": address_of(edition, event.place),
            "citations": list(event.citations),
            "corrected": event.corrected.iso if event.corrected else None,
            "note": event.note,
        }
        for event in edition.timeline
    ]


def timeline_json(edition: Edition) -> bytes:
    """Every dated event, with the paper's date and, where a note corrects it, the record's."""
    return json_bytes(_events(edition))


def timeline_csv(edition: Edition) -> bytes:
    """As `timeline_json`, for a spreadsheet."""
    return csv_bytes(_events(edition), EVENT_COLUMNS)


def _calendar_dates(moment: Moment, until: Moment | None) -> tuple[date | datetime, date | datetime]:
    """First instant and end (exclusive) of what a date covers: a whole year, a month, a day, or a minute.

    A minute is a floating time (RFC 5545, 3.3.5): the paper names no time zone.
    """
    last = (until or moment).parts
    if len(moment.parts) == 5 and not until:
        start = datetime(*moment.parts)
        return start, start + timedelta(minutes=1)
    first = date(*(moment.parts[:3] + (1, 1)[len(moment.parts[:3]) - 1 :]))
    if len(last) == 1:
        return first, date(last[0] + 1, 1, 1)
    if len(last) == 2:
        return first, date(last[0] + last[1] // 12, last[1] % 12 + 1, 1)
    return first, date(*last[:3]) + timedelta(days=1)


def _calendar_event(edition: Edition, event: Event, stamp: datetime) -> CalendarEvent:
    entry = CalendarEvent()
    entry.add("uid", f"{event.id}@edition")
    entry.add("dtstamp", stamp)
    start, end = _calendar_dates(event.date, event.until)
    entry.add("dtstart", start)
    entry.add("dtend", end)
    entry.add("summary", event.text)
    said = f"As the paper dates it, to the {event.date.precision}."
    if event.corrected:
        said += f" The record: {event.corrected.iso}."
    entry.add("description", f"{said} {address_of(edition, event.place)}")
    entry.add("categories", [event.kind])
    entry.add("transp", "TRANSPARENT")
    return entry


def timeline_ics(edition: Edition) -> bytes:
    """iCalendar (RFC 5545). An event known only to the year or month fills it. The stamp is the edition's own date."""
    calendar = Calendar()
    calendar.add("prodid", "-//digital edition//timeline//EN")
    calendar.add("version", "2.0")
    parts = Moment(str(edition.paper.edition.get("date", ""))).parts
    stamp = datetime(*parts[:3], tzinfo=UTC) if len(parts) >= 3 else datetime(1970, 1, 1, tzinfo=UTC)
    for event in edition.timeline:
        if event.date.parts and (event.until is None or event.until.parts):
            calendar.add_component(_calendar_event(edition, event, stamp))
    return calendar.to_ical(sorted=False)


def _name(edition: Edition, name: Name, mentions: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "id": name.id,
        "kind": name.kind,
        "name": name.name,
        "printed": list(name.printed),
        "forms": [{"lang": form.lang, "text": form.text, "source": form.source} for form in name.forms],
        "description": inline_text(name.description),
        "sources": list(name.sources),
        "mentions": mentions,
    }


def names_json(edition: Edition) -> bytes:
    """The index of names with every paragraph that names each."""
    mentions: dict[str, list[dict[str, str]]] = defaultdict(list)
    for mention in edition.name_mentions:
        for id in mention.ids:
            mentions[id].append({"address": address_of(edition, mention.place), "form": mention.form, "sentence": mention.sentence})
    return json_bytes([_name(edition, name, mentions[name.id]) for name in edition.names])


def _numbers(edition: Edition) -> list[dict[str, Any]]:
    return [
        {
            "number": row.number,
            "key": row.key,
            "section": _section(edition, row.page),
            "paragraph": row.paragraph,
            "address": address_of(edition, f"{row.page}#cite-{row.number}"),
            "locator": row.locator or None,
        }
        for row in edition.concordance
    ]


def concordance_json(edition: Edition) -> bytes:
    """The printed numbers with the work, the place and the locator of each."""
    return json_bytes(_numbers(edition))


def concordance_csv(edition: Edition) -> bytes:
    """As `concordance_json`, for a spreadsheet."""
    return csv_bytes(_numbers(edition), NUMBER_COLUMNS)
