"""The reports keep to their limits and say what they leave out."""

from __future__ import annotations

from edition.problem import Location, Problem
from edition.review.change import ADDED, Change, Review, Section
from edition.review.markdown_report import LARGEST, summary_markdown
from edition.review.report import MOST_CHARACTERS
from edition.review.text_report import review_text


def review(pages: int, words: int) -> Review:
    change = Change(ADDED, "¶1", after="word " * words)
    return Review(
        "BASE",
        new_problems=[Problem(Location("a.md", 3), "some-rule", "is wrong.", "Mend it.")],
        pages=[Section(f"Page {n}", f"docs/{n}.md", [change]) for n in range(pages)],
    )


def test_a_small_one_is_whole():
    assert "Cut here" not in summary_markdown(review(3, 10))


def test_a_large_one_is_cut_and_says_so():
    text = summary_markdown(review(400, 900))
    assert len(text.encode()) <= LARGEST
    beginning = "## What this changes\n\nCompared with BASE: 1 new error, 400 passages.\n\n### 1 new error\n\n- a.md"
    assert text.startswith(beginning)
    shown = text.count("### Page: Page ")
    assert 200 < shown < 250
    message = (
        f"**Cut here**: {400 - shown} parts did not fit. The log of this step has the whole.\n"
    )
    assert text.endswith(message)


def test_one_text_is_cut():
    words = "word " * (MOST_CHARACTERS // 5)
    assert f"{words}… (1000 more characters)" in review_text(review(1, 1200))
