"""In: what was measured. Out: the tables, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from .builds import COLD, OURS, STOCK, UNCHANGED, Build, Check, Size
from .editing import Shown
from .growth import Growth
from .measuring import Cost
from .profiles import Profile

_MOST = 9


def rows_of(head: list[str], rows: Iterable[list[str]]) -> str:
    """A table of Markdown; every column but the first is of numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "".join(f"| {' | '.join(cells)} |\n" for cells in lines)


def spread(values: list[float], form: str = ".2f") -> str:
    """The median, and the least and greatest behind it: `1.32 (1.30–1.41)`."""
    middle = format(median(values), form)
    return f"{middle} ({min(values):{form}}–{max(values):{form}})" if len(values) > 1 else middle


def _paired(builds: list[Build], base: dict[int, Cost], value: str) -> str:
    """How many times stock Material's in the same round."""
    ratios = [
        getattr(build.cost, value) / getattr(base[build.round], value)
        for build in builds
        if build.round in base
    ]
    return spread(ratios) if ratios else "–"


def _row(name: str, builds: list[Build], base: dict[int, Cost]) -> list[str]:
    good = [build for build in builds if isinstance(build.cost, Cost)]
    if not good:
        return [name, str(builds[0].cost), *["–"] * 5]
    cells = [name]
    for value, form in (("processor", ".1f"), ("clock", ".1f"), ("memory", ".0f")):
        cells += [
            format(median(getattr(build.cost, value) for build in good), form),
            _paired(good, base, value),
        ]
    return cells


def _of_size(size: Size, builds: list[Build], names: dict[str, str]) -> str:
    base = {
        build.round: build.cost
        for build in builds
        if (build.contestant, build.state) == (STOCK, COLD) and isinstance(build.cost, Cost)
    }
    rows = []
    for contestant, state in dict.fromkeys((build.contestant, build.state) for build in builds):
        name = f"{names[contestant]}, {state}" if contestant == OURS else names[contestant]
        rows.append(
            _row(
                name,
                [
                    build
                    for build in builds
                    if (build.contestant, build.state) == (contestant, state)
                ],
                base,
            )
        )
    rounds = max(build.round for build in builds)
    head = [
        f"{size}, {rounds} round{'s' if rounds > 1 else ''}",
        "processor, s",
        "× stock",
        "clock, s",
        "× stock",
        "memory, MiB",
        "× stock",
    ]
    return rows_of(head, rows)


def building(builds: list[Build], names: dict[str, str]) -> str:
    """A table for each size: seconds, and how many times stock Material's in the same round, as median (least–greatest)."""
    sizes = dict.fromkeys(build.size for build in builds)
    return "\n".join(
        _of_size(size, [build for build in builds if build.size == size], names) for size in sizes
    )


def checking(checks: list[Check]) -> str:
    """What the checks cost at each size, with an empty cache and again."""
    rows = []
    for size in sorted({check.size for check in checks}):
        costs = {check.state: check.cost for check in checks if check.size == size}
        cells = [str(size)]
        for state in (COLD, UNCHANGED):
            cost = costs.get(state, "–")
            cells += (
                [f"{cost.processor:.1f}", f"{cost.clock:.1f}"]
                if isinstance(cost, Cost)
                else [cost, "–"]
            )
        rows.append(cells)
    return rows_of(
        ["pages × references", "cold, processor, s", "clock, s", "again, processor, s", "clock, s"],
        rows,
    )


def growing(lines: list[Growth]) -> str:
    """What one more costs on each line, in its two steps, and how far it bends."""
    rows = []
    for line in lines:
        counts = [f"{count:,}" for count in line.counts]
        first, second = line.steps
        rows.append(
            [
                f"{line.name}, {line.of}",
                " → ".join(counts),
                *(f"{seconds:.1f}" for seconds in line.seconds),
            ]
        )
        rows[-1] += [f"{first:.1f}", f"{second:.1f}", f"{line.bend:.2f}"]
    return rows_of(
        [
            "",
            "from → to",
            "s",
            "s",
            "s",
            "ms each, first step",
            "ms each, second step",
            "second ÷ first",
        ],
        rows,
    )


def _ranked(kind: str, states: list[dict[str, float]], totals: list[float]) -> Iterable[list[str]]:
    """The names with the most seconds in the first state, and what is left."""
    names = list(states[0])[:_MOST]
    for name in names:
        yield [
            f"{kind} {name}",
            *(
                cell
                for seconds, total in zip(states, totals, strict=True)
                for cell in _share(seconds.get(name, 0), total)
            ),
        ]
    others = [
        sum(seconds for name, seconds in state.items() if name not in names) for state in states
    ]
    yield [
        f"{kind} (all others)",
        *(
            cell
            for seconds, total in zip(others, totals, strict=True)
            for cell in _share(seconds, total)
        ),
    ]


def _share(seconds: float, total: float) -> list[str]:
    return [f"{seconds:.2f}", f"{100 * seconds / total:.0f}"]


def profiling(profiles: list[Profile]) -> str:
    """Where the main thread of one size's builds was: rule_groups, the modules of ours and templates that took most, packages."""
    totals = [profile.seconds or 1 for profile in profiles]
    modules = [
        {
            part: seconds
            for part, seconds in profile.parts.items()
            if part.endswith((".py", ".html")) and "/" in part
        }
        for profile in profiles
    ]
    rows = [
        *_ranked("group:", [profile.rule_groups for profile in profiles], totals),
        *_ranked("module:", modules, totals),
    ]
    rows += _ranked("at work:", [profile.packages for profile in profiles], totals)
    head = [
        cell for profile in profiles for cell in (f"{profile.state}, {profile.seconds:.1f} s", "%")
    ]
    return rows_of([str(profiles[0].size), *head], rows)


def showing(shown: list[Shown]) -> str:
    """Seconds from saving to the page, and against the preview's start, which builds all."""
    rows = []
    for name, kind in dict.fromkeys((one.edition, one.kind) for one in shown):
        start = next(
            (one.seconds for one in shown if (one.edition, one.kind) == (name, "start")), None
        )
        times = [
            one.seconds
            for one in shown
            if (one.edition, one.kind) == (name, kind) and one.seconds is not None
        ]
        told = spread(times) if times else "never"
        rows.append(
            [f"{name}: {kind}", told, f"{median(times) / start:.2f}" if times and start else "–"]
        )
    return rows_of(["", "clock, s", "× start"], rows)
