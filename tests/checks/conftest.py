"""Changes to the made-up paper, and what one rule says of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from conftest import PAPER, overlay_paper
from edition import checks
from edition.checks.link_check import status_rules
from edition.checks.site_rules import Site, check_site
from edition.model import Edition
from edition.problem import rule_name, rules_in

ALL_RULES = [*checks.RULES, *rules_in(status_rules)]
BUILT_PAGE = "towers/stone/index.html"


def changed(files: dict[str, str | bytes | None], path: str, old: str, new: str) -> str:
    """The text of a file after a change; without `old` it is all new."""
    if not old:
        return new
    text = files.get(path) or (PAPER / path).read_text("utf-8")
    assert old in text, f"{path} has no '{old}'"
    return text.replace(old, new, 1)


@pytest.fixture()
def problems(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """`problems(rule, (path, old, new), …)`: what one rule finds after these changes, a line for a problem.

    Without the level, which is that of its example. A rule for the sources runs
    alone; what loading and the exceptions find is sought with all of them.
    """

    def check(rule: str, *changes: tuple[str, str, str]) -> str:
        files: dict[str, str | bytes | None] = {}
        for path, old, new in changes:
            files[path] = changed(files, path, old, new)
        root = overlay_paper(tmp_path / str(len(list(tmp_path.iterdir()))), files)
        alone = [one for one in ALL_RULES if rule_name(one) == rule]
        monkeypatch.setattr(checks, "RULES", alone or ALL_RULES)
        found = checks.check_sources(Edition.load(root))
        own = [replace(problem, level=None) for problem in found if problem.rule == rule]
        return "\n".join(map(str, own))

    return check


@pytest.fixture()
def damaged(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str, str, str], str]:
    """`damaged(rule, old, new)`: what a rule finds once `new` replaces `old` in a built page."""

    def check(rule: str, old: str, new: str) -> str:
        built, edition = map(request.getfixturevalue, ("built", "made_up"))
        folder = shutil.copytree(built.folder, tmp_path / "site")
        text = (folder / BUILT_PAGE).read_text("utf-8")
        assert old in text
        (folder / BUILT_PAGE).write_text(text.replace(old, new, 1), encoding="utf-8")
        found = check_site(Site(edition, folder, built.base))
        return "\n".join(str(problem) for problem in found if problem.rule == rule)

    return check
