"""Rules on outside addresses that are gone or have moved, as bib/link-status.json says."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from edition.checks.link_check.outside_links import outside_addresses
from edition.model import Edition, LinkStatus
from edition.problem import Location, Problems


def gone_address(edition: Edition) -> Problems:
    """An address that answered 404 or 410 is replaced by the work's new one, or by that of a copy.

    It never fails a pull request: `make links` reports it. The look-up may find no copy.
    """
    for address, status, location in _in_state(edition, "gone"):
        message = f"'{address}' was gone on {status.checked}"
        if status.last_alive:
            message += f"; it was alive on {status.last_alive}"
        lookup = _archive_lookup(edition, address)
        hint = f"Look for a copy at {lookup} and give its address, or the work's new one."
        yield location, f"{message}.", hint


def moved_address(edition: Edition) -> Problems:
    """An address that moved for good (301, 308) is replaced by its new one, if the work is there.

    It never fails a pull request: `make links` reports it.
    """
    for address, status, location in _in_state(edition, "moved"):
        message = f"'{address}' has moved, as of {status.checked}."
        hint = f"Write '{status.moved_to}', if the work is there."
        if _is_home_page(status.moved_to) and not _is_home_page(address):
            hint = (
                f"It leads to a home page, '{status.moved_to}', as lost pages do: look for the "
                f"work there, or for a copy at {_archive_lookup(edition, address)}."
            )
        yield location, message, hint


def _in_state(edition: Edition, state: str) -> Iterator[tuple[str, LinkStatus, Location]]:
    """The addresses in this state, with every place where one is given."""
    for address, locations in outside_addresses(edition).items():
        status = edition.link_status.get(address, LinkStatus())
        if status.state == state:
            for location in locations:
                yield address, status, location


def _archive_lookup(edition: Edition, address: str) -> str:
    """Where to look for a copy: of a work one of the day of its `urldate`."""
    works = (work.archive_lookup for work in edition.bibliography if work.url == address)
    return next(works, f"https://web.archive.org/web/{address}")


def _is_home_page(address: str) -> bool:
    return not urlsplit(address).path.strip("/")
