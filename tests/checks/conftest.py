"""In: one change to the made-up paper. Out: what the checks say of it, by rule."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.checks import check_sources
from edition.model import Edition

Change = tuple[str, str, str]
"""Path, the text to replace (empty: the file is new or replaced as a whole), and what stands in its place."""


def _lay(paper: Path, folder: Path, changes: tuple[Change, ...]) -> Path:
    shutil.copytree(paper, folder)
    for path, old, new in changes:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if old:
            text = file.read_text("utf-8")
            assert old in text, f"{path} has no '{old}'"
            new = text.replace(old, new, 1)
        file.write_text(new, encoding="utf-8")
    return folder


@pytest.fixture()
def said(root: Path, tmp_path: Path) -> Callable[..., list[str]]:
    """`said(rule, *changes)`: the problems of one rule with these changes laid over the made-up paper."""

    def judge(rule: str, *changes: Change) -> list[str]:
        folder = _lay(
            root / "tests" / "paper", tmp_path / f"{rule}-{len(list(tmp_path.iterdir()))}", changes
        )
        return [
            str(problem) for problem in check_sources(Edition.load(folder)) if problem.rule == rule
        ]

    return judge


@pytest.fixture()
def said_of(root: Path, said: Callable[..., list[str]]) -> Callable[[str, str], list[str]]:
    """`said_of(rule, entry)`: the problems of one rule with an entry added to the editors' list, without the path and line."""

    def judge(rule: str, entry: str) -> list[str]:
        path = "bib/editors.bib"
        text = (root / "tests" / "paper" / path).read_text("utf-8")
        first = text.count("\n") + 2
        problems = said(rule, (path, "", text + "\n" + entry))
        # Lines are counted from the entry's own first line, so that the tests hold when the list grows.
        return [
            f"{int(line) - first + 1}: {rest}"
            for line, rest in (
                problem.removeprefix(f"{path}:").split(": ", 1) for problem in problems
            )
        ]

    return judge
