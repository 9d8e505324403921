"""The words that differ between two texts, and no more of what does not than a reader needs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from edition.language.word_diff import Segment, difference, shorten


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
