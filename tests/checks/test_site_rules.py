"""The exact messages of the rules for the built site, which is built and then damaged."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edition.checks.site_rules import Site, check_site
from edition.model import Edition


@pytest.fixture()
def damaged(built, made_up: Edition, tmp_path: Path):
    """`damaged(rule, old, new)`: what a rule finds once `new` replaces `old` in a built page."""

    def check(rule: str, old: str, new: str) -> str:
        folder = shutil.copytree(built.folder, tmp_path / "site")
        file = folder / "towers" / "stone" / "index.html"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        found = check_site(Site(made_up, folder, built.base))
        return "\n".join(str(problem) for problem in found if problem.rule == rule)

    return check


def test_the_made_up_site_is_clean(built, made_up):
    assert [str(problem) for problem in check_site(Site(made_up, built.folder, built.base))] == []


def test_unresolved_text(damaged):
    assert damaged("unresolved-text", "Storms took", "[@lost] took") == (
        "docs/towers/stone.md:1: unresolved-text: '[@lost]' is printed as it was written. Look for it in the source, and for a rule that names it there."
    )


def test_duplicate_built_id(damaged):
    assert damaged("duplicate-built-id", 'id="p2"', 'id="p1"') == (
        "docs/towers/stone.md:1: duplicate-built-id: the id 'p1' is used 2 times in the built page. Rename the one in the source."
    )


def test_lost_citation(damaged):
    old, new = 'data-ref="brine1919lamps"', 'data-ref="board1911rules"'
    assert damaged("lost-citation", old, new) == (
        "docs/towers/stone.md:1: lost-citation: the built page and the source differ in '@board1911rules', '@brine1919lamps'. Look at the citation in the page; if it is right, report it as a fault of the edition's code."
    )


def test_dead_link(damaged):
    old, new = '<a href="../../keepers/watches/#p1a"', '<a href="../../keepers/nobody/"'
    problem = damaged("dead-link", old, new)
    assert problem.startswith(
        "docs/towers/stone.md:1: dead-link: '/keepers/nobody' leads nowhere: "
    )
