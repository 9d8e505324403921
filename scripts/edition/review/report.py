"""What a report says of a review, block by block; the writers give it a form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from edition.checks.levels import count_by_level
from edition.language.counting import counted
from edition.language.word_diff import Segment, difference, shorten
from edition.problem import Problem
from edition.review.change import CHANGED, Change, Review, Section
from edition.review.escaping import visible

MOST_FILES = 12
MOST_CHARACTERS = 5000
"""Characters of one text that are shown."""


@dataclass(frozen=True)
class Block:
    """A heading with sentences, problems and changes; each may be missing."""

    heading: str = ""
    sentences: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


def blocks(review: Review) -> Iterator[Block]:
    """The blocks of a report, the summary and the new problems first."""
    yield Block(sentences=[_summary(review)])
    if review.new_problems:
        count = count_by_level(review.new_problems, "new")
        yield Block(heading=count, problems=review.new_problems)
    if review.old_problems or review.fixed_problems:
        counts = f"{review.fixed_problems} mended, {review.old_problems} still there"
        yield Block(sentences=[f"Problems at the base: {counts}."])
    groups = {"References": review.references, "Page": review.pages, "Data": review.records}
    for name, sections in groups.items():
        for section in sections:
            sentences = [section.remark] if section.remark else []
            yield Block(_heading(name, section), sentences, changes=section.changes)
    if not review.sections:
        yield Block(sentences=["No words that a reader sees change."])
    if review.remarks:
        yield Block(sentences=review.remarks)
    if review.other_files:
        names = ", ".join(review.other_files[:MOST_FILES])
        more = ", …" if len(review.other_files) > MOST_FILES else ""
        count = counted(len(review.other_files), "other file")
        yield Block(
            sentences=[f"Changed without a difference shown here: {count} ({names}{more})."]
        )


def _summary(review: Review) -> str:
    """What changed, in one line."""
    parts = [count_by_level(review.new_problems, "new") or "no new problems"]
    for noun, sections in (
        ("reference", review.references),
        ("passage", review.pages),
        ("record", review.records),
    ):
        if count := sum(len(section.changes) for section in sections):
            parts.append(counted(count, noun))
    return f"Compared with {review.base}: {', '.join(parts)}."


def _heading(group: str, section: Section) -> str:
    heading = f"{group}: {section.title}"
    if section.title != section.path:
        heading += f" ({section.path})"
    return heading if section.kind == CHANGED else f"{heading}, {section.kind}"


@lru_cache(maxsize=1)
def _segments(change: Change) -> list[Segment]:
    """The two texts of a change, word by word; of a long part that both have only the ends."""
    return shorten(difference(visible(change.before), visible(change.after)))


def reading(change: Change, side: str, marks: str, form: Callable[[str], str] = str) -> str:
    """The text of one side, `before` or `after`, each part of it in a form.

    Words that only it has are marked where there is another side; for words that were left out
    stands their number.
    """
    text = ""
    for segment in _segments(change):
        words = form(getattr(segment, side))
        if segment.left_out:
            text += f"… ({segment.left_out} words) …"
        elif words and change.has_both and not segment.same:
            text += marks.format(words)
        else:
            text += words
    return text


def cut(text: str) -> str:
    """The text, or its beginning and how much is missing."""
    missing = len(text) - MOST_CHARACTERS
    if missing <= 0:
        return text
    return f"{text[:MOST_CHARACTERS]}… ({missing} more characters)"
