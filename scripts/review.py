"""Shows what the working tree changes since a base revision.

Exit codes: 0 no new errors, 1 new errors, 2 it cannot be compared.
"""

from __future__ import annotations

import argparse
import os
import secrets
import sys
from pathlib import Path

from command_line import CLEAN, PROBLEMS, CommandError, command_parser, run_command, tell
from edition.checks.levels import count_by_level
from edition.language.counting import counted
from edition.model import Edition
from edition.review.compare import Review, compare
from edition.review.escaping import markdown_text, visible
from edition.review.report import review_text, summary_markdown
from edition.review.revision import NoRevision, changed_files, checked_out

MOST_NAMES = 8
"""Of files that are only named."""


def main(words: list[str] | None = None) -> int:
    """Run the command with these words; return its exit code."""
    parser = command_parser(
        "review.py",
        "Show what the working tree changes: problems, references, pages, notes, before and after.",
    )
    parser.add_argument(
        "--base",
        default="origin/main",
        help="the revision to compare with, from where the history left it (default: %(default)s)",
    )
    parser.add_argument(
        "--summary",
        type=Path,
        default=os.environ.get("GITHUB_STEP_SUMMARY") or None,
        help="add the review as Markdown to this file",
    )
    return run_command(parser, show, words)


def show(options: argparse.Namespace) -> int:
    """Do what the options ask; return the exit code."""
    try:
        review = review_since(options.root, options.base)
    except NoRevision as error:
        reason = f"Nothing was compared: {error}"
        _summarize(options.summary, f"{markdown_text(visible(reason))}\n")
        raise CommandError(reason) from error
    _print(review_text(review))
    _summarize(options.summary, summary_markdown(review))
    new = review.new_problems
    tell(f"{count_by_level(new, 'new')}." if new else "No new problems.")
    return PROBLEMS if any(problem.is_error for problem in new) else CLEAN


def review_since(root: Path, revision: str) -> Review:
    """The review of the working tree in `root`. Raises NoRevision."""
    with checked_out(root, revision) as (base, before):
        review = compare(Edition.load(before), Edition.load(root), base)
    shown = {file for section in review.sections for file in section.files}
    others = [file for file in changed_files(root, revision) if file not in shown]
    if others:
        names = ", ".join(others[:MOST_NAMES]) + (", …" if len(others) > MOST_NAMES else "")
        files = counted(len(others), "other file")
        review.remarks.append(f"Changed without a difference shown here: {files} ({names}).")
    return review


def _print(text: str) -> None:
    """Print; in a workflow nothing in the text is taken for a command to the runner."""
    if os.environ.get("GITHUB_ACTIONS") == "true":
        token = secrets.token_hex(16)
        text = f"::stop-commands::{token}\n{text}::{token}::\n"
    print(text, end="", flush=True)


def _summarize(file: Path | None, text: str) -> None:
    """Add a text to the summary, if there is one."""
    if file:
        with file.open("a", encoding="utf-8", newline="\n") as summary:
            summary.write(text)


if __name__ == "__main__":
    sys.exit(main())
