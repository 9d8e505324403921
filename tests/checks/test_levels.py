"""The level of each rule, and what follows from it."""

from __future__ import annotations

import pytest

from conftest import PAPER
from edition.checks import check_sources, exceptions
from edition.checks.levels import LEVELS, count_by_level, with_levels
from edition.checks.manual import rule_groups
from edition.problem import Level, Location, Problem


def problem(rule: str) -> Problem:
    return Problem(Location("a.md", 2), rule, "it is so.", "Mend it.")


def test_each_rule_has_a_level_and_no_other_has_one():
    assert set(LEVELS) == {rule.name for group in rule_groups() for rule in group.rules}


def test_a_problem_prints_its_level():
    assert [
        str(one) for one in with_levels([problem("raw-html"), problem("bad-doi")], conventions=True)
    ] == [
        "a.md:2: error: raw-html: it is so. Mend it.",
        "a.md:2: warning: bad-doi: it is so. Mend it.",
    ]


def test_a_rule_without_a_level_is_an_error():
    assert problem("new-rule").is_error
    assert with_levels([problem("new-rule")], conventions=False)[0].level is Level.ERROR


@pytest.mark.parametrize(
    ("said", "rules"),
    [("  conventions: true\n", ["missing-description"]), ("  conventions: false\n", []), ("", [])],
)
def test_conventions_hold_for_a_paper_that_asks_for_them(edition, overlay, said, rules):
    facts = (PAPER / "docs/data/paper.yml").read_text("utf-8")
    assert "  conventions: true\n" in facts
    files = {
        "docs/data/paper.yml": facts.replace("  conventions: true\n", said),
        "docs/about.md": "---\ntitle: About\n---\n\n# About\n",
    }
    found = [one.rule for one in check_sources(edition(overlay(files)))]
    assert [rule for rule in found if rule != "unneeded-exception"] == rules


def test_the_counts_begin_with_the_gravest():
    found = with_levels(map(problem, ["bad-doi", "raw-html", "bad-doi"]), conventions=True)
    assert count_by_level(found) == "1 error, 2 warnings"
    assert count_by_level(found, "new") == "1 new error, 2 new warnings"
    assert count_by_level([]) == ""


@pytest.mark.parametrize(
    "rule", ["raw-html", "override-character", "unsafe-address", "malformed-data"]
)
def test_no_exception_is_possible_to_a_rule_against_danger(edition, overlay, rule):
    text = f"- rule: {rule}\n  reason: It is wanted.\n"
    found = check_sources(edition(overlay({f"docs/data/{exceptions.FILE}": text})))
    assert "unknown-exception" in {one.rule for one in found}
