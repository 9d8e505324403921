"""Rules of the lists in bib/. `RULES` has them in the manual's order."""

from edition.checks.bibliography.date_rules import RULES as DATE_RULES
from edition.checks.bibliography.duplicate_rules import RULES as DUPLICATE_RULES
from edition.checks.bibliography.entry_rules import RULES as ENTRY_RULES
from edition.checks.bibliography.field_rules import RULES as FIELD_RULES
from edition.checks.bibliography.form_rules import RULES as ORDER_RULES
from edition.checks.bibliography.person_rules import RULES as NAME_RULES
from edition.checks.bibliography.url_rules import RULES as ADDRESS_RULES
from edition.checks.bibliography.value_rules import RULES as FORM_RULES

RULES = [
    *ENTRY_RULES,
    *FIELD_RULES,
    *FORM_RULES,
    *NAME_RULES,
    *DATE_RULES,
    *ADDRESS_RULES,
    *DUPLICATE_RULES,
    *ORDER_RULES,
]
