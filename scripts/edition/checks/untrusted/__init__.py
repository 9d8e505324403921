"""Rules against what a stranger may send: hidden characters, dangerous HTML, look-alike domains. They take no exceptions."""

from edition.checks.untrusted.character_rules import RULES as CHARACTER_RULES
from edition.checks.untrusted.domain_rules import RULES as DOMAIN_RULES
from edition.checks.untrusted.markup_rules import RULES as MARKUP_RULES

RULES = [*CHARACTER_RULES, *MARKUP_RULES, *DOMAIN_RULES]
