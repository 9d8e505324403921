"""The rules for what the sources say, where nothing is said of them."""

from __future__ import annotations

from edition.checks import check_sources, rule_name
from edition.checks.apparatus.evidence_rules import RULES

PAGE = "---\ntitle: T\ndescription: D.\n---\n\n# T\n\n\\evidence\n"


def test_a_paper_without_evidence_breaks_none_of_these_rules(overlay, edition):
    root = overlay({"docs/data/evidence.yml": "", "docs/evidence.md": PAGE})
    found = {problem.rule for problem in check_sources(edition(root))}
    assert found & {rule_name(rule) for rule in RULES} == set()
