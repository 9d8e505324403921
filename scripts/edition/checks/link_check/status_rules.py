"""In: the edition with bib/health.json. Out: what a person has to mend outside: never more than was observed."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from edition.checks.link_check.outside_links import outside_addresses
from edition.model import Edition, LinkStatus
from edition.problem import Problem


def gone_address(edition: Edition) -> Iterator[Problem]:
    """An address that answered 404 or 410 when it was last asked is replaced: by the work's new one, or by that of a copy.

    It never fails a pull request: `make links` reports it. The look-up that it proposes is no proof that there is a copy.
    """
    for address, uses in outside_addresses(edition).items():
        link_status = edition.link_status.get(address, LinkStatus())
        if link_status.state == "gone":
            for use in uses:
                alive = (
                    f"; it was alive on {link_status.last_alive}" if link_status.last_alive else ""
                )
                hint = (
                    f"Look for a copy at {use.lookup} and give its address, or the work's new one."
                )
                yield Problem(
                    use.location,
                    "gone-address",
                    f"'{address}' was gone on {link_status.checked}{alive}.",
                    hint,
                )


def moved_address(edition: Edition) -> Iterator[Problem]:
    """An address that leads elsewhere for good (301, 308) is replaced by the one that it leads to, if the work is there.

    It never fails a pull request: `make links` reports it.
    """
    for address, uses in outside_addresses(edition).items():
        link_status = edition.link_status.get(address, LinkStatus())
        if link_status.state == "moved":
            for use in uses:
                yield Problem(
                    use.location,
                    "moved-address",
                    f"'{address}' has moved, as of {link_status.checked}.",
                    _cure(address, link_status.moved_to, use.lookup),
                )


def _cure(address: str, moved_to: str, lookup: str) -> str:
    if urlsplit(address).path.strip("/") and not urlsplit(moved_to).path.strip("/"):
        return f"It leads to a home page, '{moved_to}', as lost pages do: look for the work there, or for a copy at {lookup}."
    return f"Write '{moved_to}', if the work is there."


RULES = [gone_address, moved_address]
