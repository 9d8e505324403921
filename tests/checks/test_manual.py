"""Each rule has a docstring, a test, an example and a name of its own, and both papers are
clean.
"""

from __future__ import annotations

import inspect
import re

import pytest

from checks.test_messages import CASES
from conftest import ROOT
from edition.checks import RULES, check_sources, exceptions, site_rules
from edition.checks.levels import EXAMPLES, LEVELS
from edition.checks.link_check import status_rules
from edition.checks.manual import manual, rule_groups
from edition.model.pages.directives import DIRECTIVES
from edition.problem import rule_name, rules_in
from edition.site.page_builder import DIRECTIVES as CARRIED_OUT
from releases.test_rejected import CASES as REJECTED

ALL = [*RULES, *rules_in(exceptions, site_rules, status_rules)]
LYCHEES_WORDS = "dead-link"  # its messages hold words of lychee's, which no test asserts
EXAMPLES_FILE = ROOT / "scripts/edition/checks/examples.txt"
TESTS = "\n".join(file.read_text("utf-8") for file in (ROOT / "tests").rglob("test_*.py"))
SAID = "\n".join(
    [*(case["says"] for _, case in CASES), *(f": {case['says']}\n" for case in REJECTED)]
)


@pytest.mark.parametrize("paper", ["made_up", "real"])
def test_both_papers_are_clean(request, paper: str) -> None:
    edition = request.getfixturevalue(paper)
    assert [str(problem) for problem in check_sources(edition)] == []


def test_each_rule_is_explained() -> None:
    text = manual()
    for rule in ALL:
        assert inspect.getdoc(rule)
        name = rule_name(rule)
        assert f"\n### {name}\n\n*{LEVELS[name]}*\n\n{inspect.getdoc(rule)}\n\n    " in text


def test_each_rule_has_a_name_of_its_own_and_one_example_with_its_level() -> None:
    names = [rule.name for group in rule_groups() for rule in group.rules]
    assert len(names) == len(set(names))
    lines = EXAMPLES_FILE.read_text("utf-8").splitlines()
    assert [line.split(": ", 3)[2] for line in lines] == names


def pattern(written: str) -> str:
    """A pattern for a message that a test writes; a value put in may be any text."""
    return ".*".join(map(re.escape, re.split(r"\{[^{}]*\}", written)))


@pytest.mark.parametrize("line", EXAMPLES.values())
def test_an_example_is_what_a_test_asserts(line: str) -> None:
    _, _, rule, message = line.split(": ", 3)
    written = re.findall(rf"\b{rule}: (.+?)(?:\\n)?\",?\)?,?$", TESTS, re.MULTILINE)
    is_written = any(re.search(pattern(text), message) for text in written)
    assert rule == LYCHEES_WORDS or f": {rule}: {message}\n" in SAID or is_written


def test_the_model_knows_the_directives_that_are_carried_out() -> None:
    assert set(CARRIED_OUT) == set(DIRECTIVES)
