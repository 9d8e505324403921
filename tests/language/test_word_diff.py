"""In: two texts. Out: the words that differ, and no more of what does not than a reader needs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.language.word_diff import Piece, difference, shorten


def signed(before: str, after: str) -> tuple[str, str]:
    old, new = difference(before, after)
    return "".join(p.text if p.same else f"[-{p.text}-]" for p in old), "".join(
        p.text if p.same else f"{{+{p.text}+}}" for p in new
    )


@pytest.mark.parametrize(
    ("before", "after", "old", "new"),
    [
        ("a lamp burned", "a light burned", "a [-lamp-] burned", "a {+light+} burned"),
        ("a lamp", "a lamp, lit", "a lamp", "a lamp{+, lit+}"),
        ("1990", "1991", "[-1990-]", "{+1991+}"),
        ("one two", "one  two", "one two", "one  two"),  # spaces are never what differs
        ("不眠的灯", "不眠之灯", "不眠[-的-]灯", "不眠{+之+}灯"),
        ("جزیروں کی روشنی", "جزیروں کی آواز", "جزیروں کی [-روشنی-]", "جزیروں کی {+آواز+}"),
        (
            "he saw a red ship",
            "we met a big boat",
            "[-he saw a red ship-]",
            "{+we met a big boat+}",
        ),  # the article stands there by chance
        ("", "new", "", "{+new+}"),
        ("old", "", "[-old-]", ""),
    ],
)
def test_words(before: str, after: str, old: str, new: str) -> None:
    assert signed(before, after) == (old, new)


@given(st.text(), st.text())
def test_the_pieces_join_to_the_texts(before: str, after: str) -> None:
    old, new = difference(before, after)
    assert ("".join(piece.text for piece in old), "".join(piece.text for piece in new)) == (
        before,
        after,
    )


def test_texts_too_long_to_compare_differ_as_a_whole() -> None:
    old, new = difference("a " * 3000, "b " * 3000)
    assert [piece.same for piece in old + new] == [False, False]


def test_long_unchanged_runs_are_cut() -> None:
    words = [f"w{n}" for n in range(100)]
    old, new = difference(" ".join(words), " ".join([*words[:50], "new", *words[51:]]))
    assert [(piece.cut, len(piece.text.split())) for piece in shorten(new, 5)] == [
        (45, 0),
        (0, 5),
        (0, 1),
        (0, 5),
        (44, 0),
    ]
    assert shorten(old, 200) == old
    assert shorten([Piece("a b c", True)], 1) == [Piece("a b c", True)]
