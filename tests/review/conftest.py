"""The made-up paper as a git repository of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from repository import git


@pytest.fixture(autouse=True)
def without_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the git settings nor the workflow of whoever runs the tests."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture()
def paper(overlay) -> Path:
    """The made-up paper, committed as `main`."""
    root = overlay({})
    (root / ".gitignore").write_text(".cache/\n")
    git(root, "init", "--quiet", "--initial-branch", "main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "The paper")
    return root
