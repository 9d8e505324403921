"""Rules for the critical apparatus: notes, names and terms, events, relations, evidence."""

from edition.checks.apparatus import (
    event_rules,
    evidence_rules,
    name_rules,
    note_rules,
    relation_rules,
)

RULES = [
    *note_rules.RULES,
    *name_rules.RULES,
    *event_rules.RULES,
    *relation_rules.RULES,
    *evidence_rules.RULES,
]
