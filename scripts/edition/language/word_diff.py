"""Compares two texts word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import groupby

# A single Chinese or Japanese character, a word, or a sign. Whatever is no sign belongs to a word:
# the marks and joiners of any script do.
_CJK = "\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_SIGN = "!-/:-@\\[-`{-~\u00a1-\u00bf\u2010-\u205e\u3001-\u303f\uff01-\uff0f"
_WORD = re.compile(f"\\s*(?:[{_CJK}]|[^\\s{_CJK}{_SIGN}]+|[{_SIGN}])")
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
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) * len(new) > MOST_WORK:
        return [Segment(before, after, same=False)]
    segments: list[Segment] = []
    for same, run in groupby(_steps(old, new), key=lambda step: step.same):
        steps = list(run)
        was = "".join(step.before for step in steps)
        now = "".join(step.after for step in steps)
        if not same:
            segments.append(Segment(_space(was), _space(now), same=True))
            was, now = was.lstrip(), now.lstrip()
        segments.append(Segment(was, now, same))
    ends = before[len(before.rstrip()) :], after[len(after.rstrip()) :]
    return _merge([*segments, Segment(*ends, same=True)])


def _space(text: str) -> str:
    """The white space at the beginning of a text."""
    return text[: len(text) - len(text.lstrip())]


def _merge(segments: list[Segment]) -> list[Segment]:
    """The segments without empty ones, neighbors of a kind joined."""
    merged: list[Segment] = []
    for segment in segments:
        if segment.text and merged and merged[-1].same == segment.same:
            last = merged.pop()
            merged.append(
                Segment(last.before + segment.before, last.after + segment.after, last.same)
            )
        elif segment.text:
            merged.append(segment)
    return merged


def _steps(old: list[str], new: list[str]) -> Iterator[Segment]:
    """What both have and what one has, in turn; words have the white space before them.

    A single short word between two changes counts as changed: it is common to both by chance.
    """
    words = [word.lstrip() for word in old], [word.lstrip() for word in new]
    steps = SequenceMatcher(None, *words, autojunk=False).get_opcodes()
    kinds = ["", *(step[0] for step in steps), ""]
    for at, (kind, a, b, c, d) in enumerate(steps):
        by_chance = b - a == 1 and len(words[0][a]) < 4 and kinds[at] == kinds[at + 2] == "replace"
        yield Segment("".join(old[a:b]), "".join(new[c:d]), kind == "equal" and not by_chance)


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
