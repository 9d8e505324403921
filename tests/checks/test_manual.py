"""In: the list of rules. Out: whether each has a docstring, a test and its own name, and both papers are clean."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path

import pytest

from edition.checks import RULES, apparatus, check_sources, exceptions, rule_name
from edition.checks import site_rules as site
from edition.checks.link_check import RULES as OUTSIDE
from edition.checks.manual import EXAMPLES, manual, rule_groups
from edition.model import Edition
from edition.model.pages.directives import DIRECTIVES
from edition.site.page_builder import DIRECTIVES as CARRIED_OUT

ALL = [*RULES, *exceptions.RULES, *site.RULES, *OUTSIDE]
LYCHEE = "dead-link"  # its messages hold lychee's own words, which no test asserts


def test_the_made_up_paper_is_clean(made_up: Edition) -> None:
    assert [str(problem) for problem in check_sources(made_up)] == []


def test_the_real_paper_is_clean(real: Edition) -> None:
    assert [str(problem) for problem in check_sources(real)] == []


@pytest.mark.parametrize("rule", ALL, ids=rule_name)
def test_a_rule_is_explained(rule) -> None:
    assert inspect.getdoc(rule)
    assert f"\n### {rule_name(rule)}\n\n{inspect.getdoc(rule)}\n\n    " in manual()


@pytest.mark.parametrize(
    "rule", [rule for rule in ALL if rule not in apparatus.RULES], ids=rule_name
)  # the apparatus has its own tests
def test_a_rule_has_a_test(rule) -> None:
    tests = {
        node.name
        for file in Path(__file__).parent.rglob("test_*.py")
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    assert f"test_{rule.__name__}" in tests


def folded(node: ast.AST, names: dict[str, str]) -> str:
    """The text that an expression of a test stands for; what is not known before it runs is `…`."""
    if isinstance(node, ast.Constant):
        return str(node.value)
    if isinstance(node, ast.JoinedStr):
        return "".join(
            folded(part.value if isinstance(part, ast.FormattedValue) else part, names)
            for part in node.values
        )
    return names.get(node.id, "…") if isinstance(node, ast.Name) else "…"


def assigned(nodes: list[ast.AST], names: dict[str, str]) -> dict[str, str]:
    """What names stand for: `A = "x"` and `A, B = "x", "y"`."""
    known = dict(names)
    for node in (node for node in nodes if isinstance(node, ast.Assign)):
        target, value = node.targets[0], node.value
        pairs = (
            zip(target.elts, value.elts, strict=False)
            if isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple)
            else [(target, value)]
        )
        known |= {
            name.id: folded(text, known)
            for name, text in pairs
            if isinstance(name, ast.Name) and isinstance(text, ast.Constant | ast.JoinedStr)
        }
    return known


@pytest.fixture(scope="module")
def asserted(root: Path) -> set[str]:
    """Every text that stands in a test function, its names put in."""
    found = set()
    for file in (root / "tests").rglob("test_*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        names = assigned(tree.body, {})
        for function in (node for node in tree.body if isinstance(node, ast.FunctionDef)):
            nodes = list(ast.walk(function))
            known = assigned(nodes, names)
            found |= {
                folded(node, known)
                for node in nodes
                if isinstance(node, ast.Constant | ast.JoinedStr)
            }
    return found


def test_each_rule_has_one_example() -> None:
    examples = [line.split(": ", 2)[1] for line in EXAMPLES.read_text("utf-8").splitlines()]
    assert examples == [rule.name for group in rule_groups() for rule in group.rules]


def test_an_example_is_what_a_test_asserts(asserted: set[str]) -> None:
    # Without path and line: some tests count lines from the entry that they add.
    said = {
        text[text.find(f": {rule.name}: ") :]
        for text in asserted
        for group in rule_groups()
        for rule in group.rules
        if f": {rule.name}: " in text
    }
    examples = [
        rule.example for group in rule_groups() for rule in group.rules if rule.name != LYCHEE
    ]
    assert [example for example in examples if example[example.find(": ") :] not in said] == []


def test_rule_names_are_unique() -> None:
    names = [rule_name(rule) for rule in ALL]
    assert len(names) == len(set(names))


def test_the_model_knows_the_commands_that_are_carried_out() -> None:
    assert set(CARRIED_OUT) == set(DIRECTIVES)
