"""Rules of the critical apparatus: notes, names and terms, events, relations. `RULES` lists them in the manual's order."""

from .events import RULES as EVENT_RULES
from .names import RULES as NAME_RULES
from .notes import RULES as NOTE_RULES
from .relations import RULES as RELATION_RULES

RULES = [*NOTE_RULES, *NAME_RULES, *EVENT_RULES, *RELATION_RULES]
