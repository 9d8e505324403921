"""The rules for what the sources say, where nothing is said of them."""

from __future__ import annotations

from edition.checks import check_sources, rules_in
from edition.checks.apparatus import evidence_rules
from edition.problem import rule_name

PAGE = "---\ntitle: T\ndescription: D.\n---\n\n# T\n\n\\evidence\n"


def test_a_paper_without_evidence_breaks_none_of_these_rules(overlay, edition):
    root = overlay({"docs/data/evidence.yml": "", "docs/evidence.md": PAGE})
    found = {problem.rule for problem in check_sources(edition(root))}
    assert found & {rule_name(rule) for rule in rules_in(evidence_rules)} == set()
