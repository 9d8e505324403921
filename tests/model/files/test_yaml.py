"""In: YAML. Out: plain data that knows its lines, or the one problem that keeps it from loading."""

from __future__ import annotations

import pytest

from edition.model.files.yaml import DEEPEST, parse_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("- 1\n- 2", [1, 2]),
        ("a: 7", {"a": 7}),
        ("a: -7", {"a": -7}),
        ("a: 2025-04-09", {"a": "2025-04-09"}),
        ("a: 12:30", {"a": "12:30"}),
        ("a: 010", {"a": "010"}),
        ("a: 1.10", {"a": "1.10"}),
        ("a: 1_000", {"a": "1_000"}),
        ("a: true\nb: ~\nc:", {"a": True, "b": None, "c": None}),
        ("a: !ENV [SITE_URL, x]", {"a": ["SITE_URL", "x"]}),
        ("a: !ENV SITE_URL", {"a": "SITE_URL"}),
        ("a: |\n  灯\n  لیمپ\n", {"a": "灯\nلیمپ\n"}),
        ("<<: {a: 1}", {"<<": {"a": 1}}),
        ("[" * DEEPEST + "]" * DEEPEST, None),
    ],
)
def test_values_are_text_unless_they_are_plainly_something_else(text, value):
    found, none = parse_yaml(text, "a.yml")
    assert none == []
    assert value is None or found == value


def test_records_know_their_lines():
    records, _none = parse_yaml(
        "# lamps\n- name: one\n  oil: seal\n\n- name: two\n", "a.yml", first_line=10
    )
    assert [str(record.location) for record in records] == ["a.yml:11", "a.yml:14"]
    assert str(records[0].line_of("oil")) == "a.yml:12"
    assert str(records[1].line_of("oil")) == "a.yml:14"


def test_who_adds_to_the_problems_of_a_text_adds_to_nobody_elses():
    _, problems = parse_yaml("a: [", "a.yml")
    problems.clear()
    assert parse_yaml("a: [", "a.yml")[1]
