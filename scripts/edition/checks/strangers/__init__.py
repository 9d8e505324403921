"""Rules against what a stranger may send: hidden characters, dangerous HTML, look-alike domains. They take no exceptions."""

from .characters import RULES as CHARACTER_RULES
from .domains import RULES as DOMAIN_RULES
from .markup import RULES as MARKUP_RULES

RULES = [*CHARACTER_RULES, *MARKUP_RULES, *DOMAIN_RULES]
