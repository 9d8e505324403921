"""Files of a size or depth that no person writes.

At these sizes work that grows with the square of the input would not end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import format as command
from edition.checks import check_sources
from edition.model import Edition
from edition.model.files.limits import MOST_CHARACTERS, MOST_LINES

MB = 1024 * 1024
BIB, DATA, PAGE = "bib/editors.bib", "docs/data/names.yml", "docs/towers/stone.md"
TOO_LARGE = "unreadable-file: the file is larger than 4 MB. Split it, or take out what does not belong in it."
MANY = 100_000


def article(**fields: str) -> str:
    lines = [f"  {name} = {{{value}}},\n" for name, value in fields.items()]
    return f"@article{{orrin2020lamps,\n{''.join(lines)}}}\n"


def page(text: str) -> str:
    return f"---\ntitle: Stone\ndescription: Of stone.\nsection: 1.1\n---\n\n# Stone\n\n{text}\n"


@pytest.fixture()
def found_in(overlay) -> Callable[[str, str | bytes, str], list[str]]:
    """`found_in(path, content, rule)`: the problems of a rule in that file, without the path."""

    def check(path: str, content: str | bytes, rule: str) -> list[str]:
        root: Path = overlay({path: content})
        before = (root / path).read_bytes()
        problems = check_sources(Edition.load(root))
        assert all(problem.location.line >= 1 for problem in problems)
        assert all(len(problem.message) <= 1000 + len(" … ") for problem in problems)
        assert (root / path).read_bytes() == before
        texts = [str(replace(problem, level=None)) for problem in problems if problem.rule == rule]
        return [text.removeprefix(f"{path}:") for text in texts if text.startswith(f"{path}:")]

    return check


PUBLISHED, ROWS, HEALTH = (
    "docs/data/published.txt",
    "docs/data/concordance.yml",
    "bib/link-status.json",
)


@pytest.mark.parametrize("path", [BIB, DATA, PAGE, "mkdocs.yml", PUBLISHED, ROWS, HEALTH])
def test_a_line_of_ten_megabytes(found_in, path):
    assert f"1: {TOO_LARGE}" in found_in(path, b"x" * (10 * MB), "unreadable-file")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            "% " + "x" * 4_000_000,
            f"1: not-normal-form: '% {'x' * 58}' is not written in the common form. Run `make format`.",
        ),
        (
            article(title="{" * MANY + "x" + "}" * MANY, volume="0" * MANY + "x"),
            f"3: volume-form: the volume '{'0' * 788} … {'0' * 181}x' is not a number. Compare it with the publication.",
        ),
        (
            article(pages="9" * 5000 + "--" + "8" * 5000),
            f"2: pages-form: the pages '{'9' * 789} … {'8' * 176}' end before they begin. Correct one of the two numbers, and write both in full.",
        ),
        (
            article(pages="x" + " " * MANY + "x"),
            f"2: pages-form: the pages 'x{' ' * 788} … {' ' * 170}x' are not of the common form. Compare it with the publication.",
        ),
        (
            article(month="1" * 5000),
            f"2: impossible-date: the month '{'1' * 789} … {'1' * 183}' is not a month. Write a number from 1 to 12.",
        ),
        (
            article(keywords="ref" + "1" * 5000),
            "1: key-convention: 'orrin2020lamps' does not contain 'nd', though the entry is undated. Correct the key or the date.",
        ),
        (
            "@online{a2020b, title = " + "{" * MANY,
            "1: malformed-entry: the entry cannot be read: Unexpectedly reached end of file. Look for a missing comma, quote or brace near this line.",
        ),
        (
            "@online{" + "a" + "00000" * MANY + "!,\n title = {{x}},\n}\n",
            f"1: key-convention: 'a{'0' * 798} … {'0' * 145}!' is not made of a name, the year or 'nd', and a word. Write it like 'brine1919lamps', in lower-case ascii.",
        ),
        (
            "@online{a2020b,\n title={{x}}}\n" * 3_000,
            "3: repeated-entry: 'a2020b' is already given at bib/editors.bib:1, and is the same. Run `make format`, which deletes this one.",
        ),
    ],
)
def test_a_heavy_bibliography(found_in, content, problem):
    rule = problem.split(": ")[1]
    assert found_in(BIB, content, rule)[:1] == [problem]


BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("[" * MANY, "1: malformed-data: the data is nested more than 40 deep. Flatten it."),
        ("- " * MANY, "1: malformed-data: the data is nested more than 40 deep. Flatten it."),
        (BOMB, "2: malformed-data: the alias '*a' is not allowed. Write the value out."),
        (
            "- name: a\n" + "  name: b\n" * 10_000,
            "2: malformed-data: the key 'name' stands twice in one record. Keep one of them.",
        ),
        (
            "- name: " + "x" * MB,
            "1: malformed-data: the text is longer than 262,144 characters. Split it.",
        ),
        (
            "- name: a\n  text: '" + "[" * MANY + "'",
            "2: malformed-data: more than 20 brackets are open at once in one paragraph. Close them, or take them out.",
        ),
        (
            "- number: " + "9" * 5000,
            f"1: malformed-data: '{'9' * 5000}' is not what its tag 'tag:yaml.org,2002:int' says. Take the tag away.",
        ),
    ],
)
def test_heavy_data(found_in, content, problem):
    assert list(map(shortened, found_in(DATA, content, "malformed-data"))) == [shortened(problem)]


def shortened(text: str) -> str:
    """A message without the middle of what it quotes."""
    return text if len(text) < 900 else text[:100] + text[-100:]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "x" * MOST_CHARACTERS,
            "6: unreadable-file: the text is longer than 262,144 characters. Split it.",
        ),
        ("x\n" * MOST_LINES, "6: unreadable-file: the text has more than 5,000 lines. Split it."),
        (
            "[" * MANY,
            "9: unreadable-file: more than 20 brackets are open at once in one paragraph. Close them, or take them out.",
        ),
        (
            "\nb\n" + "[a](" * 20_000,
            "11: unreadable-file: more than 20 brackets are open at once in one paragraph. Close them, or take them out.",
        ),
        (
            "<div>" * MANY,
            "6: unreadable-file: the text is longer than 262,144 characters. Split it.",
        ),
        (
            "<div>\n" * 2000,
            "509: unreadable-file: the text holds more than 500 tags of HTML. Write it in Markdown.",
        ),
        (
            "word " * 20_000,
            "9: unreadable-file: a paragraph, list or table is longer than 50,000 characters. Divide it by empty lines.",
        ),
    ],
)
def test_a_heavy_page(found_in, text, problem):
    assert found_in(PAGE, page(text), "unreadable-file") == [problem]


MARKS = ["*a ", "**a ", "[] ", "http://a.example ", "a. ", "漢1"]


@pytest.mark.parametrize("mark", [*'*_`&|"^!', "\\", *MARKS])
def test_a_line_of_one_mark_is_read(found_in, mark):
    assert found_in(PAGE, page(mark * (30_000 // len(mark))), "unreadable-file") == []


@pytest.mark.parametrize("mark", ["- ", "1. "])
def test_a_list_that_never_ends(found_in, mark):
    said = "6: unreadable-file: lists, quotations or HTML are nested too deeply to be read. Flatten them."
    assert found_in(PAGE, page(mark * (30_000 // len(mark)) + "x"), "unreadable-file") == [said]


def test_a_paragraph_of_many_citations(found_in):
    text = page("[@brine1919lamps] " * 2_000 + "\n{: #p1 }")
    found = found_in(PAGE, text, "citation-without-number")
    assert len(found) == 1
    assert found[0].startswith("9: citation-without-number: ")


def test_the_formatter_and_many_entries(overlay, capsys):
    keys = [f"orrin{2000 + at % 20}lamps{at}" for at in range(3_000)]
    root: Path = overlay({BIB: "".join(f"@online{{{key}, title = {{{{x}}}}}}\n" for key in keys)})
    assert command.main(["--root", str(root)]) == 0
    assert command.main(["--root", str(root)]) == 0
    assert capsys.readouterr().err == "bib/editors.bib: rewritten\n"
