"""Writes a review as plain text for a terminal, words that differ marked as `git diff` does."""

from __future__ import annotations

from collections.abc import Iterator

from edition.language.word_diff import Segment
from edition.review.change import Change, Review
from edition.review.escaping import visible
from edition.review.report import blocks, cut, gap, segments


def review_text(review: Review) -> str:
    """The whole review. No line begins with anything but words of ours."""
    paragraphs = []
    for block in blocks(review):
        lines = [visible(block.heading)] if block.heading else []
        indent = "  " if block.heading else ""
        lines += [f"{indent}{visible(sentence)}" for sentence in block.sentences]
        lines += [f"  - {visible(str(problem))}" for problem in block.problems]
        for change in block.changes:
            lines += _change(change)
        paragraphs.append("\n".join(lines))
    return "\n\n".join(paragraphs) + "\n"


def _change(change: Change) -> Iterator[str]:
    yield f"  {visible(change.label)}, {change.kind}. {visible(change.remark)}".rstrip()
    parts, both = segments(change), change.has_both
    if change.before:
        old = [_mark(part, part.before, "[-{}-]" if both else "{}") for part in parts]
        yield f"    before: {cut(''.join(old))}"
    if change.after:
        new = [_mark(part, part.after, "{{+{}+}}" if both else "{}") for part in parts]
        yield f"    after:  {cut(''.join(new))}"


def _mark(segment: Segment, text: str, marks: str) -> str:
    if segment.left_out:
        return gap(segment)
    return text if segment.same or not text else marks.format(text)
