"""Each rule has a docstring, a test, an example and a name of its own, and both papers are clean."""

from __future__ import annotations

import ast
import inspect
import re
from pathlib import Path

from checks.test_messages import CASES
from edition.checks import RULES, check_sources, exceptions, link_check, rule_name, site_rules
from edition.checks.levels import LEVELS
from edition.checks.manual import EXAMPLES, manual, rule_groups
from edition.model import Edition
from edition.model.pages.directives import DIRECTIVES
from edition.site.page_builder import DIRECTIVES as CARRIED_OUT
from releases.test_rejected import CASES as REJECTED

ALL = [*RULES, *exceptions.RULES, *site_rules.RULES, *link_check.RULES]
LYCHEES_WORDS = "dead-link"  # its messages hold words of lychee's, which no test asserts


def functions(folder: Path) -> list[ast.FunctionDef]:
    """The test functions of all files in a folder."""
    found = []
    for file in folder.rglob("test_*.py"):
        nodes = ast.parse(file.read_text("utf-8")).body
        found += [node for node in nodes if isinstance(node, ast.FunctionDef)]
    return found


def test_the_made_up_paper_is_clean(made_up: Edition) -> None:
    assert [str(problem) for problem in check_sources(made_up)] == []


def test_the_real_paper_is_clean(real: Edition) -> None:
    assert [str(problem) for problem in check_sources(real)] == []


def test_each_rule_is_explained() -> None:
    text = manual()
    for rule in ALL:
        assert inspect.getdoc(rule)
        name = rule_name(rule)
        assert f"\n### {name}\n\n*{LEVELS[name]}*\n\n{inspect.getdoc(rule)}\n\n    " in text


def test_each_rule_has_a_test_of_its_exact_message() -> None:
    said = {rule for rule, case in CASES if case["says"]}
    tests = {function.name for function in functions(Path(__file__).parent)}
    untested = [rule for rule in map(rule_name, ALL) if rule not in said]
    assert [rule for rule in untested if f"test_{rule.replace('-', '_')}" not in tests] == []


def test_each_rule_has_a_name_of_its_own_and_one_example() -> None:
    names = [rule.name for group in rule_groups() for rule in group.rules]
    assert len(names) == len(set(names))
    assert [line.split(": ", 2)[1] for line in EXAMPLES.read_text("utf-8").splitlines()] == names


def pattern(node: ast.AST) -> str:
    """A pattern for the text that a node of a test stands for; a value put in may be any text."""
    if isinstance(node, ast.JoinedStr):
        return "".join(pattern(part) or ".*" for part in node.values)
    return re.escape(str(node.value)) if isinstance(node, ast.Constant) else ""


def test_an_example_is_what_a_test_asserts(root: Path) -> None:
    asserted = [re.escape(line) for _, case in CASES for line in case["says"].splitlines()]
    asserted += [re.escape(f": {case['says']}") for case in REJECTED]
    for function in functions(root / "tests"):
        asserted += [line for node in ast.walk(function) for line in pattern(node).split("\\\n")]
    for line in EXAMPLES.read_text("utf-8").splitlines():
        _, rule, message = line.split(": ", 2)
        said = f":\\ {re.escape(rule)}:\\ "
        texts = [text[text.index(said) :] for text in asserted if said in text]
        example = f": {rule}: {message}"
        assert rule == LYCHEES_WORDS or any(re.search(text, example) for text in texts), line


def test_the_model_knows_the_directives_that_are_carried_out() -> None:
    assert set(CARRIED_OUT) == set(DIRECTIVES)
