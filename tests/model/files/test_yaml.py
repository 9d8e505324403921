"""In: YAML. Out: plain data that knows its lines, or the one problem that keeps it from loading."""

from __future__ import annotations

from edition.model.files.yaml import DEEPEST, parse_yaml


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


def test_data_is_read_to_the_deepest():
    assert parse_yaml("[" * DEEPEST + "]" * DEEPEST, "a.yml")[1] == []
