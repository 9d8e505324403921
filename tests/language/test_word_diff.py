"""The words that differ between two texts, and no more of what does not than a reader needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.language.word_diff import Segment, difference, shorten


def marked(before: str, after: str) -> str:
    """Both texts in one, the words of only one of them in brackets."""
    parts = []
    for segment in difference(before, after):
        if segment.same:
            parts.append(segment.text)
            continue
        parts.append(f"[-{segment.before}-]" if segment.before else "")
        parts.append(f"{{+{segment.after}+}}" if segment.after else "")
    return "".join(parts)


@pytest.mark.parametrize(
    ("before", "after", "both"),
    [
        ("a lamp burned", "a light burned", "a [-lamp-]{+light+} burned"),
        ("a lamp", "a lamp, lit", "a lamp{+, lit+}"),
        ("In Orrin, and out", "In Orrin and out", "In Orrin[-,-] and out"),
        ("a small lamp", "a lamp", "a [-small-] lamp"),
        ("1990", "1991", "[-1990-]{+1991+}"),
        ("one two", "one  two", "one  two"),  # white space is never what differs
        ("不眠的灯", "不眠之灯", "不眠[-的-]{+之+}灯"),
        ("جزیروں کی روشنی", "جزیروں کی آواز", "جزیروں کی [-روشنی-]{+آواز+}"),
        # The article is common by chance.
        ("he saw a red ship", "we met a big boat", "[-he saw a red ship-]{+we met a big boat+}"),
        ("", "new", "{+new+}"),
        ("old", "", "[-old-]"),
        ("", "", ""),
    ],
)
def test_words(before, after, both):
    assert marked(before, after) == both


@given(st.text(), st.text())
def test_the_segments_join_to_the_texts(before, after):
    segments = difference(before, after)
    assert "".join(segment.before for segment in segments) == before
    assert "".join(segment.after for segment in segments) == after


def test_texts_too_long_to_compare_differ_as_a_whole():
    assert [segment.same for segment in difference("a " * 3000, "b " * 3000)] == [False]


def test_long_common_runs_are_cut():
    words = [f"w{n}" for n in range(100)]
    segments = difference(" ".join(words), " ".join([*words[:50], "new", *words[51:]]))
    assert [segment.text for segment in shorten(segments, 2)] == [
        "…  w48 w49 ",
        "w50",
        " w51 w52 … ",
    ]
    assert shorten(segments, 200) == segments
    same = [Segment("a b c", "a b c", same=True)]
    assert shorten(same, 0) == same
