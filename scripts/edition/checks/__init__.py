"""Judges: one generator of Problems for each rule; its name is the rule's name and its docstring the rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..model import Edition, Problem
from . import apparatus, bibliography, citations, concordance, links, metadata, pages, paragraphs, published, sources, strangers
from .exceptions import apply_exceptions

Rule = Callable[[Edition], Iterator[Problem]]

ROOMS: dict[str, list[Rule]] = {
    "Citations": citations.RULES,
    "Bibliography": bibliography.RULES,
    "Concordance": concordance.RULES,
    "Pages": [*pages.RULES, *paragraphs.RULES, *links.RULES, *published.RULES],
    "Data": [*sources.RULES, *metadata.RULES],
    "Apparatus": apparatus.RULES,
    "What strangers may send": strangers.RULES,
}
"""Every rule on the sources, in the manual's order. A rule that is not listed here does not exist."""

RULES: list[Rule] = [rule for rules in ROOMS.values() for rule in rules]


def rule_name(rule: Callable[..., object]) -> str:
    """`undefined_citation` → `undefined-citation`."""
    return rule.__name__.replace("_", "-")


def check_sources(edition: Edition) -> list[Problem]:
    """All problems of the sources, each once, sorted by place."""
    found = [*edition.problems, *(problem for rule in RULES for problem in rule(edition))]
    lasting = {rule_name(rule) for rule in [*strangers.RULES, sources.malformed_data]}
    return sorted(set(apply_exceptions(edition, found, {rule_name(rule) for rule in RULES} - lasting)))
