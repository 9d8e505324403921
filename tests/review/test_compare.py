"""Changes to the made-up paper, in changes/, and both reports of them, in tests/golden/review/."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.problem import Location, Problem
from edition.review.compare import compare_passages, new_problems
from edition.review.passages import Passage
from repository import git, reports

CHANGES = Path(__file__).with_name("changes")
LIST = "bib/paper.bib"


@pytest.mark.parametrize("name", sorted(patch.stem for patch in CHANGES.iterdir()))
def test_reports(paper, golden, name):
    git(paper, "apply", str(CHANGES / f"{name}.patch"))
    text, markdown = reports(paper)
    golden(f"review/{name}.txt", text)
    golden(f"review/{name}.md", markdown)


def test_nothing_changed(paper):
    line = "Compared with BASE (main): no new problems, 0 changes.\n\nNo words that a reader sees change.\n"
    assert reports(paper) == (line, f"## What this changes\n\n{line}")


def test_a_list_that_cannot_be_read(paper):
    content = (paper / LIST).read_bytes()
    (paper / LIST).write_bytes(b"\xff" + content)
    remark = f"{LIST} cannot be read whole, here or at the base: it is not compared.\n"
    same = "No words that a reader sees change.\n"
    other = f"Changed without a difference shown here: 1 other file ({LIST}).\n"
    assert reports(paper)[0].endswith(f"\n\n{remark}\n{other}\n{same}")
    git(paper, "commit", "--quiet", "--all", "--amend", "--no-edit")
    (paper / LIST).write_bytes(content)
    mended = "Problems at the base: 1 mended, 0 still there.\n"
    assert reports(paper)[0].endswith(f"\n\n{mended}\n{remark}\n{other}\n{same}")


def test_a_row_is_the_same_if_it_reads_alike():
    old, new = Passage("row", "Seal | much | [10]"), Passage("row", "Fishes and birds")
    assert [change.kind for change in compare_passages([old], [new])] == ["added", "removed"]


def problem(line: int, message: str = "bad.", path: str = "a.md") -> Problem:
    return Problem(Location(path, line), "some-rule", message)


def test_problems_are_compared_by_what_they_say():
    before = [problem(1), problem(5), problem(9, "is in line 4 already."), problem(2, "old.")]
    others = [problem(1, path="b.md"), problem(2, "new.")]
    after = [problem(7), problem(9, "is in line 8 already."), *others]
    assert new_problems(before, after) == others
    assert new_problems(before, [problem(line) for line in (1, 2, 3)]) == [problem(3)]
