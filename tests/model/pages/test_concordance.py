"""In: docs/data/concordance.yml. Out: its rows, and the problems of those that are none."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.model import Row
from edition.model.pages.concordance import read_concordance

NEEDED = "malformed-data: a row of the concordance needs `number`, `key`, `page` and `paragraph`; number and paragraph are whole numbers. "
COPY = "Copy the row above and change its values."


def read(folder: Path, text: str) -> tuple[list[Row], list[str]]:
    (folder / "concordance.yml").write_text(text, encoding="utf-8")
    rows, problems = read_concordance(folder, ".")
    return rows, [str(problem) for problem in problems]


def test_rows_are_read_in_order(tmp_path: Path) -> None:
    rows, problems = read(
        tmp_path,
        "- number: 2\n  key: b\n  page: x.md\n  paragraph: 1\n  locator: p. 3\n- {number: 1, key: a, page: y.md, paragraph: 4, locator: }\n",
    )
    assert [(r.number, r.key, r.page, r.paragraph, r.locator, r.location.line) for r in rows] == [
        (2, "b", "x.md", 1, "p. 3", 1),
        (1, "a", "y.md", 4, "", 6),
    ]
    assert problems == []


@pytest.mark.parametrize(
    "record",
    [
        "{number: 1, key: a, page: x.md}",
        "{number: one, key: a, page: x.md, paragraph: 1}",
        "{number: 1.5, key: a, page: x.md, paragraph: 1}",
        "{number: 1, key: a, page: x.md, paragraph: }",
    ],
)
def test_a_row_that_lacks_something_is_a_problem(tmp_path: Path, record: str) -> None:
    rows, problems = read(
        tmp_path, f"- {{number: 9, key: b, page: x.md, paragraph: 1}}\n- {record}\n"
    )
    assert [row.number for row in rows] == [9]
    assert problems == [f"./concordance.yml:2: {NEEDED}{COPY}"]


def test_what_is_no_record_is_a_problem(tmp_path: Path) -> None:
    said = "malformed-data: 'lamp' stands where a record should. Write it as `- name: value`."
    assert read(tmp_path, "- lamp\n") == ([], [f"./concordance.yml:1: {said}"])


def test_a_paper_may_have_no_concordance(tmp_path: Path) -> None:
    assert read_concordance(tmp_path, "data") == ([], [])
