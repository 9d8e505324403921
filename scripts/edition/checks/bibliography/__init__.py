"""Rules of the lists in bib/. `RULES` has them in the manual's order."""

from .addresses import RULES as ADDRESS_RULES
from .dates import RULES as DATE_RULES
from .duplicates import RULES as DUPLICATE_RULES
from .entries import RULES as ENTRY_RULES
from .fields import RULES as FIELD_RULES
from .forms import RULES as FORM_RULES
from .names import RULES as NAME_RULES
from .order import RULES as ORDER_RULES

RULES = [*ENTRY_RULES, *FIELD_RULES, *FORM_RULES, *NAME_RULES, *DATE_RULES, *ADDRESS_RULES, *DUPLICATE_RULES, *ORDER_RULES]
