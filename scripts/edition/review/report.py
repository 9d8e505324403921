"""Writes a review as plain text for a terminal, and as Markdown for a workflow's summary."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from markupsafe import Markup

from edition.checks.levels import count_by_level
from edition.language.counting import counted
from edition.model.files.template_folder import TemplateFolder
from edition.review.compare import Review
from edition.review.escaping import markdown_text, visible

LARGEST = 1024 * 1024 - 4096
"""Bytes of a summary. GitHub takes 1 MiB of each step and drops a larger one whole ("Workflow
commands for GitHub Actions")."""
LONGEST = 5000
"""Characters of a text that are shown."""


def review_text(review: Review) -> str:
    """The whole review. No line begins with anything but words of ours."""
    return _fill("report.txt", str, review)


def summary_markdown(review: Review) -> str:
    """The review as GitHub-flavored Markdown, without the lines that are more than GitHub takes."""
    text = _fill("report.md", markdown_text, review)
    beginning = text.encode()[:LARGEST].decode(errors="ignore")
    if beginning == text:
        return text
    shown = beginning.rpartition("\n")[0]
    count = counted(text.count("\n") - shown.count("\n") - 1, "line")
    cut = f"**Cut here**: {count} did not fit. The log of this step has the whole."
    return f"{shown}\n\n{cut}\n"


def _fill(template: str, escape: Callable[[str], str], review: Review) -> str:
    """The filled template. Nothing gets into it that is not `visible` and escaped."""
    templates = TemplateFolder(Path(__file__).with_name("templates"), partial(_shown, escape))
    new = count_by_level(review.new_problems, "new")
    changes = sum(len(section.changes) for section in review.sections)
    return str(templates.fill(template, review=review, new=new, changes=counted(changes, "change")))


def _shown(escape: Callable[[str], str], value: object) -> Markup:
    """A value of a template, or its beginning and how much is missing."""
    if isinstance(value, Markup):
        return value
    text = visible(str(value))
    missing = len(text) - LONGEST
    if missing > 0:
        text = f"{text[:LONGEST]}… ({missing} more characters)"
    return Markup(escape(text))
