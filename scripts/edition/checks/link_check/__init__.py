"""What lies outside the edition: its addresses, asked by lychee now and then; never a part of what a pull request must pass.

`addresses` finds them with their places, `asking` has lychee ask them in rounds (`lychee`, behind the `guard`), `journal` keeps
what was found for the next run, `observed` turns it into bib/health.json, and the rules say what a person has to mend.
"""

from edition.checks.link_check.lychee import LycheeFailed
from edition.checks.link_check.outside_links import Use, outside_addresses
from edition.checks.link_check.result import Finding
from edition.checks.link_check.schedule import Manner, Outcome, ask_all
from edition.checks.link_check.status import renew_link_status
from edition.checks.link_check.status_rules import RULES

__all__ = [
    "RULES",
    "Finding",
    "LycheeFailed",
    "Manner",
    "Outcome",
    "Use",
    "ask_all",
    "outside_addresses",
    "renew_link_status",
]
