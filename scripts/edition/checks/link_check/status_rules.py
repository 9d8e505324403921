"""Rules on outside addresses that are gone or have moved, as bib/link-status.json says."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from edition.checks.link_check.outside_links import Use, outside_addresses
from edition.model import Edition, LinkStatus
from edition.problem import Problem


def gone_address(edition: Edition) -> Iterator[Problem]:
    """An address that answered 404 or 410 is replaced by the work's new one, or by that of a copy.

    It never fails a pull request: `make links` reports it. The look-up may find no copy.
    """
    for address, status, use in _uses(edition, "gone"):
        message = f"'{address}' was gone on {status.checked}"
        if status.last_alive:
            message += f"; it was alive on {status.last_alive}"
        hint = f"Look for a copy at {use.lookup} and give its address, or the work's new one."
        yield Problem(use.location, "gone-address", f"{message}.", hint)


def moved_address(edition: Edition) -> Iterator[Problem]:
    """An address that moved for good (301, 308) is replaced by its new one, if the work is there.

    It never fails a pull request: `make links` reports it.
    """
    for address, status, use in _uses(edition, "moved"):
        message = f"'{address}' has moved, as of {status.checked}."
        hint = f"Write '{status.moved_to}', if the work is there."
        if _is_home_page(status.moved_to) and not _is_home_page(address):
            hint = (
                f"It leads to a home page, '{status.moved_to}', as lost pages do: "
                f"look for the work there, or for a copy at {use.lookup}."
            )
        yield Problem(use.location, "moved-address", message, hint)


def _uses(edition: Edition, state: str) -> Iterator[tuple[str, LinkStatus, Use]]:
    """The uses of the addresses in this state."""
    for address, uses in outside_addresses(edition).items():
        status = edition.link_status.get(address, LinkStatus())
        if status.state == state:
            for use in uses:
                yield address, status, use


def _is_home_page(address: str) -> bool:
    return not urlsplit(address).path.strip("/")


RULES = [gone_address, moved_address]
