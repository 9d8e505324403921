"""Compares two texts word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

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

    Where both have the words, `before` and `after` may differ in white space.
    """

    before: str
    after: str
    same: bool

    @property
    def text(self) -> str:
        """The words that both texts have, with the more generous white space."""
        return max(self.before, self.after, key=len)


def difference(before: str, after: str) -> list[Segment]:
    """The segments of two texts: their `before` joined is the first text, `after` the second."""
    old, new = _WORD.findall(before), _WORD.findall(after)
    if len(old) * len(new) > MOST_WORK:
        return [Segment(before, after, same=False)]
    # White space at the end follows no word. Like all white space it is never what differs.
    ends = before[len(before.rstrip()) :], after[len(after.rstrip()) :]
    segments = [Segment("", "", same=True)]
    for step in [*_steps(old, new), Segment(*ends, same=True)]:
        last = segments.pop()
        if step.same == last.same:
            segments.append(_join(last, step))
        elif step.same:
            segments += [last, step]
        else:
            # The white space before words that differ belongs to what both have.
            was, now = step.before.lstrip(), step.after.lstrip()
            space = Segment(step.before.removesuffix(was), step.after.removesuffix(now), same=True)
            segments += [_join(last, space), Segment(was, now, same=False)]
    return [segment for segment in segments if segment.text]


def _join(first: Segment, second: Segment) -> Segment:
    """Two segments of a kind as one."""
    return Segment(
        before=first.before + second.before,
        after=first.after + second.after,
        same=first.same,
    )


def _steps(old: list[str], new: list[str]) -> Iterator[Segment]:
    """What both have and what one has, in turn; words have the white space before them.

    A single short word between two changes counts as changed: it is common to both by chance.
    """
    words = [word.lstrip() for word in old], [word.lstrip() for word in new]
    steps = SequenceMatcher(None, *words, autojunk=False).get_opcodes()
    kinds = ["", *(step[0] for step in steps), ""]
    for at, (kind, a, b, c, d) in enumerate(steps):
        is_short = b - a == 1 and len(words[0][a]) < 4
        is_chance = is_short and kinds[at] == kinds[at + 2] == "replace"
        yield Segment(
            before="".join(old[a:b]),
            after="".join(new[c:d]),
            same=kind == "equal" and not is_chance,
        )


def shorten(segments: list[Segment], context: int = 30) -> list[Segment]:
    """The segments with long common runs cut to `context` words beside each change, and `…`.

    Texts without any change are left whole.
    """
    if all(segment.same for segment in segments):
        return segments
    short = []
    for at, segment in enumerate(segments):
        words = list(re.finditer(r"\S+", segment.text))
        head = context if at > 0 else 0
        tail = context if at < len(segments) - 1 else 0
        if not segment.same or len(words) - head - tail <= context:
            short.append(segment)
            continue
        begin = segment.text[: words[head - 1].end()] + " " if head else ""
        end = " " + segment.text[words[-tail].start() :] if tail else ""
        text = f"{begin}… {end}"
        short.append(Segment(text, text, same=True))
    return short
