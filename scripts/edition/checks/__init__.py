"""The rules for the sources, group by group.

A rule is a generator that takes the edition and yields a Problem for each place that breaks it.
Its name is the rule's name (`undefined_citation` is printed as `undefined-citation`), and its
docstring is what the manual says of the rule. A new rule goes into the RULES of its module and
gets a level in levels.py, an example in examples.txt, and a test of its exact message.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from edition.checks import (
    apparatus,
    bibliography,
    citation_rules,
    concordance_rules,
    data_rules,
    link_rules,
    markdown_rules,
    page_rules,
    paragraph_rules,
    published_rules,
    untrusted,
)
from edition.checks.exceptions import apply_exceptions
from edition.checks.levels import with_levels
from edition.model import Edition
from edition.problem import Problem, Problems

Rule = Callable[[Edition], Problems]

RULE_GROUPS: dict[str, Sequence[Rule]] = {
    "Citations": citation_rules.RULES,
    "Bibliography": bibliography.RULES,
    "Concordance": concordance_rules.RULES,
    "Pages": [
        *page_rules.RULES,
        *paragraph_rules.RULES,
        *markdown_rules.RULES,
        *link_rules.RULES,
        *published_rules.RULES,
    ],
    "Data": data_rules.RULES,
    "Apparatus": apparatus.RULES,
    "Untrusted input": untrusted.RULES,
}
"""Every rule for the sources, in the manual's order. A rule that is not listed here is not run."""

RULES: list[Rule] = [rule for rules in RULE_GROUPS.values() for rule in rules]


def rule_name(rule: Callable[..., object]) -> str:
    """The name that problems print: `undefined_citation` is `undefined-citation`."""
    return rule.__name__.replace("_", "-")


_WITHOUT_EXCEPTIONS = [
    *untrusted.RULES,
    bibliography.unsafe_address,
    data_rules.malformed_data,
]
WITH_EXCEPTIONS = frozenset(rule_name(rule) for rule in RULES if rule not in _WITHOUT_EXCEPTIONS)
"""The rules for which docs/data/exceptions.yml may list exceptions."""


def check_sources(edition: Edition) -> list[Problem]:
    """All problems of the sources, with their levels, each once, sorted by file and line.

    Broken conventions are among them only if the paper asks for conventions. Where mkdocs.yml
    cannot be read, nothing else is known, and its problems are all there are.
    """
    unread = [problem for problem in edition.project.problems if problem.rule != "missing-file"]
    if unread:
        return sorted(with_levels(set(unread), conventions=False))
    problems = list(edition.problems)
    for rule in RULES:
        problems += rule(edition)
    problems = apply_exceptions(edition, problems, WITH_EXCEPTIONS)
    return sorted(with_levels(set(problems), edition.paper.edition.conventions))
