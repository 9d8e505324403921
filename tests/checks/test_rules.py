"""In: the list of rules. Out: whether each has a docstring, a test and its own name, and both papers are clean."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from edition.checks import RULES, apparatus, check_sources, exceptions, rule_name, site
from edition.checks.manual import manual
from edition.model import Edition
from edition.model.command import COMMANDS
from edition.render.apparatus import COMMANDS as CARRIED_OUT

ALL = [*RULES, *exceptions.RULES, *site.RULES]


def test_the_made_up_paper_is_clean(made_up: Edition) -> None:
    assert [str(problem) for problem in check_sources(made_up)] == []


def test_the_real_paper_is_clean(real: Edition) -> None:
    assert [str(problem) for problem in check_sources(real)] == []


@pytest.mark.parametrize("rule", ALL, ids=rule_name)
def test_a_rule_is_explained(rule) -> None:
    assert inspect.getdoc(rule)
    assert f"\n### {rule_name(rule)}\n\n{inspect.getdoc(rule)}\n" in manual()


@pytest.mark.parametrize("rule", [rule for rule in ALL if rule not in apparatus.RULES], ids=rule_name)  # the apparatus has its own tests
def test_a_rule_has_a_test(rule) -> None:
    tests = {
        node.name
        for file in Path(__file__).parent.rglob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    assert f"test_{rule.__name__}" in tests


def test_rule_names_are_unique() -> None:
    names = [rule_name(rule) for rule in ALL]
    assert len(names) == len(set(names))


def test_the_model_knows_the_commands_that_are_carried_out() -> None:
    assert set(CARRIED_OUT) == COMMANDS
