"""The reports keep to their limits and say what they leave out."""

from __future__ import annotations

from edition.language.word_diff import difference
from edition.problem import Location, Problem
from edition.review.compare import Change, Review, Section
from edition.review.report import LARGEST, LONGEST, review_text, summary_markdown


def review(pages: int, words: int) -> Review:
    change = Change("added", "¶1", difference("", "word " * words))
    return Review(
        "BASE",
        [Problem(Location("a.md", 3), "some-rule", "is wrong.", "Mend it.")],
        sections=[Section(f"Page: {n}", [change]) for n in range(pages)],
    )


def test_a_large_one_is_cut_and_says_so():
    assert "Cut here" not in summary_markdown(review(3, 10))
    text = summary_markdown(review(400, 900))
    assert len(text.encode()) <= LARGEST + 100
    beginning = "## What this changes\n\nCompared with BASE: 1 new error, 400 changes.\n\n### 1 new error\n\n- a.md"
    assert text.startswith(beginning)
    shown, _, said = text.partition("\n\n**Cut here**: ")
    assert 200 < shown.count("<b>¶1</b>") < 250
    left_out = 7 + 400 * 6 - len(shown.split("\n"))
    assert said == f"{left_out} lines did not fit. The log of this step has the whole.\n"


def test_one_text_is_cut():
    assert f"{'word ' * (LONGEST // 5)}… (999 more characters)" in review_text(review(1, 1200))
