"""In: costs at three sizes. Out: what a page or a reference more costs, from the first to the second and from the second to the third."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .builds import Size


@dataclass(frozen=True)
class Growth:
    """Seconds of processor at three numbers of pages or references. On a straight line the two steps are one and `bend` is 1."""

    name: str
    of: str
    counts: list[int]
    seconds: list[float]

    @property
    def steps(self) -> tuple[float, float]:
        """Milliseconds for each one more, in the first part and in the second."""
        (a, b, c), (x, y, z) = self.counts, self.seconds
        return 1000 * (y - x) / (b - a), 1000 * (z - y) / (c - b)

    @property
    def bend(self) -> float:
        """How many times the first step the second is."""
        first, second = self.steps
        return second / first if first else float("inf")


def sizes_of(sizes: list[Size]) -> dict[str, list[Size]]:
    """Three sizes for each line: both numbers together; pages alone and references alone, between the last two sizes."""
    lines = {"pages with their references": sizes[-3:]} if len(sizes) > 2 else {}
    if len(sizes) > 1:
        small, large = sizes[-2:]
        pages, references = (
            (small.pages + large.pages) // 2,
            (small.references + large.references) // 2,
        )
        few = small.references
        lines["pages alone"] = [small, Size(pages, few), Size(large.pages, few)]
        lines["references alone"] = [Size(large.pages, few), Size(large.pages, references), large]
    return lines


def growths(name: str, sizes: list[Size], seconds: Callable[[Size], float | None]) -> list[Growth]:
    """A Growth for each line of which all three sizes were measured and differ."""
    found = []
    for of, line in sizes_of(sizes).items():
        counts = [size.references if of == "references alone" else size.pages for size in line]
        values = [value for size in line if (value := seconds(size)) is not None]
        if len(values) == 3 and len(set(counts)) == 3:
            found.append(Growth(name, of, counts, values))
    return found
