"""In: sizes and contestants. Out: what each build cost, the contestants taking turns."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .contestants import Contestant
from .editions import make_edition
from .measuring import Cost, Failed, Stopped, run

COLD, UNCHANGED, CHANGED = "cold", "unchanged", "one page changed"
OURS, STOCK = "ours", "stock"
_START = time.monotonic()


@dataclass(frozen=True, order=True)
class Size:
    """Numbers of pages and of references."""

    pages: int
    references: int

    def __str__(self) -> str:
        return f"{self.pages:,} × {self.references:,}"


@dataclass(frozen=True)
class Build:
    """One build: what was built by whom, in which round (from 1) and state of the cache; `cost` is what failed, where there is none."""

    size: Size
    contestant: str
    state: str
    round: int
    cost: Cost | str


@dataclass(frozen=True)
class Check:
    """One run of the checks over an edition's sources."""

    size: Size
    state: str
    cost: Cost | str


def say(text: str) -> None:
    """Progress, on stderr, with the minutes and seconds since the start."""
    minutes, seconds = divmod(int(time.monotonic() - _START), 60)
    print(f"{minutes:3}:{seconds:02} {text}", file=sys.stderr, flush=True)


def told(cost: Cost | str) -> str:
    return (
        cost
        if isinstance(cost, str)
        else f"{cost.processor:.1f} s of processor, {cost.clock:.1f} s of clock, {cost.memory:.0f} MiB"
    )


def attempt(command: list[str], log: Path, limit: float) -> Cost | str:
    """What a command cost, or why there is no saying."""
    try:
        return run(command, log, limit)
    except Stopped:
        return f"stopped after {limit:.3g} s"
    except Failed as error:
        say(f"    {error}")
        return "failed"


class Workshop:
    """A folder in which an edition of one size stands ready for each contestant."""

    def __init__(self, folder: Path, size: Size, seed: int, contestants: list[Contestant]) -> None:
        self.folder, self.size, self.contestants = folder, size, contestants
        self._used = {contestant.id: 0.0 for contestant in contestants}
        made = make_edition(size.pages, size.references, seed)
        for contestant in contestants:
            contestant.prepare(made, self.root(contestant))

    def root(self, contestant: Contestant) -> Path:
        return self.folder / contestant.id

    def build(self, contestant: Contestant, state: str, round: int, limit: float) -> Build:
        """Build once into an empty folder."""
        root, site = self.root(contestant), self.folder / "site"
        shutil.rmtree(site, ignore_errors=True)
        if state == COLD:
            shutil.rmtree(root / ".cache", ignore_errors=True)
        page = root / "docs" / "part-1" / "index.md"
        before = page.read_text("utf-8") if state == CHANGED else ""
        if before:
            page.write_text(
                before.replace("\n{: #p1 }", f" Change {round}.\n{{: #p1 }}"), encoding="utf-8"
            )
        cost = attempt(contestant.command(root, site), self.folder / f"{contestant.id}.log", limit)
        if before:
            page.write_text(before, encoding="utf-8")
        say(f"  {self.size}, round {round}, {contestant.name}, {state}: {told(cost)}")
        return Build(self.size, contestant.id, state, round, cost)

    def round(self, round: int, limit: float, left: Callable[[], float]) -> Iterator[Build]:
        """Every contestant once, in turn; one that has used `limit` seconds of clock in this size is not asked again.

        `left`: the seconds left for the whole run; without any, the round ends.
        """
        for contestant in self.contestants:
            # This edition is compared with stock Material: the two are in every round.
            if self._used[contestant.id] >= limit and contestant.id not in (OURS, STOCK):
                continue
            for state in (COLD, UNCHANGED, CHANGED) if contestant.id == OURS else (COLD,):
                if left() < 1:
                    return
                # Half of the time at most, so that something is left for the comparison.
                build = self.build(
                    contestant,
                    state,
                    round,
                    left() / 2 if contestant.id in (OURS, STOCK) else min(limit, left()),
                )
                self._used[contestant.id] += (
                    build.cost.clock if isinstance(build.cost, Cost) else limit
                )
                yield build

    def check(self, contestant: Contestant, state: str, limit: float) -> Check:
        """Check the sources once."""
        root = self.root(contestant)
        if state == COLD:
            shutil.rmtree(root / ".cache", ignore_errors=True)
        command = [sys.executable, str(root / "scripts" / "check.py"), "--root", str(root)]
        cost = attempt(command, self.folder / "check.log", limit)
        say(f"  {self.size}, checks, {state}: {told(cost)}")
        return Check(self.size, state, cost)
