"""In: YAML. Out: plain data that knows its lines, or the one problem that keeps it from loading."""

from __future__ import annotations

from typing import Any

import pytest

from edition.model.files.yaml import DEEPEST, parse_yaml


def problems(text: str, first_line: int = 1) -> list[str]:
    value, found = parse_yaml(text, "docs/data/a.yml", first_line)
    assert value is None or not found
    return [str(problem) for problem in found]


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
def test_values_are_text_unless_they_are_plainly_something_else(text: str, value: Any) -> None:
    found, none = parse_yaml(text, "a.yml")
    assert none == []
    assert value is None or found == value


def test_records_know_their_lines() -> None:
    records, _none = parse_yaml(
        "# lamps\n- name: one\n  oil: seal\n\n- name: two\n", "a.yml", first_line=10
    )
    assert [str(record.location) for record in records] == ["a.yml:11", "a.yml:14"]
    assert str(records[0].line_of("oil")) == "a.yml:12"
    assert str(records[1].line_of("oil")) == "a.yml:14"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "a: 1\nb: 2\na: 3\n",
            "docs/data/a.yml:3: malformed-data: the key 'a' stands twice in one record. Keep one of them.",
        ),
        (
            "- {b: 1, b: 2}\n",
            "docs/data/a.yml:1: malformed-data: the key 'b' stands twice in one record. Keep one of them.",
        ),
        (
            "a: &x [1]\nb: *x\n",
            "docs/data/a.yml:2: malformed-data: the alias '*x' is not allowed. Write the value out.",
        ),
        (
            "a:\n " + "[" * (DEEPEST + 1),
            "docs/data/a.yml:2: malformed-data: the data is nested more than 40 deep. Flatten it.",
        ),
        (
            "[" * 100_000,
            "docs/data/a.yml:1: malformed-data: the data is nested more than 40 deep. Flatten it.",
        ),
        (
            '- a\n- "x\\ud800"\n',
            "docs/data/a.yml:2: malformed-data: '\\ud800' is half a character. Write the character itself.",
        ),
        (
            '- a\n- "\\udfff": b\n',
            "docs/data/a.yml:2: malformed-data: '\\udfff' is half a character. Write the character itself.",
        ),
        (
            "- a\n- !!int x\n",
            "docs/data/a.yml:2: malformed-data: 'x' is not what its tag 'tag:yaml.org,2002:int' says. Take the tag away.",
        ),
        (
            "- !!int ''\n",
            "docs/data/a.yml:1: malformed-data: '' is not what its tag 'tag:yaml.org,2002:int' says. Take the tag away.",
        ),
        (
            "a: 1\n---\nb: 2\n",
            "docs/data/a.yml:2: malformed-data: a second document begins here. Take the line `---` out.",
        ),
        (
            "a: 1\n b: 2\n",
            "docs/data/a.yml:2: malformed-data: this is not YAML: mapping values are not allowed here. "
            "Compare the indentation and quotes with the record above.",
        ),
        (
            "a: 1\n\tb: 2\n",
            "docs/data/a.yml:2: malformed-data: this is not YAML: found character '\\t' that cannot start any token. "
            "Compare the indentation and quotes with the record above.",
        ),
        (
            "a: 1\nb: \x07\n",
            "docs/data/a.yml:2: malformed-data: this is not YAML: unacceptable character #x0007: special characters are not allowed. "
            "Compare the indentation and quotes with the record above.",
        ),
        (
            "a: !!python/object:os.system x\n",
            "docs/data/a.yml:1: malformed-data: this is not YAML: could not determine a constructor for the tag "
            "'tag:yaml.org,2002:python/object:os.system'. Compare the indentation and quotes with the record above.",
        ),
    ],
)
def test_what_does_not_load_is_one_problem_with_its_line(text: str, problem: str) -> None:
    assert problems(text) == [problem]


def test_who_adds_to_the_problems_of_a_text_adds_to_nobody_elses() -> None:
    _, problems = parse_yaml("a: [", "a.yml")
    problems.clear()
    assert parse_yaml("a: [", "a.yml")[1]
