"""In: the made-up paper as built, and then damaged. Out: the exact words of the rules of the built site."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from edition.checks.site_rules import Site, check_site
from edition.model import Edition


@pytest.fixture()
def said(built, made_up: Edition, tmp_path: Path):
    """`said(rule, old, new)`: the problems of one rule once `new` stands for `old` in a built page."""

    def judge(rule: str, old: str, new: str) -> list[str]:
        folder = tmp_path / "site"
        shutil.copytree(built.folder, folder)
        file = folder / "towers" / "stone" / "index.html"
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [
            str(problem)
            for problem in check_site(Site(made_up, folder, built.base))
            if problem.rule == rule
        ]

    return judge


def test_the_made_up_site_is_clean(built, made_up: Edition) -> None:
    assert [str(problem) for problem in check_site(Site(made_up, built.folder, built.base))] == []


def test_unresolved_text(said) -> None:
    wanted = "docs/towers/stone.md:1: unresolved-text: '[@lost]' is printed as it stands. Look for it in the source, and for a rule that names it there."
    assert said("unresolved-text", "Storms took", "[@lost] took") == [wanted]


def test_duplicate_built_id(said) -> None:
    wanted = "docs/towers/stone.md:1: duplicate-built-id: the id 'p1' stands 2 times in the built page. Rename the one in the source."
    assert said("duplicate-built-id", 'id="p2"', 'id="p1"') == [wanted]


def test_lost_citation(said) -> None:
    wanted = (
        "docs/towers/stone.md:1: lost-citation: the built page and the source differ in '@board1911rules', '@brine1919lamps'. "
        "Look at the citation in the page; if it is right, report it as a fault of the edition's code."
    )
    assert said("lost-citation", 'data-ref="brine1919lamps"', 'data-ref="board1911rules"') == [
        wanted
    ]


def test_dead_link(said) -> None:
    problems = said(
        "dead-link", '<a href="../../keepers/watches/#p1a"', '<a href="../../keepers/nobody/"'
    )
    assert [problem.split(" leads nowhere: ")[0] for problem in problems] == [
        "docs/towers/stone.md:1: dead-link: '/keepers/nobody'"
    ]
