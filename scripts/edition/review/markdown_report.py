"""Writes a review as GitHub-flavored Markdown for the summary of a workflow's run."""

from __future__ import annotations

from collections.abc import Iterator

from edition.language.counting import counted
from edition.review.change import CHANGED, Change, Review
from edition.review.escaping import escaped, markdown_text
from edition.review.report import Block, blocks, cut, reading

LARGEST = 1024 * 1024 - 4096
"""Bytes of a summary. GitHub takes 1 MiB of each step and drops a larger one whole ("Workflow
commands for GitHub Actions")."""
ROWS = 25
"""Rows of one table: one that does not fit is left out whole."""


def summary_markdown(review: Review, space: int = LARGEST) -> str:
    """The summary in at most `space` bytes; what does not fit is left out and counted."""
    parts, left_out = ["## What this changes"], 0
    for block in blocks(review):
        for part in _parts(block):
            size = len(part.encode()) + 2
            if size + 1024 > space:
                left_out += 1
            else:
                parts.append(part)
                space -= size
    if left_out:
        count = counted(left_out, "part")
        parts.append(f"**Cut here**: {count} did not fit. The log of this step has the whole.")
    return "\n\n".join(parts) + "\n"


def _parts(block: Block) -> Iterator[str]:
    """The block in pieces of a size that can be left out."""
    heading = f"### {markdown_text(block.heading)}\n\n" if block.heading else ""
    lines = [f"- {markdown_text(cut(str(problem)))}" for problem in block.problems]
    sentences = [markdown_text(cut(sentence)) for sentence in block.sentences]
    if lines or sentences:
        yield heading + "\n".join([*lines, *sentences])
        heading = ""
    for start in range(0, len(block.changes), ROWS):
        rows = [_row(change) for change in block.changes[start : start + ROWS]]
        yield heading + "\n".join(["| | Before | After |", "|:--|:--|:--|", *rows])
        heading = ""


def _row(change: Change) -> str:
    label = f"<b>{markdown_text(change.label)}</b>"
    if change.kind != CHANGED:
        label += f" {change.kind}"
    if change.remark:
        label += f"<br>{markdown_text(change.remark)}"
    old = reading(change, "before", "<del>{}</del>", _words)
    new = reading(change, "after", "<ins><b>{}</b></ins>", _words)
    return f"| {label} | {old} | {new} |"


def _words(text: str) -> str:
    return escaped(cut(text))
