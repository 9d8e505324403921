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

_MODULES = [
    entry_rules,
    field_rules,
    value_rules,
    person_rules,
    date_rules,
    url_rules,
    duplicate_rules,
    form_rules,
]
RULES = [rule for module in _MODULES for rule in module.RULES]
