"""Rules for the lists in bib/, in the manual's order."""

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
from edition.checks.bibliography.url_rules import unsafe_address

__all__ = ["RULES", "unsafe_address"]

RULES = [
    *entry_rules.RULES,
    *field_rules.RULES,
    *value_rules.RULES,
    *person_rules.RULES,
    *date_rules.RULES,
    *url_rules.RULES,
    *duplicate_rules.RULES,
    *form_rules.RULES,
]
