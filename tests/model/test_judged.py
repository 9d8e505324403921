"""In: sources that were checked before. Out: problems, told every time; that there were none is believed only of the same files."""

from __future__ import annotations

import shutil

import pytest

from edition.checks import check_sources
from edition.model import Edition, Problem
from edition.model.judged import problems_to_build


@pytest.fixture()
def checked(lay, edition):
    """`checked()`: the rules of the problems, and whether the rules were asked."""
    root = lay({})
    shutil.rmtree(root / ".cache", ignore_errors=True)
    asked = []

    def judge(made: Edition) -> list[Problem]:
        asked.append(1)
        return check_sources(made)

    def run() -> tuple[list[str], bool]:
        asked.clear()
        return [problem.rule for problem in problems_to_build(edition(root), judge)], bool(asked)

    run.root = root
    return run


def test_sources_without_problems_are_checked_once(checked) -> None:
    assert [checked(), checked()] == [([], True), ([], False)]


def test_problems_are_told_every_time(checked) -> None:
    checked()
    file = checked.root / "docs/towers/oil.md"
    file.write_text(file.read_text("utf-8").replace("@veyra2003oil, pp", "@veyra2003oill, pp"), "utf-8")
    assert [checked(), checked()] == [(checked()[0], True)] * 2
    assert "undefined-citation" in checked()[0]


def test_a_file_that_no_page_names_is_checked_too(checked) -> None:
    checked()
    (checked.root / "docs/stray.md").write_text("# Stray\n", "utf-8")
    found, asked = checked()
    assert asked
    assert found


def test_a_record_that_was_forged_or_damaged_is_not_believed(checked) -> None:
    checked()
    file = checked.root / ".cache/checked"
    file.write_bytes(file.read_bytes()[:-1])
    assert checked() == ([], True)
    file.write_bytes(b"")
    assert checked() == ([], True)
    assert checked() == ([], False)
