"""The made-up paper as a git repository of its own."""

from __future__ import annotations

import os
from collections.abc import Callable
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
def repository(overlay) -> Callable[..., Path]:
    """`repository({"bib/paper.bib": b"…"})`: the paper with these files, committed as `main`."""

    def make(files: dict[str, str | bytes | None] | None = None) -> Path:
        root = overlay(files or {})
        (root / ".gitignore").write_text(".cache/\n")
        git(root, "init", "--quiet", "--initial-branch", "main")
        git(root, "add", "--all")
        git(root, "commit", "--quiet", "--message", "The paper")
        return root

    return make


@pytest.fixture()
def run(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    """`run("--root", root)`: the exit code of `make review`, its output and its messages."""
    import review

    def run(*words: str | Path) -> tuple[int, str, str]:
        code = review.main([*map(str, words)])
        return (code, *capsys.readouterr())

    return run
