"""Writes a review as plain text for a terminal, words that differ marked as `git diff` does."""

from __future__ import annotations

from pathlib import Path

from edition.model.files.template_folder import TemplateFolder
from edition.review.change import Change, Review
from edition.review.escaping import visible
from edition.review.report import blocks, cut, reading

_TEMPLATES = TemplateFolder(Path(__file__).with_name("templates"))
_MARKS = {"before": "[-{}-]", "after": "{{+{}+}}"}


def review_text(review: Review) -> str:
    """The whole review. No line begins with anything but words of ours."""
    shown = list(blocks(review))
    return str(_TEMPLATES.fill("report.txt", blocks=shown, visible=visible, reading=_reading))


def _reading(change: Change, side: str) -> str:
    return cut(reading(change, side, _MARKS[side]))
