"""The built made-up paper with a fault, and what one rule says of it."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from edition.checks.site_rules import Site, check_site

BUILT_PAGE = "towers/stone/index.html"


@pytest.fixture()
def damaged(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[str, str, str], list[str]]:
    """`damaged(rule, old, new)`: what a rule finds once `new` replaces `old` in a built page."""

    def check(rule: str, old: str, new: str) -> list[str]:
        built, edition = map(request.getfixturevalue, ("built", "made_up"))
        folder = shutil.copytree(built.folder, tmp_path / "site")
        text = (folder / BUILT_PAGE).read_text("utf-8")
        assert old in text
        (folder / BUILT_PAGE).write_text(text.replace(old, new, 1), encoding="utf-8")
        found = check_site(Site(edition, folder, built.base))
        return [str(problem) for problem in found if problem.rule == rule]

    return check
