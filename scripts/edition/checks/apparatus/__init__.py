"""Rules of the critical apparatus: notes, names and terms, events, relations. `RULES` lists them in the manual's order."""

from edition.checks.apparatus.event_rules import RULES as EVENT_RULES
from edition.checks.apparatus.name_rules import RULES as NAME_RULES
from edition.checks.apparatus.note_rules import RULES as NOTE_RULES
from edition.checks.apparatus.relation_rules import RULES as RELATION_RULES

RULES = [*NOTE_RULES, *NAME_RULES, *EVENT_RULES, *RELATION_RULES]
