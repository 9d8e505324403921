"""In: sizes, contestants, parts, minutes. Out: everything that is measured in one run, in turn, and what there was no time for."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from .builds import COLD, OURS, STOCK, UNCHANGED, Build, Check, Size, Workshop, say
from .contestants import ROOT, Contestant
from .editing import Shown, edit_and_look
from .growth import sizes_of
from .measuring import Cost
from .profiles import Profile, profile

PARTS = ("builds", "checks", "profile", "growth", "edits")


@dataclass(frozen=True)
class Plan:
    """What is wished: `limit` is seconds for one contestant in one size, `minutes` the time of the whole run, begun at `start`."""

    sizes: list[Size]
    contestants: dict[str, Contestant]
    parts: tuple[str, ...] = PARTS
    rounds: int = 5
    limit: float = 60
    minutes: float = 18
    seed: int = 1
    start: float = field(default_factory=time.monotonic)

    @property
    def left(self) -> float:
        """Seconds that are left."""
        return max(0.0, self.start + 60 * self.minutes - time.monotonic())

    def has_time(self, seconds: float) -> bool:
        return seconds < self.left


@dataclass
class Results:
    """What was measured; `further` are the builds that only the growth is read from."""

    builds: list[Build] = field(default_factory=list)
    further: list[Build] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    profiles: list[Profile] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def seconds(self, contestant: str, size: Size) -> float | None:
        """The median of the processor's seconds of a cold build."""
        found = [
            build
            for build in self.builds + self.further
            if (build.contestant, build.state, build.size) == (contestant, COLD, size)
        ]
        return _median(found)

    def checking(self, size: Size) -> float | None:
        return _median(
            [check for check in self.checks if (check.size, check.state) == (size, COLD)]
        )

    def clock(self, size: Size) -> float:
        """Seconds of clock of the first round in a size: what another will take."""
        return sum(
            build.cost.clock
            for build in self.builds
            if build.size == size and build.round == 1 and isinstance(build.cost, Cost)
        )

    def ours(self, size: Size) -> float:
        """Seconds of clock of our cold build of about this size."""
        times = {
            build.size: build.cost.clock
            for build in self.builds
            if build.contestant == OURS and build.state == COLD and isinstance(build.cost, Cost)
        }
        return times.get(size) or max(times.values(), default=0)


def _median(found: Iterable[Build | Check]) -> float | None:
    costs = [one.cost.processor for one in found if isinstance(one.cost, Cost)]
    return median(costs) if costs else None


def measure(plan: Plan) -> Results:
    """Carry out the plan: each part once, then as many further rounds as there is time for, the largest size first."""
    results = Results()
    with tempfile.TemporaryDirectory() as folder:
        say(f"Making editions of {', '.join(map(str, plan.sizes))} pages and references.")
        shops = [
            Workshop(Path(folder, str(at)), size, plan.seed, list(plan.contestants.values()))
            for at, size in enumerate(plan.sizes)
        ]
        if "builds" in plan.parts:
            for shop in shops:
                results.builds += shop.round(1, plan.limit, lambda: plan.left)
                done = {build.contestant for build in results.builds if build.size == shop.size}
                results.left_out += [
                    f"{contestant.name} at {shop.size}"
                    for contestant in shop.contestants
                    if contestant.id not in done
                ]
        for part, step in (
            ("checks", _checks),
            ("profile", _profiles),
            ("growth", _growth),
            ("edits", _edits),
        ):
            if part in plan.parts and OURS in plan.contestants:
                step(plan, results, shops, Path(folder))
        for shop in reversed(shops if "builds" in plan.parts else []):
            for round in range(2, plan.rounds + 1):
                if not plan.has_time(max(1.0, results.clock(shop.size))):
                    results.left_out.append(f"the rounds after {round - 1} at {shop.size}")
                    break
                results.builds += shop.round(round, plan.limit, lambda: plan.left)
    return results


def _checks(plan: Plan, results: Results, shops: list[Workshop], folder: Path) -> None:
    for shop in shops:
        results.checks += [
            shop.check(plan.contestants[OURS], state, plan.limit) for state in (COLD, UNCHANGED)
        ]


def _profiles(plan: Plan, results: Results, shops: list[Workshop], folder: Path) -> None:
    for shop in shops[-2:]:
        for state in (COLD, UNCHANGED):
            if not plan.has_time(1.5 * results.ours(shop.size)):
                results.left_out.append(f"where the time of a build of {shop.size} goes, {state}")
            elif found := profile(shop, plan.contestants[OURS], state, plan.left):
                results.profiles.append(found)


def _growth(plan: Plan, results: Results, shops: list[Workshop], folder: Path) -> None:
    pair = [plan.contestants[id] for id in (OURS, STOCK) if id in plan.contestants]
    between = dict.fromkeys(
        size for line in sizes_of(plan.sizes).values() for size in line if size not in plan.sizes
    )
    for at, size in enumerate(between):
        if not plan.has_time(2 * results.ours(size)):
            results.left_out.append(f"growth at {size}")
            continue
        shop = Workshop(folder / f"between-{at}", size, plan.seed, pair)
        results.further += [shop.build(contestant, COLD, 1, plan.left) for contestant in pair]
        results.checks.append(shop.check(plan.contestants[OURS], COLD, plan.limit))
        shutil.rmtree(shop.folder)


def _edits(plan: Plan, results: Results, shops: list[Workshop], folder: Path) -> None:
    real = folder / "real"
    shutil.copytree(ROOT, real, ignore=shutil.ignore_patterns(".*", "site", "pictures", "tests"))
    places = [("the edition itself", real, 3, 60.0)]
    places += [
        (f"{shop.size}", shop.root(plan.contestants[OURS]), 1, 5 * results.ours(shop.size))
        for shop in shops[-2:]
    ]
    for name, root, times, expected in places:
        if not plan.has_time(expected):
            results.left_out.append(f"from saving to the page, {name}")
            continue
        try:
            for shown in edit_and_look(name, root, folder / "preview.log", times):
                results.shown.append(shown)
        except (OSError, ValueError) as error:
            # What was measured before is kept.
            say(f"  {name}: {error}")
