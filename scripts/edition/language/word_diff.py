"""Compares two texts word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

# A single Chinese or Japanese character, a word, or a sign. Whatever is no sign belongs to a word:
# the marks and joiners of any script do.
_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SIGN = "!-/:-@\\[-`{-~\u00a1-\u00bf\u2010-\u205e\u3001-\u303f\uff01-\uff0f"
_WORD = re.compile(f"[{_CJK}]|[^\\s{_CJK}{_SIGN}]+|[{_SIGN}]")
MOST_WORK = 4_000_000
"""Words of one text times words of the other up to which they are compared: hostile texts would
take minutes."""


@dataclass(frozen=True)
class Segment:
    """A part of two texts: words that both have (`same`), or words that only one has.

    Where both have the words, `before` and `after` may differ in white space. `left_out` counts
    words that `shorten` left out in place of the segment.
    """

    before: str
    after: str
    same: bool
    left_out: int = 0

    @property
    def text(self) -> str:
        """The words that both texts have, with the more generous white space."""
        return max(self.before, self.after, key=len)


def difference(before: str, after: str) -> list[Segment]:
    """The segments of two texts: their `before` joined is the first text, `after` the second."""
    old_words, new_words = list(_WORD.finditer(before)), list(_WORD.finditer(after))
    if len(old_words) * len(new_words) > MOST_WORK:
        return [Segment(before, after, same=False)]
    segments: list[Segment] = []
    old_end = new_end = 0
    for old, new, size in _common_runs(old_words, new_words):
        old_start, new_start = old_words[old].start(), new_words[new].start()
        segments += _gap(before[old_end:old_start], after[new_end:new_start])
        old_end, new_end = old_words[old + size - 1].end(), new_words[new + size - 1].end()
        segments.append(Segment(before[old_start:old_end], after[new_start:new_end], same=True))
    return _merge([*segments, *_gap(before[old_end:], after[new_end:])])


def _common_runs(
    old_words: list[re.Match[str]], new_words: list[re.Match[str]]
) -> Iterator[tuple[int, int, int]]:
    """The runs of words that both texts have: the first word in each, and how many.

    Without a single short word between two changes: it is common to both by chance.
    """
    matcher = SequenceMatcher(
        None, [word[0] for word in old_words], [word[0] for word in new_words], autojunk=False
    )
    old_end = new_end = 0
    blocks = matcher.get_matching_blocks()  # the last one is empty, at the end of both
    for block, following in pairwise(blocks):
        old, new, size = block
        changes_before = old > old_end and new > new_end
        changes_after = following.a > old + size and following.b > new + size
        by_chance = size == 1 and len(old_words[old][0]) < 4 and changes_before and changes_after
        if not by_chance:
            yield old, new, size
        old_end, new_end = old + size, new + size


def _gap(before: str, after: str) -> Iterator[Segment]:
    """The segments between two common runs: the words that differ, and the white space around."""
    old, new = before.strip(), after.strip()
    if not old and not new:
        yield Segment(before, after, same=True)
        return
    old_space = before.partition(old) if old else _like(before, after.partition(new))
    new_space = after.partition(new) if new else _like(after, before.partition(old))
    yield Segment(old_space[0], new_space[0], same=True)
    yield Segment(old, new, same=False)
    yield Segment(old_space[2], new_space[2], same=True)


def _like(space: str, other: tuple[str, str, str]) -> tuple[str, str, str]:
    """White space without words, placed before or after the other text's words as it is there."""
    return (space, "", "") if other[0] else ("", "", space)


def _merge(segments: list[Segment]) -> list[Segment]:
    """The segments without empty ones, neighbours of a kind joined."""
    merged: list[Segment] = []
    for segment in segments:
        if not segment.text:
            continue
        if merged and merged[-1].same == segment.same:
            last = merged.pop()
            segment = Segment(last.before + segment.before, last.after + segment.after, last.same)
        merged.append(segment)
    return merged


def shorten(segments: list[Segment], context: int = 30) -> list[Segment]:
    """The segments with long common runs cut to `context` words beside each change.

    Texts without any change are left whole.
    """
    if all(segment.same for segment in segments):
        return segments
    short = []
    for at, segment in enumerate(segments):
        words = list(re.finditer(r"\S+", segment.text))
        head = context if at > 0 else 0
        tail = context if at < len(segments) - 1 else 0
        left_out = len(words) - head - tail
        if not segment.same or left_out <= context:
            short.append(segment)
            continue
        if head:
            short.append(_common(segment.text[: words[head - 1].end()] + " "))
        short.append(Segment("", "", same=True, left_out=left_out))
        if tail:
            short.append(_common(" " + segment.text[words[-tail].start() :]))
    return short


def _common(text: str) -> Segment:
    return Segment(text, text, same=True)
