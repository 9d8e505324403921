"""In: addresses and how to ask. Out: an Outcome: a Finding for each that was asked, within the limit of time."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

from edition.checks.link_check.guard import Guard, plain_host
from edition.checks.link_check.journal import Journal
from edition.checks.link_check.lychee import Manner, ask
from edition.checks.link_check.result import Finding

# Addresses in one round, and of one host in it: small enough that a limit loses little, mixed enough that no host is hurried.
ROUND, PER_HOST = 32, 4
TOO_MANY = "429"


@dataclass
class Outcome:
    """What is known after a run: `findings` by address; `left` were not asked, for lack of time or after a 429; `private` hosts."""

    findings: dict[str, Finding] = field(default_factory=dict)
    left: list[str] = field(default_factory=list)
    private: list[str] = field(default_factory=list)

    def counts(self) -> str:
        """`3 alive, 1 gone`."""
        states = Counter(finding.state for finding in self.findings.values())
        return (
            ", ".join(f"{number} {state}" for state, number in sorted(states.items()))
            or "none answered"
        )


def host_of(address: str) -> str:
    """The host that an address names; empty where it is no address."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def rounds(addresses: list[str]) -> Iterator[list[str]]:
    """Divide the addresses so that those of one host are spread over the rounds."""
    waiting = list(addresses)
    while waiting:
        hosts: Counter[str] = Counter()
        chosen, others = [], []
        for address in waiting:
            fits = len(chosen) < ROUND and hosts[host_of(address)] < PER_HOST
            (chosen if fits else others).append(address)
            hosts[host_of(address)] += fits
        yield chosen
        waiting = others


class _Run:
    """One run against the clock. `moment` is the time to write down, UTC; what is left of the limit is measured apart from it."""

    def __init__(
        self,
        manner: Manner,
        journal: Journal,
        say: Callable[[str], None],
        moment: Callable[[], datetime],
    ) -> None:
        self._manner, self._journal, self._say, self._moment = manner, journal, say, moment
        self._end = time.monotonic() + manner.limit
        self._tired: set[str] = set()
        self.outcome = Outcome()

    def recall(self, addresses: list[str], age: timedelta) -> list[str]:
        """Take over what the journal knows; return the others."""
        self.outcome.findings = self._journal.recent(addresses, self._moment(), age)
        return [
            address
            for address in addresses
            if address not in self.outcome.findings and host_of(address)
        ]

    def ask(self, addresses: list[str], proxy: str) -> list[str]:
        """Ask them in rounds. Returns those that were not asked: the time was too short, or their host wants to be left alone."""
        waiting = dict.fromkeys(addresses)
        for planned in rounds(addresses):
            chosen = [address for address in planned if host_of(address) not in self._tired]
            now, seconds = self._moment(), self._end - time.monotonic()
            try:
                found = (
                    ask(chosen, self._manner, now.date().isoformat(), seconds, proxy)
                    if chosen
                    else {}
                )
            except TimeoutError:
                self._say(f"The limit of {self._manner.limit:g} s is reached.")
                break
            self._take(found, now)
            for address in chosen:
                del waiting[address]
            self._say(
                f"{len(addresses) - len(waiting)} of {len(addresses)} asked: {self.outcome.counts()}."
            )
            if waiting:
                time.sleep(max(0, min(self._manner.interval, self._end - time.monotonic())))
        return list(waiting)

    def _take(self, found: dict[str, Finding], now: datetime) -> None:
        self.outcome.findings |= found
        self._journal.keep(found, now)
        self._tired |= {
            host_of(address) for address, finding in found.items() if finding.why == TOO_MANY
        }

    def ask_the_ill(self, addresses: list[str], proxy: str) -> None:
        """Once more: lychee does not, and a server is often ill for a moment only."""
        again = [
            address
            for address in addresses
            if (found := self.outcome.findings.get(address)) and found.worth_asking_again
        ]
        if again and time.monotonic() < self._end:
            self._say(f"Faults at the server are asked about once more: {len(again)}.")
            self.ask(again, proxy)


def ask_all(
    addresses: list[str],
    manner: Manner,
    journal: Journal,
    age: timedelta,
    say: Callable[[str], None] = lambda _line: None,
    moment: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Outcome:
    """Ask every address of which the journal knows nothing younger than `age`; each round is kept at once. LycheeFailed.

    `say` is told the progress. An address costs at most `(retries + 1) × (redirects + 1)` requests, twice that at an ill server.
    """
    run = _Run(manner, journal, say, moment)
    asked = run.recall(addresses, age)
    say(
        f"{len(addresses)} addresses: {len(run.outcome.findings)} known from a run before, {len(asked)} to ask."
    )
    with Guard(manner.allow_loopback) as guard:
        run.outcome.left = run.ask(asked, guard.proxy)
        run.ask_the_ill(asked, guard.proxy)
    run.outcome.private = sorted(guard.refused)
    for address in asked:
        if plain_host(host_of(address)) in guard.refused:
            run.outcome.findings.pop(address, None)  # it was not asked: nothing is known of it
    return run.outcome
