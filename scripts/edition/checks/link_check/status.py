"""What is known of the outside addresses after another look at them (bib/link-status.json)."""

from __future__ import annotations

from collections.abc import Iterable

from edition.checks.link_check.result import LinkResult
from edition.model import LinkStatus


def longest_unchecked(
    addresses: Iterable[str], known: dict[str, LinkStatus], most: int
) -> list[str]:
    """At most `most` of the addresses: first those never asked, then those asked longest ago."""
    unknown = LinkStatus()
    return sorted(addresses, key=lambda address: known.get(address, unknown).checked)[:most]


def update_link_status(
    known: dict[str, LinkStatus], results: dict[str, LinkResult], addresses: Iterable[str]
) -> dict[str, LinkStatus]:
    """The status of each address that was ever asked. A result replaces only an older one."""
    updated = {}
    for address in addresses:
        status, result = known.get(address, LinkStatus()), results.get(address)
        if result and result.day >= status.checked:
            status = LinkStatus(
                state=result.state,
                checked=result.day,
                last_alive=result.day if result.state == "alive" else status.last_alive,
                moved_to=result.moved_to,
            )
        if status.state:
            updated[address] = status
    return updated
