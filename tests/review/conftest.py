"""In: the made-up paper as a git repository of its own. Out: fixtures that change it and review the change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from repository import git, told


@pytest.fixture()
def repository(overlay) -> Callable[..., Path]:
    """`repository({"bib/paper.bib": b"…"})`: the made-up paper with these files, committed as `main`; its folder."""

    def make(files: dict[str, str | bytes | None] | None = None) -> Path:
        root = overlay(files or {})
        (root / ".gitignore").write_text(".cache/\n")
        git(root, "init", "--quiet", "--initial-branch", "main")
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--message", "The paper")
        return root

    return make


@pytest.fixture()
def tells(golden) -> Callable[[str, Path], str]:
    """`tells("note-changed", root)`: both forms are those of tests/golden/review; returns the plain one."""

    def compare(name: str, root: Path) -> str:
        text, markdown = told(root)
        golden(f"review/{name}.txt", text)
        golden(f"review/{name}.md", markdown)
        return text

    return compare
