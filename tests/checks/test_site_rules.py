"""The rules for the built site; their exact messages are in messages/site_rules.yml."""

from __future__ import annotations

from edition.checks.site_rules import Site, check_site
from edition.model import Edition


def test_the_made_up_site_is_clean(built, made_up: Edition):
    assert [str(problem) for problem in check_site(Site(made_up, built.folder, built.base))] == []


def test_dead_link(damaged):
    old, new = '<a href="../../keepers/watches/#p1a"', '<a href="../../keepers/nobody/"'
    (problem,) = damaged("dead-link", old, new)
    assert problem.startswith(
        "docs/towers/stone.md:1: dead-link: '/keepers/nobody' leads nowhere: "
    )
