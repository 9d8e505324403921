"""In: reviews of any size. Out: a summary that keeps to its limit and says what it leaves out."""

from __future__ import annotations

from edition.problem import Location, Problem
from edition.review.change import ADDED, Change, ProblemChange, Review, Section
from edition.review.markdown_report import LARGEST, summary_markdown
from edition.review.problem_changes import compare_problems
from edition.review.text_report import MOST, plain


def review(pages: int, words: int) -> Review:
    sections = [
        Section(
            f"Page {n}",
            [Change(ADDED, "¶1", after="word " * words)],
            f"docs/{n}.md",
            f"{n}/index.html",
        )
        for n in range(pages)
    ]
    return Review(
        "BASE",
        ProblemChange([Problem(Location("a.md", 3), "some-rule", "is wrong.", "Mend it.")]),
        pages=sections,
    )


def test_a_small_one_is_whole() -> None:
    assert "Cut here" not in summary_markdown(review(3, 10))


def test_a_large_one_is_cut_and_says_so() -> None:
    text = summary_markdown(review(400, 900))
    assert len(text.encode("utf-8")) <= LARGEST
    assert text.startswith(
        "## What this changes\n\nCompared with BASE: 1 new problem, 400 passages on 400 pages.\n\n### 1 new problem\n\n- a.md"
    )
    shown = text.count("<b>Page ")
    assert 200 < shown < 250
    names = ", ".join(f"Page {n}" for n in range(shown, shown + 5))
    said = f"**Cut here.** A summary may hold no more; {400 - shown} parts of this one did not fit: {names}, …. The log of this step has the whole."
    assert text.strip().rpartition("\n")[2] == said


def test_there_is_no_room_at_all() -> None:
    text = summary_markdown(review(2, 900), group=2000)
    assert text == (
        "## What this changes\n\nCompared with BASE: 1 new problem, 2 passages on 2 pages.\n\n### 1 new problem\n\n"
        "- a.md<span>&#58;</span>3 <b>some-rule</b> is wrong. Mend it.\n\n"
        "**Cut here.** A summary may hold no more; 2 parts of this one did not fit: Page 0, Page 1. The log of this step has the whole.\n"
    )


def test_one_text_is_cut() -> None:
    assert f"{'word ' * (MOST // 5)}… (1000 more characters)" in plain(review(1, 1200))


def test_problems_are_told_apart_by_what_they_say() -> None:
    def problem(line: int, message: str = "bad.", path: str = "a.md") -> Problem:
        return Problem(Location(path, line), "some-rule", message)

    result = compare_problems(
        [problem(1), problem(5), problem(9, "stands in line 4 already."), problem(2, "old.")],
        [problem(7), problem(9, "stands in line 8 already.", "b.md")],
        {"a.md": "b.md"},
    )
    assert result.old == [problem(9, "stands in line 8 already.", "b.md")]
    assert result.new == [problem(7)]
    assert result.mended == [problem(1), problem(5), problem(2, "old.")]
