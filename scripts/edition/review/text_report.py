"""Writes a review as plain text for a terminal, words that differ marked as `git diff` does."""

from __future__ import annotations

from pathlib import Path

from edition.model.files.template_folder import TemplateFolder
from edition.review.change import Change, Review
from edition.review.escaping import visible
from edition.review.report import blocks, cut, gap, segments

_TEMPLATES = TemplateFolder(Path(__file__).with_name("templates"))
_MARKS = {"before": "[-{}-]", "after": "{{+{}+}}"}


def review_text(review: Review) -> str:
    """The whole review. No line begins with anything but words of ours."""
    shown = list(blocks(review))
    return str(_TEMPLATES.fill("report.txt", blocks=shown, visible=visible, reading=_reading))


def _reading(change: Change, side: str) -> str:
    """The text of one side; words that only it has are marked where there is another side."""
    text = ""
    for segment in segments(change):
        words = getattr(segment, side)
        is_marked = words and change.has_both and not segment.same
        words = _MARKS[side].format(words) if is_marked else words
        text += gap(segment) if segment.left_out else words
    return cut(text)
