"""The rules for the sources, group by group.

A rule is a generator that takes the edition and yields, for each place that breaks it, the
location, what is wrong, and a hint. Its name is the rule's name (`undefined_citation` is printed
as `undefined-citation`), and its docstring is what the manual says of the rule. A new rule gets an
example with its level in examples.txt, and a test of its exact message.
"""

from __future__ import annotations

from edition.checks import (
    citation_rules,
    concordance_rules,
    data_rules,
    link_rules,
    markdown_rules,
    page_rules,
    paragraph_rules,
    published_rules,
)
from edition.checks.apparatus import (
    event_rules,
    evidence_rules,
    name_rules,
    note_rules,
    relation_rules,
)
from edition.checks.bibliography import (
    date_rules,
    duplicate_rules,
    entry_rules,
    field_rules,
    form_rules,
    person_rules,
    url_rules,
    value_rules,
)
from edition.checks.exceptions import apply_exceptions
from edition.checks.levels import with_levels
from edition.checks.untrusted import character_rules, domain_rules, file_rules, markup_rules
from edition.model import Edition
from edition.problem import Problem, Rule, problems_of, rule_name, rules_in

_UNTRUSTED = rules_in(character_rules, markup_rules, domain_rules, file_rules)
RULE_GROUPS: dict[str, list[Rule]] = {
    "Citations": rules_in(citation_rules),
    "Bibliography": rules_in(
        entry_rules,
        field_rules,
        value_rules,
        person_rules,
        date_rules,
        url_rules,
        duplicate_rules,
        form_rules,
    ),
    "Concordance": rules_in(concordance_rules),
    "Pages": rules_in(page_rules, paragraph_rules, markdown_rules, link_rules, published_rules),
    "Data": rules_in(data_rules),
    "Apparatus": rules_in(note_rules, name_rules, event_rules, relation_rules, evidence_rules),
    "Untrusted input": _UNTRUSTED,
}
"""Every rule for the sources, in the manual's order."""

RULES: list[Rule] = [rule for rules in RULE_GROUPS.values() for rule in rules]
_WITHOUT_EXCEPTIONS = [*_UNTRUSTED, url_rules.unsafe_address, data_rules.malformed_data]
WITH_EXCEPTIONS = frozenset(rule_name(rule) for rule in RULES if rule not in _WITHOUT_EXCEPTIONS)
"""The rules for which docs/data/exceptions.yml may list exceptions."""


def check_sources(edition: Edition) -> list[Problem]:
    """All problems of the sources, with their levels, each once, sorted by file and line.

    Broken conventions are among them only if the paper asks for conventions. Where mkdocs.yml
    cannot be read, nothing else is known, and its problems are all there are.
    """
    project = edition.project
    lists = project.paper_bibliography
    unread = [problem for problem in project.problems if problem.location.path != lists]
    if unread:
        return sorted(with_levels(set(unread), conventions=False))
    problems = [*edition.problems, *problems_of(RULES, edition)]
    problems = apply_exceptions(edition, problems, WITH_EXCEPTIONS)
    return sorted(with_levels(set(problems), edition.paper.edition.conventions))
