"""git in a folder, edits of its files, and the review of them."""

from __future__ import annotations

import subprocess
from pathlib import Path

from edition.review.report import review_text, summary_markdown
from review import review_since

Edit = tuple[str, str, str]
"""Path, the text to replace, and what stands in its place."""


def git(root: Path, *words: str) -> str:
    """Run git in a folder; returns what it prints."""
    return subprocess.run(
        ["git", *words],
        cwd=root,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
    ).stdout


def edit(root: Path, *edits: Edit) -> None:
    """Replace words that stand in a file."""
    for path, old, new in edits:
        text = (root / path).read_text("utf-8")
        assert old in text, f"{path} has no '{old}'"
        (root / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def reports(root: Path) -> tuple[str, str]:
    """Both reports, plain and Markdown, of what differs from `main`; its commit is named BASE."""
    sha = git(root, "rev-parse", "main")[:9]
    review = review_since(root, "main")
    return review_text(review).replace(sha, "BASE"), summary_markdown(review).replace(sha, "BASE")
