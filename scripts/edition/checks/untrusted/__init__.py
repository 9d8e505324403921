"""Rules for untrusted input: hidden characters, dangerous HTML, look-alike domains.

They have no exceptions.
"""

from edition.checks.untrusted import character_rules, domain_rules, markup_rules

RULES = [*character_rules.RULES, *markup_rules.RULES, *domain_rules.RULES]
