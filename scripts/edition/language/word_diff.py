"""Compares two texts word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher

# A single Chinese or Japanese character, a word, or a sign. Everything that is no sign belongs to a
# word, as combining marks and joiners of any script do.
_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SIGN = "!-/:-@\\[-`{-~\u00a1-\u00bf\u2010-\u205e\u3001-\u303f\uff01-\uff0f"
_WORD = re.compile(f"[{_CJK}]|[^\\s{_CJK}{_SIGN}]+|[{_SIGN}]")
MOST_WORK = 4_000_000
"""Words before times words after. Beyond it texts are not compared, which could take minutes."""
CONTEXT = 30
"""Words of unchanged text that are shown on either side of a change."""


@dataclass(frozen=True)
class Piece:
    """A run of text, and whether the other text has it too.

    `cut` counts the words that `shorten` left out in its place.
    """

    text: str
    same: bool
    cut: int = 0


@dataclass(frozen=True)
class _Run:
    """Words `old` to `old + size` of one text that are words `new` to `new + size` of the other."""

    old: int
    new: int
    size: int


def difference(before: str, after: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces that join to them again."""
    if not before or not after:
        return _all(before, same=not before), _all(after, same=not after)
    olds, news = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    if len(olds) * len(news) > MOST_WORK:
        return _all(before, same=False), _all(after, same=False)
    runs = _common_runs(olds, news)
    old_spans = [(run.old, run.old + run.size) for run in runs]
    new_spans = [(run.new, run.new + run.size) for run in runs]
    return _pieces(before, olds, old_spans), _pieces(after, news, new_spans)


def _all(text: str, same: bool) -> list[Piece]:
    return [Piece(text, same)] if text else []


def _common_runs(olds: list[re.Match[str]], news: list[re.Match[str]]) -> list[_Run]:
    """The runs of words that both texts have.

    A lone short word between two changes is not one of them: it is there by chance.
    """
    words = [word[0] for word in olds], [word[0] for word in news]
    blocks = SequenceMatcher(None, *words, autojunk=False).get_matching_blocks()
    runs = [_Run(old, new, size) for old, new, size in blocks if size]
    bounds = [_Run(0, 0, 0), *runs, _Run(len(olds), len(news), 0)]

    def is_by_chance(at: int) -> bool:
        before, run, after = bounds[at : at + 3]
        changed_before = run.old > before.old + before.size and run.new > before.new + before.size
        changed_after = after.old > run.old + run.size and after.new > run.new + run.size
        return changed_before and changed_after and run.size == 1 and len(olds[run.old][0]) < 4

    return [run for at, run in enumerate(runs) if not is_by_chance(at)]


def _pieces(text: str, words: list[re.Match[str]], same: list[tuple[int, int]]) -> list[Piece]:
    pieces: list[Piece] = []
    at = 0
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
    """The pieces with long unchanged runs cut to the words near a change.

    A text without any change stays whole.
    """
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
