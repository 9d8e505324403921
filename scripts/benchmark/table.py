"""In: what was measured. Out: the tables, in Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from statistics import median

from .builds import COLD, OURS, STOCK, Build, Size
from .measuring import Cost


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
    ratios = [getattr(build.cost, value) / getattr(base[build.round], value) for build in builds if build.round in base]
    return spread(ratios) if ratios else "–"


def _row(name: str, builds: list[Build], base: dict[int, Cost]) -> list[str]:
    costs = [build.cost for build in builds if isinstance(build.cost, Cost)]
    if not costs:
        return [name, str(builds[0].cost), *["–"] * 5]
    good = [build for build in builds if isinstance(build.cost, Cost)]
    numbers = [f"{median(cost.processor for cost in costs):.1f}", _paired(good, base, "processor"), f"{median(cost.clock for cost in costs):.1f}"]
    return [name, *numbers, _paired(good, base, "clock"), f"{median(cost.memory for cost in costs):.0f}", _paired(good, base, "memory")]


def _of_size(size: Size, builds: list[Build], names: dict[str, str]) -> str:
    base = {build.round: build.cost for build in builds if (build.contestant, build.state) == (STOCK, COLD) and isinstance(build.cost, Cost)}
    kinds = dict.fromkeys((build.contestant, build.state) for build in builds)
    rows = []
    for contestant, state in kinds:
        name = f"{names[contestant]}, {state}" if contestant == OURS else names[contestant]
        rows.append(_row(name, [build for build in builds if (build.contestant, build.state) == (contestant, state)], base))
    head = [f"{size}", "processor, s", "× stock", "clock, s", "× stock", "memory, MiB", "× stock"]
    return rows_of(head, rows)


def building(builds: list[Build], names: dict[str, str]) -> str:
    """A table for each size: seconds, and how many times stock Material's in the same round, as median (least–greatest)."""
    sizes = dict.fromkeys(build.size for build in builds)
    return "\n".join(_of_size(size, [build for build in builds if build.size == size], names) for size in sizes)
