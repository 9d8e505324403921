"""The made-up paper as a git repository of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from repository import git


@pytest.fixture
def paper(overlay) -> Path:
    """The made-up paper, committed as `main`."""
    root = overlay({})
    (root / ".gitignore").write_text(".cache/\n")
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "The paper")
    return root
