"""Asks the outside addresses of the edition with lychee, once a week; no pull request waits for it.

`outside_links` finds the addresses, `lychee` asks them, and `status_rules` say what a person has to
mend, after bib/link-status.json, in which scripts/links.py writes down what was seen.
"""

from edition.checks.link_check.lychee import Answer, LycheeFailed, check_links
from edition.checks.link_check.outside_links import outside_addresses

__all__ = ["Answer", "LycheeFailed", "check_links", "outside_addresses"]
