"""The files of the apparatus, read back: they say what the data say."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
from icalendar import Calendar

from edition.exports.apparatus_data import (
    EVENT_COLUMNS,
    NOTE_COLUMNS,
    NUMBER_COLUMNS,
    concordance_csv,
    concordance_json,
    names_json,
    notes_csv,
    notes_json,
    timeline_csv,
    timeline_json,
)
from edition.exports.calendar import timeline_ics
from edition.model import Edition
from edition.model.files.tables import csv_bytes

TABLES = [
    (notes_json, notes_csv, NOTE_COLUMNS),
    (timeline_json, timeline_csv, EVENT_COLUMNS),
    (concordance_json, concordance_csv, NUMBER_COLUMNS),
]


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


@pytest.mark.parametrize(("to_json", "to_csv", "columns"), TABLES)
def test_table_and_json_say_the_same(real: Edition, to_json, to_csv, columns: list[str]) -> None:
    records = json.loads(to_json(real))
    assert records
    assert rows(to_csv(real)) == [
        {column: cell(record[column]) for column in columns} for record in records
    ]
    assert all(list(record) == columns for record in records)


def test_every_address_in_the_files_is_there(built, made_up: Edition) -> None:
    records = [
        json.loads(export(made_up)) for export in (notes_json, timeline_json, concordance_json)
    ]
    mentions = [mention for name in json.loads(names_json(made_up)) for mention in name["mentions"]]
    for record in [*(record for each in records for record in each), *mentions]:
        address, _, id = record["address"].partition("#")
        assert built.article(address).xpath(f".//*[@id='{id}']"), record["address"]


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_no_value_is_run_as_a_formula(overlay, edition, value: str) -> None:
    data = json.dumps(
        [
            {
                "id": 1,
                "type": "fact",
                "text": value,
                "lemma": value,
                "sources": [value],
                "confidence": "high",
            }
        ]
    )
    loaded = edition(overlay({"docs/data/notes/keepers/pay.yml": data}))
    row = next(row for row in rows(notes_csv(loaded)) if row["id"] == "1")
    assert not [
        column for column, text in row.items() if text[:1] in ("=", "+", "-", "@", "\t", "\r")
    ]
    assert csv_bytes([{"a": value}], ["a"]).splitlines()[1].lstrip(b'"').startswith(b"'")


def events(edition: Edition) -> dict[str, object]:
    calendar = Calendar.from_ical(timeline_ics(edition))
    return {str(event["uid"]).partition("@")[0]: event for event in calendar.walk("VEVENT")}


@pytest.mark.parametrize(
    ("dates", "start", "end"),
    [
        ({"date": "1851-12"}, date(1851, 12, 1), date(1852, 1, 1)),
        ({"date": "1851-12-31"}, date(1851, 12, 31), date(1852, 1, 1)),
        ({"date": "1851-03", "until": "1851-12"}, date(1851, 3, 1), date(1852, 1, 1)),
        ({"date": "1851-03-05", "until": "1851"}, date(1851, 3, 5), date(1852, 1, 1)),
        (
            {"date": "1851-03-05T10:00", "until": "1851-03-06T11:30"},
            datetime(1851, 3, 5, 10),
            datetime(1851, 3, 6, 11, 31),
        ),
        (
            {"date": "1851-03-05T10:00+08:00", "until": "1851-03-05T11:30Z"},
            datetime(1851, 3, 5, 2, tzinfo=UTC),
            datetime(1851, 3, 5, 11, 31, tzinfo=UTC),
        ),
        (
            {"date": "1851-03-05T10:00+08:00", "until": "1851-03-05T11:30"},
            datetime(1851, 3, 5, 10),
            datetime(1851, 3, 5, 11, 31),
        ),
        ({"date": "1851-03-05T10:00", "until": "1851-03-06"}, date(1851, 3, 5), date(1851, 3, 7)),
        ({"date": "9998-12-31"}, date(9998, 12, 31), date(9999, 1, 1)),
    ],
)
def test_spans_end_with_their_last_year_month_day_or_minute(
    overlay, edition, dates: dict, start: date, end: date
) -> None:
    data = json.dumps(
        [{"id": "one", "kind": "culture", "text": "One.", "place": "keepers/songs.md#p1", **dates}]
    )
    event = events(edition(overlay({"docs/data/timeline.yml": data})))["one"]
    assert (event["dtstart"].dt, event["dtend"].dt) == (start, end)


def test_what_is_no_date_or_ends_before_it_begins_is_in_no_calendar(overlay, edition) -> None:
    data = json.dumps(
        [
            {"id": "a", "date": "May"},
            {"id": "b", "date": "1900", "until": "May"},
            {"id": "c", "date": "1900", "until": "1899"},
            {"id": "d", "date": "9999"},
        ]
    )
    assert events(edition(overlay({"docs/data/timeline.yml": data}))) == {}


def test_the_calendar_says_how_precise_the_paper_is_and_what_the_record_has(
    real: Edition,
) -> None:
    found = events(real)
    assert list(found) == [event.id for event in real.timeline]
    for event in real.timeline:
        description = str(found[event.id]["description"])
        assert description.startswith(f"As the paper dates it, to the {event.date.precision}.")
        if event.corrected:
            assert event.corrected.iso in description
        else:
            assert "The record" not in description
        assert description.endswith(real.address(event.target))
        assert str(found[event.id]["summary"]) == event.text
    assert {event["dtstamp"].dt for event in found.values()} == {
        datetime.fromisoformat(real.paper.edition.date).replace(tzinfo=UTC)
    }


def test_the_calendar_is_as_rfc_5545_asks(real: Edition) -> None:
    data = timeline_ics(real)
    assert data.startswith(b"BEGIN:VCALENDAR\r\n")
    assert data.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
