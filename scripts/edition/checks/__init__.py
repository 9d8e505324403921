"""Judges: one generator of Problems for each rule; its name is the rule's name and its docstring the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from edition.checks import apparatus, bibliography
from edition.checks import citation_rules as citations
from edition.checks import concordance_rules as concordance
from edition.checks import link_rules as links
from edition.checks import metadata_rules as metadata
from edition.checks import page_rules as pages
from edition.checks import paragraph_rules as paragraphs
from edition.checks import published_rules as published
from edition.checks import source_files as sources
from edition.checks import untrusted as strangers
from edition.checks.exceptions import apply_exceptions
from edition.model import Edition
from edition.problem import Problem

Rule = Callable[[Edition], Iterator[Problem]]

RULE_GROUPS: dict[str, list[Rule]] = {
    "Citations": citations.RULES,
    "Bibliography": bibliography.RULES,
    "Concordance": concordance.RULES,
    "Pages": [*pages.RULES, *paragraphs.RULES, *links.RULES, *published.RULES],
    "Data": [*sources.RULES, *metadata.RULES],
    "Apparatus": apparatus.RULES,
    "What strangers may send": strangers.RULES,
}
"""Every rule on the sources, in the manual's order. A rule that is not listed here does not exist."""

RULES: list[Rule] = [rule for rules in RULE_GROUPS.values() for rule in rules]


def rule_name(rule: Callable[..., object]) -> str:
    """`undefined_citation` → `undefined-citation`."""
    return rule.__name__.replace("_", "-")


def check_sources(edition: Edition) -> list[Problem]:
    """All problems of the sources, each once, sorted by place."""
    found = [*edition.problems, *(problem for rule in RULES for problem in rule(edition))]
    lasting = {rule_name(rule) for rule in [*strangers.RULES, sources.malformed_data]}
    return sorted(
        set(apply_exceptions(edition, found, {rule_name(rule) for rule in RULES} - lasting))
    )
