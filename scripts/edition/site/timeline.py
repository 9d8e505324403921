r"""The directive `\timeline`: the dated events, as a picture by year and kind and as a list."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.language.dates import readable_moment
from edition.model import Event, Note, Page
from edition.model.apparatus.event import KINDS
from edition.model.pages.inline import inline_text
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.templates import fill

# In units of the picture: its width, the space for the names of the kinds, the right margin, and
# the distance between two dots.
WIDTH, LEFT, RIGHT, DOT = 960, 112, 16, 14

# So wide is a year written along the foot, with the space beside it, and the break of a scale.
YEAR, BREAK = 48, 28

# A part of the time is drawn on a larger scale if its share of the events is so much greater than
# its share of the years. Few events show no such thing.
UNEVEN, FEW = 0.4, 10


@dataclass(frozen=True)
class ShownEvent:
    """An event as a reader sees it.

    `corrected` is the date that a note has instead; `citations` are the printed numbers with
    their addresses.
    """

    event: Event
    text: str
    date: str
    corrected: str
    label: str
    address: str
    citations: list[tuple[int, str]]
    note: Note | None
    note_address: str


@dataclass(frozen=True)
class Picture:
    """The picture's dots (event, x, y), rows (kind, name, y), years (year, x) and height.

    `breaks` are the years, with their x, from which the scale is another one.
    """

    dots: list[tuple[ShownEvent, float, float]]
    rows: list[tuple[str, str, float]]
    years: list[tuple[int, float]]
    height: float
    breaks: list[tuple[int, float]] = field(default_factory=list)
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


def timeline(context: Context, page: Page) -> Generated:
    """The events in the order of the file, which a rule keeps in the order of time."""
    events = context.edition.timeline
    shown = [_shown(context, page, event) for event in events]
    present = {event.kind for event in events}
    kinds = [(kind, name) for kind, name in KINDS.items() if kind in present]
    html = fill("timeline", events=shown, picture=draw(shown), kinds=kinds)
    return Generated(html, frozenset(event.id for event in events))


def _shown(context: Context, page: Page, event: Event) -> ShownEvent:
    date = readable_moment(event.date)
    if event.until:
        date += f" to {readable_moment(event.until)}"
    note = context.edition.notes_by_id.get(event.note or 0)
    citations = [Target(event.target.page, f"cite-{number}") for number in event.citations]
    return ShownEvent(
        event=event,
        text=inline_text(event.text),
        date=date,
        corrected=readable_moment(event.corrected),
        label=context.edition.label(event.target),
        address=context.link(page, event.target),
        citations=[
            (number, context.link(page, target))
            for number, target in zip(event.citations, citations, strict=True)
        ],
        note=note,
        note_address=context.link(page, Target(note.page, note.anchor)) if note else "",
    )


def draw(shown: list[ShownEvent]) -> Picture:
    """One row for each kind that occurs. Events of one kind and year are stacked."""
    dated = [item for item in shown if item.event.date.parts]
    if not dated:
        return Picture([], [], [], 0)
    stretches = scale([_year(item) for item in dated])

    def x_of(year: int) -> float:
        return next(stretch for stretch in stretches if year < stretch.end).x_of(year)

    dots: list[tuple[ShownEvent, float, float]] = []
    rows: list[tuple[str, str, float]] = []
    top = 10.0
    for kind, name in KINDS.items():
        levels: list[float] = []
        for item in dated:
            if item.event.kind == kind:
                x = x_of(_year(item))
                level = _free_level(levels, x)
                dots.append((item, x, top + DOT * (level + 0.5)))
        if levels:
            rows.append((kind, name, top + DOT / 2))
            top += DOT * len(levels) + 12
    marks = [mark for stretch in stretches for mark in stretch.marks()]
    breaks = [(stretch.first, stretch.left - BREAK / 2) for stretch in stretches[1:]]
    return Picture(dots, rows, marks, top + 18, breaks)


def _free_level(levels: list[float], x: float) -> int:
    """The first level with room at `x`, of which `levels` has where each is taken so far."""
    for level, taken in enumerate(levels):
        if x - taken >= DOT:
            levels[level] = x
            return level
    levels.append(x)
    return len(levels) - 1


def _year(item: ShownEvent) -> int:
    return item.event.date.parts[0]
