r"""The directive `\timeline`: the dated events, as a picture by year and kind and as a list."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from edition.model import Event
from edition.model.apparatus.event import KINDS
from edition.site.context import PageView

# In units of the picture: its width, the space for the names of the kinds, the right margin, and
# the distance between two dots.
WIDTH, LEFT, RIGHT, DOT = 960, 112, 16, 14

# So wide is a year written along the foot, with the space beside it, and the break of a scale.
YEAR, BREAK = 48, 28

# A part of the time is drawn on a larger scale if its share of the events is so much greater than
# its share of the years. Few events show no such thing.
UNEVEN, FEW = 0.4, 10


@dataclass
class Picture:
    """The picture's dots (event, x, y), rows (kind, name, y), years (year, x) and height.

    `breaks` are the years, with their x, from which the scale is another one.
    """

    dots: list[tuple[Event, float, float]] = field(default_factory=list)
    rows: list[tuple[str, str, float]] = field(default_factory=list)
    years: list[tuple[int, float]] = field(default_factory=list)
    breaks: list[tuple[int, float]] = field(default_factory=list)
    height: float = 0
    width: int = WIDTH


@dataclass(frozen=True)
class Stretch:
    """The years from `first` to before `end`, drawn from `left` to `right` on one scale."""

    first: int
    end: int
    left: float
    right: float

    @property
    def step(self) -> float:
        """The width of a year."""
        return (self.right - self.left) / (self.end - self.first)

    def x_of(self, year: int) -> float:
        """The middle of a year."""
        return self.left + (year - self.first + 0.5) * self.step

    def marks(self) -> list[tuple[int, float]]:
        """The years that are written along the foot: as many as can be read."""
        steps = (1, 2, 5, *(10 * 2**power for power in range(12)))
        every = next(every for every in steps if every * self.step >= YEAR)
        first = -(-self.first // every) * every
        return [(year, self.x_of(year)) for year in range(first, self.end, every)]


def scale(years: list[int]) -> list[Stretch]:
    """One stretch for all years; two, where most events are in the first or the last decades."""
    first, end = min(years) // 10 * 10, max(years) + 1
    right = float(WIDTH - RIGHT)

    def unevenness(split: int) -> float:
        """By how much the share of the events from `split` on exceeds that of the years."""
        events = sum(year >= split for year in years) / len(years)
        return events - (end - split) / (end - first)

    split = max(range(first + 10, end, 10), key=lambda at: abs(unevenness(at)), default=first)
    if len(years) < FEW or split == first or abs(unevenness(split)) < UNEVEN:
        return [Stretch(first, end, LEFT, right)]
    late = 0.72 if unevenness(split) > 0 else 0.28
    at = right - late * (right - LEFT - BREAK)
    return [Stretch(first, split, LEFT, at - BREAK), Stretch(split, end, at, right)]


def timeline(view: PageView) -> Markup:
    """The events in the order of the file, which a rule keeps in the order of time."""
    events = view.edition.timeline
    present = {event.kind for event in events}
    kinds = [(kind, name) for kind, name in KINDS.items() if kind in present]
    return view.fill("timeline", events=events, picture=draw(events), kinds=kinds)


def draw(events: list[Event]) -> Picture:
    """One row for each kind that occurs. Events of one kind and year are stacked."""
    picture = Picture()
    dated = [event for event in events if event.date.parts]
    if not dated:
        return picture
    stretches = scale([_year(event) for event in dated])
    top = 10.0
    for kind, name in KINDS.items():
        levels: list[float] = []
        for event in dated:
            if event.kind == kind:
                x = _x_of(_year(event), stretches)
                level = _free_level(levels, x)
                picture.dots.append((event, x, top + DOT * (level + 0.5)))
        if levels:
            picture.rows.append((kind, name, top + DOT / 2))
            top += DOT * len(levels) + 12
    for stretch in stretches:
        picture.years += stretch.marks()
    for stretch in stretches[1:]:
        picture.breaks.append((stretch.first, stretch.left - BREAK / 2))
    picture.height = top + 18
    return picture


def _x_of(year: int, stretches: list[Stretch]) -> float:
    """The middle of a year in the stretch that has it."""
    return next(stretch for stretch in stretches if year < stretch.end).x_of(year)


def _free_level(levels: list[float], x: float) -> int:
    """The first level with room at `x`, of which `levels` has where each is taken so far."""
    for level, taken in enumerate(levels):
        if x - taken >= DOT:
            levels[level] = x
            return level
    levels.append(x)
    return len(levels) - 1


def _year(event: Event) -> int:
    return event.date.parts[0]
