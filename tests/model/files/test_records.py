"""Data files that are lists of records, well and badly written."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.model.files.records import Record
from edition.model.files.yaml import read_records
from edition.problem import Location


def read(tmp_path: Path, text: str):
    (tmp_path / "list.yml").write_text(text, encoding="utf-8")
    records, problems = read_records(tmp_path, "list.yml")
    return records, [str(problem) for problem in problems]


def test_a_file_that_is_not_there_has_no_records_and_no_problem(tmp_path):
    assert read_records(tmp_path, "none.yml") == ([], [])


def test_records_know_their_lines(tmp_path):
    records, problems = read(tmp_path, "# note\n- id: a\n  text: x\n\n- id: b\n- c\n")
    assert len(problems) == 1
    assert [(str(record.location), str(record.line_of("text"))) for record in records] == [
        ("list.yml:2", "list.yml:3"),
        ("list.yml:5", "list.yml:5"),
    ]


@pytest.mark.parametrize(
    ("value", "text", "texts", "numbers"),
    [
        (None, "", (), ()),
        ("a  b\n c", "a b c", ("a b c",), ()),
        (7, "7", ("7",), (7,)),
        (True, "True", ("True",), ()),
        (["a", 2, ["c"], {"d": 1}], "", ("a", "2"), (2,)),
        ({"a": 1}, "", (), ()),
    ],
)
def test_a_field_is_read_as_text_as_texts_and_as_numbers(value, text, texts, numbers):
    record = Record(Location("a.yml"))
    record["field"] = value
    assert (record.text("field"), record.texts("field")) == (text, texts)
    assert (record.numbers("field"), record.number("field")) == (
        numbers,
        numbers[0] if numbers else None,
    )
    assert (record.text("none"), record.texts("none"), record.number("none")) == ("", (), None)


def test_records_within_a_record(tmp_path):
    text = "- one: {a: 1}\n  many:\n    - {b: 2}\n    - c\n"
    (record,), problems = read(tmp_path, text)
    assert problems == []
    assert (record.record("one"), record.records("many")) == ({"a": 1}, [{"b": 2}])
    assert (record.record("many"), str(record.record("many").location)) == ({}, "list.yml:2")
    assert record.records("none") == []
