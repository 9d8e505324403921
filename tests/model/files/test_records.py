"""In: data files that are lists of records, well and badly written. Out: their Records and fields; problems, never errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.model.files.records import numbers_of, read_records, text_of, texts_of


def read(tmp_path: Path, text: str):
    (tmp_path / "list.yml").write_text(text, encoding="utf-8")
    records, problems = read_records(tmp_path, "list.yml")
    return records, [str(problem) for problem in problems]


def test_a_file_that_is_not_there_has_no_records_and_no_problem(tmp_path: Path) -> None:
    assert read_records(tmp_path, "none.yml") == ([], [])


def test_records_know_their_lines(tmp_path: Path) -> None:
    records, problems = read(tmp_path, "# note\n- id: a\n  text: x\n\n- id: b\n")
    assert problems == []
    assert [(str(record.location), str(record.line_of("text"))) for record in records] == [
        ("list.yml:2", "list.yml:3"),
        ("list.yml:5", "list.yml:5"),
    ]


@pytest.mark.parametrize(
    ("text", "ids", "said"),
    [
        ("", [], []),
        (
            "id: a\n",
            [],
            ["list.yml:1: malformed-data: the file is not a list. Begin each record with `- `."],
        ),
        (
            "- id: a\n- b\n",
            ["a"],
            [
                "list.yml:1: malformed-data: 'b' stands where a record should. Write it as `- name: value`."
            ],
        ),
    ],
)
def test_what_is_no_list_of_records_is_reported(
    tmp_path: Path, text: str, ids: list[str], said: list[str]
) -> None:
    records, problems = read(tmp_path, text)
    assert ([record["id"] for record in records], problems) == (ids, said)


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
def test_a_field_is_read_as_text_as_texts_and_as_numbers(
    value: object, text: str, texts: tuple, numbers: tuple
) -> None:
    record = {"field": value}
    assert (text_of(record, "field"), texts_of(record, "field"), numbers_of(record, "field")) == (
        text,
        texts,
        numbers,
    )
    assert (text_of({}, "field"), texts_of({}, "field"), numbers_of({}, "field")) == ("", (), ())
