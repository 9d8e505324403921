"""In: what a run found, and what was known before. Out: what is known now: bib/health.json, of the addresses that still stand."""

from __future__ import annotations

from collections.abc import Iterable

from edition.checks.link_check.result import Finding
from edition.model import LinkStatus


def renew_link_status(
    known: dict[str, LinkStatus], findings: dict[str, Finding], addresses: Iterable[str]
) -> dict[str, LinkStatus]:
    """The LinkStatus of each of the `addresses` that was ever asked. An older finding never takes the place of a newer one."""
    renewed = {}
    for address in addresses:
        before, found = known.get(address, LinkStatus()), findings.get(address)
        if found and found.day >= before.checked:
            before = LinkStatus(
                found.state,
                found.day,
                found.day if found.state == "alive" else before.last_alive,
                found.moved_to,
            )
        if before.state:
            renewed[address] = before
    return renewed
