"""Changes to the made-up paper, and what the rules say of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import PAPER, overlay_paper
from edition.checks import check_sources
from edition.model import Edition

Change = tuple[str, str, str]
"""A path, the text to replace (empty: the whole file, or a new one), and what replaces it."""

ENTRY = {
    "author": "{Harbor Board}",
    "title": "{Lamps of Today}",
    "date": "2020-05-04",
    "url": "https://harbor.example/lamps",
    "langid": "english",
}


def entry(type: str = "online", key: str = "board2020lamps", **fields: str | None) -> str:
    """The text of an entry that breaks no rule, but for these fields; None leaves one out."""
    written = {name: value for name, value in {**ENTRY, **fields}.items() if value is not None}
    lines = [f"  {name} = {{{value}}},\n" for name, value in written.items()]
    return f"@{type}{{{key},\n{''.join(lines)}}}\n"


def _changed(files: dict[str, str | bytes | None], change: Change) -> str:
    path, old, new = change
    if not old:
        return new
    text = files.get(path) or (PAPER / path).read_text("utf-8")
    assert isinstance(text, str)
    assert old in text, f"{path} has no '{old}'"
    return text.replace(old, new, 1)


@pytest.fixture()
def problems(tmp_path: Path) -> Callable[..., str]:
    """`problems(rule, *changes)`: what one rule finds after these changes, a line for a problem.

    Without the level: that of each rule is tested in test_levels.py.
    """

    def check(rule: str, *changes: Change) -> str:
        files: dict[str, str | bytes | None] = {}
        for change in changes:
            files[change[0]] = _changed(files, change)
        root = overlay_paper(tmp_path / str(len(list(tmp_path.iterdir()))), files)
        found = check_sources(Edition.load(root))
        own = [replace(problem, level=None) for problem in found if problem.rule == rule]
        return "\n".join(map(str, own))

    return check


@pytest.fixture()
def problems_of_list(problems: Callable[..., str]) -> Callable[[str, str], str]:
    """`problems_of_list(rule, text)`: the same with a text added to the editors' list.

    Without the path; lines count from the text's own first line.
    """

    def check(rule: str, text: str) -> str:
        path = "bib/editors.bib"
        before = (PAPER / path).read_text("utf-8") + "\n"
        found = []
        for problem in problems(rule, (path, "", before + text)).splitlines():
            line, rest = problem.removeprefix(f"{path}:").split(": ", 1)
            found.append(f"{int(line) - before.count(chr(10))}: {rest}")
        return "\n".join(found)

    return check


@pytest.fixture()
def problems_of(problems_of_list: Callable[[str, str], str]) -> Callable[..., str]:
    """`problems_of(rule, date="…")`: the same with one entry added, see `entry`."""
    return lambda rule, **fields: problems_of_list(rule, entry(**fields))


@pytest.fixture()
def problems_in_text(problems: Callable[..., str]) -> Callable[[str, str], str]:
    """`problems_in_text(rule, text)`: the same with a text as line 12 of the page docs/about.md."""

    def check(rule: str, text: str) -> str:
        return problems(rule, ("docs/about.md", "## Citing", f"{text}\n\n## Citing"))

    return check
