"""Asks the outside addresses of the edition with lychee, once a week; no pull request waits for it.

`outside_links` finds the addresses, `lychee` asks them, `status` adds the results to what is known
(bib/link-status.json), and `status_rules` say what a person has to mend.
"""

from edition.checks.link_check.lychee import Limits, LycheeFailed, check_links
from edition.checks.link_check.outside_links import Use, outside_addresses
from edition.checks.link_check.result import LinkResult
from edition.checks.link_check.status import longest_unchecked, update_link_status
from edition.checks.link_check.status_rules import RULES

__all__ = [
    "RULES",
    "Limits",
    "LinkResult",
    "LycheeFailed",
    "Use",
    "check_links",
    "longest_unchecked",
    "outside_addresses",
    "update_link_status",
]
