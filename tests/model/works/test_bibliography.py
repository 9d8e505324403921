"""In: .bib files. Out: references in order with their lines, and a problem for each entry that cannot be read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.model import Bibliography
from edition.model.works.bibliography import read_bibliography

Read = Callable[..., Bibliography]


@pytest.fixture()
def read(tmp_path: Path) -> Read:
    def read(*texts: str) -> Bibliography:
        (tmp_path / "bib").mkdir()
        paths = [f"bib/{number}.bib" for number, _text in enumerate(texts, 1)]
        for path, text in zip(paths, texts, strict=True):
            (tmp_path / path).write_text(text, encoding="utf-8")
        return read_bibliography(tmp_path, paths)

    return read


def said(bibliography: Bibliography) -> list[str]:
    return [str(problem) for problem in bibliography.problems]


def test_entries_are_read_in_order_with_their_lines(read):
    found = read(
        "% The lamps\n\n@online{b,\n  title = {B},\n  date  = {2020},\n}\n@Book{a,\n  TITLE = {{A}}\n}\n"
    )
    assert [(r.key, r.type, r.fields, str(r.location)) for r in found] == [
        ("b", "online", {"title": "B", "date": "2020"}, "bib/1.bib:3"),
        ("a", "book", {"title": "{A}"}, "bib/1.bib:7"),
    ]
    assert str(found["b"].line_of("date")) == "bib/1.bib:5"
    assert str(found["b"].line_of("url")) == "bib/1.bib:3"
    assert said(found) == []


VALUES = """@string{press = {Gull Rock Press}}
@misc{a,
  one = {A},
  two = "A",
  three = "A {B} c",
  four = {A {B} c},
  five = {{A}},
  six = 1919,
  seven = press,
  eight = {A = b},
  nine = {A, "b" = c},
  ten = {100 % of A & B_c #1},
}
"""


def test_values_are_read_in_every_delimiter(read: Read) -> None:
    found = read(VALUES)
    assert found["a"].fields == {
        "one": "A",
        "two": "A",
        "three": "A {B} c",
        "four": "A {B} c",
        "five": "{A}",
        "six": "1919",
        "seven": "Gull Rock Press",
        "eight": "A = b",
        "nine": 'A, "b" = c',
        "ten": "100 % of A & B_c #1",
    }
    assert said(found) == []


def test_a_key_that_stands_twice_keeps_its_first_entry(read: Read) -> None:
    found = read(
        '@misc{a,\n  title = {A},\n}\n@misc{a,\n  title = {B},\n  note = "C",\n}\n',
        "\n@misc{a, title = {C}}\n@misc{A, title = {D}}",
    )
    assert [(r.title, str(r.location)) for r in found.entries] == [
        ("A", "bib/1.bib:1"),
        ("B", "bib/1.bib:4"),
        ("C", "bib/2.bib:2"),
        ("D", "bib/2.bib:3"),
    ]
    assert [r.title for r in found] == ["A", "D"]
    assert [r.title for r in found.of("bib/2.bib")] == ["D"]
    assert said(found) == []


def test_entries_after_a_malformed_one_are_still_read(read):
    found = read("@misc{a,\n  title = {A\n}\n\n@misc{b,\n  title = {B},\n}\n")
    assert [r.key for r in found] == ["b"]
    assert [(str(p.location), p.rule) for p in found.problems] == [
        ("bib/1.bib:1", "malformed-entry")
    ]


def test_a_missing_file_is_a_problem_and_the_others_are_read(tmp_path):
    (tmp_path / "b.bib").write_text("@misc{b, title = {B}}", encoding="utf-8")
    found = read_bibliography(tmp_path, ["a.bib", "b.bib"])
    assert said(found) == [
        "a.bib:1: missing-file: 'a.bib' cannot be read (No such file or directory). Add the file, or correct its name."
    ]
    assert [r.key for r in found] == ["b"]


def test_a_file_that_changes_is_read_again(tmp_path):
    for title in ("One", "Two"):
        (tmp_path / "a.bib").write_text(f"@book{{a, title = {{{title}}}, b}}", "utf-8")
        for _ in range(2):
            found = read_bibliography(tmp_path, ["a.bib"])
            assert [problem.rule for problem in found.problems] == ["malformed-entry"]
        found.problems.clear()


def test_a_macro_of_one_list_is_known_in_the_others(read: Read) -> None:
    found = read("@misc{a, note = press}", "@string{press = {Gull Rock}}", "@string{press = {Us}}")
    assert [found["a"].text("note"), found["a"].macros] == ["Us", {}]
