"""Rules for untrusted input: hidden characters, dangerous HTML, look-alike domains, links.

They have no exceptions.
"""

from edition.checks.untrusted import character_rules, domain_rules, file_rules, markup_rules

RULES = [*character_rules.RULES, *markup_rules.RULES, *domain_rules.RULES, *file_rules.RULES]
