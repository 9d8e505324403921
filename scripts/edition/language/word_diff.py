"""In: a text before and after. Out: both as pieces, each told whether it stands in the other too; word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# A single Chinese or Japanese character, a word, or a sign. What is no sign belongs to a word: marks and joiners of any script do.
_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SIGN = "!-/:-@\\[-`{-~\u00a1-\u00bf\u2010-\u205e\u3001-\u303f\uff01-\uff0f"
_WORD = re.compile(f"[{_CJK}]|[^\\s{_CJK}{_SIGN}]+|[{_SIGN}]")
MOST_WORK = 4_000_000
"""Words before times words after, above which two texts are not compared word by word: hostile ones would take minutes."""
CONTEXT = 30
"""Words of unchanged text that are shown on either side of a change."""


@dataclass(frozen=True)
class Piece:
    """A run of text, and whether the other text has it too. `cut` counts words that were left out in its place."""

    text: str
    same: bool
    cut: int = 0


def difference(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces that join to them again."""
    if not before or not after:
        return [Piece(before, not before)] if before else [], [
            Piece(after, not after)
        ] if after else []
    olds, news = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    if len(olds) * len(news) > MOST_WORK:
        return [Piece(before, False)], [Piece(after, False)]
    matcher = SequenceMatcher(
        None, [word[0] for word in olds], [word[0] for word in news], autojunk=False
    )
    runs = _joined(
        [
            (old, old + size, new, new + size)
            for old, new, size in matcher.get_matching_blocks()
            if size
        ],
        olds,
        len(news),
    )
    return _pieces(before, olds, [run[:2] for run in runs]), _pieces(
        after, news, [run[2:] for run in runs]
    )


def _joined(
    runs: list[tuple[int, int, int, int]], olds: list[re.Match[str]], news: int
) -> list[tuple[int, int, int, int]]:
    """The runs that both texts have, without a lone short word between two changes: it stands there by chance."""
    bounds = [(0, 0, 0, 0), *runs, (len(olds), len(olds), news, news)]

    def by_chance(at: int) -> bool:
        (start, end, new, new_end), before, after = runs[at], bounds[at], bounds[at + 2]
        between = start > before[1] and new > before[3] and after[0] > end and after[2] > new_end
        return between and end - start == 1 and len(olds[start][0]) < 4

    return [run for at, run in enumerate(runs) if not by_chance(at)]


def _pieces(text: str, words: list[re.Match[str]], same: list[tuple[int, int]]) -> list[Piece]:
    pieces, at = [], 0
    for first, end in same:
        start, stop = words[first].start(), words[end - 1].end()
        pieces += _changed(text[at:start])
        pieces.append(Piece(text[start:stop], True))
        at = stop
    return _merged([*pieces, *_changed(text[at:])])


def _changed(text: str) -> list[Piece]:
    """Words that differ, with the spaces around them apart."""
    inner = text.strip()
    if not inner:
        return [Piece(text, True)] if text else []
    start = text.index(inner)
    pieces = [
        Piece(text[:start], True),
        Piece(inner, False),
        Piece(text[start + len(inner) :], True),
    ]
    return [piece for piece in pieces if piece.text]


def _merged(pieces: list[Piece]) -> list[Piece]:
    merged: list[Piece] = []
    for piece in pieces:
        if merged and merged[-1].same == piece.same:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.same)
        else:
            merged.append(piece)
    return merged


def shorten(pieces: list[Piece], context: int = CONTEXT) -> list[Piece]:
    """The pieces with long unchanged runs cut to the words near a change. A text without any change is left whole."""
    if all(piece.same for piece in pieces):
        return pieces
    short = []
    for at, piece in enumerate(pieces):
        words = list(re.finditer(r"\S+", piece.text))
        head, tail = context if at else 0, context if at + 1 < len(pieces) else 0
        cut = len(words) - head - tail
        if not piece.same or cut <= context:
            short.append(piece)
            continue
        if head:
            short.append(Piece(piece.text[: words[head - 1].end()] + " ", True))
        short.append(Piece("", True, cut))
        if tail:
            short.append(Piece(" " + piece.text[words[-tail].start() :], True))
    return short
