"""The files of the apparatus, read back: they say what the data say."""

from __future__ import annotations

import csv
import io
import json

import pytest

from edition.exports import FILES
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
from edition.model import Edition
from edition.model.files.tables import csv_bytes

TABLES = [
    (notes_json, notes_csv, NOTE_COLUMNS),
    (timeline_json, timeline_csv, EVENT_COLUMNS),
    (concordance_json, concordance_csv, NUMBER_COLUMNS),
]
PATHS = [
    f"downloads/{name}"
    for name in (
        "concordance.csv",
        "concordance.json",
        "names.json",
        "notes.csv",
        "notes.json",
        "timeline.csv",
        "timeline.json",
    )
]


@pytest.fixture(params=["made_up", "real"])
def either(request: pytest.FixtureRequest) -> Edition:
    return request.getfixturevalue(request.param)


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


@pytest.mark.parametrize(("to_json", "to_csv", "columns"), TABLES)
def test_table_and_json_say_the_same(either: Edition, to_json, to_csv, columns: list[str]) -> None:
    records = json.loads(to_json(either))
    assert records
    assert rows(to_csv(either)) == [
        {column: cell(record[column]) for column in columns} for record in records
    ]
    assert all(list(record) == columns for record in records)


def test_a_table_begins_with_the_mark_that_spreadsheets_need_and_ends_each_line_as_rfc_4180_asks(
    made_up: Edition,
) -> None:
    data = notes_csv(made_up)
    assert data.startswith(b"\xef\xbb\xbfid,type,")
    assert data.count(b"\r\n") == len(made_up.notes) + 1


def test_a_note_in_the_files(made_up: Edition) -> None:
    assert json.loads(notes_json(made_up))[3] == {
        "id": 12,
        "type": "name",
        "verdict": "differs",
        "section": "2.3",
        "paragraph": "p1",
        "address": "keepers/songs/#n12",
        "lemma": "Song of the Lamp and the Holm",
        "text": "The Roll of Keepers has “Song to the Lamp,” and no ballads.",
        "sources": ["sellaarchive2020roll"],
        "confidence": "partly supported",
    }


def test_an_event_in_the_files(made_up: Edition) -> None:
    assert json.loads(timeline_json(made_up))[2] == {
        "id": "treaty",
        "date": "1849",
        "until": None,
        "precision": "year",
        "kind": "diplomacy",
        "text": "The treaty is signed.",
        "section": "2.3",
        "paragraph": "p1",
        "address": "keepers/songs/#p1",
        "citations": [],
        "corrected": "1848-06-02",
        "note": 15,
    }


def test_a_name_in_the_file(made_up: Edition) -> None:
    assert json.loads(names_json(made_up))[0] == {
        "id": "mari-sund",
        "kind": "person",
        "name": "Mari Sund",
        "printed": [],
        "forms": [{"lang": "ur", "text": "ماری سند", "source": "rahi2016light"}],
        "description": "Singer, of Holm.",
        "sources": ["sellaarchive2020roll"],
        "mentions": [
            {
                "address": "keepers/songs/#p1",
                "form": "Sund",
                "sentence": "The Lamp Union, founded in March 1851, printed them; Sund, who signed the Treaty of Holm in 1849, wrote the most.",
            }
        ],
    }


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


@pytest.mark.parametrize("path", PATHS)
def test_the_files_are_published(path: str, built, made_up: Edition) -> None:
    assert (built.folder / path).read_bytes() == FILES[path](made_up)
