r"""The directive `\timeline`: the dated events, as a picture by year and kind and as a list."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from edition.language.dates import readable_moment
from edition.model import Event, Note, Page
from edition.model.apparatus.event import KINDS
from edition.model.pages.inline import inline_text
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.templates import fill

# In units of the picture: its width, the space for the names of the kinds, the right margin, and
# the distance between two dots.
WIDTH, LEFT, RIGHT, DOT = 960, 112, 16, 11

# So many years along the foot of the picture can be read.
MOST_YEARS = 16


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
    """The picture's dots (event, x, y), rows (kind, name, y), years (year, x) and height."""

    dots: list[tuple[ShownEvent, float, float]]
    rows: list[tuple[str, str, float]]
    years: list[tuple[int, float]]
    height: float
    width: int = WIDTH


def timeline(context: Context, page: Page) -> Generated:
    """The events in the order of the file, which a rule keeps in the order of time."""
    events = context.edition.timeline
    notes = {note.id: note for note in context.edition.notes}
    shown = [_shown(context, page, event, notes) for event in events]
    present = {event.kind for event in events}
    kinds = [(kind, name) for kind, name in KINDS.items() if kind in present]
    html = fill("timeline", events=shown, picture=draw(shown), kinds=kinds)
    return Generated(html, frozenset(event.id for event in events))


def _shown(context: Context, page: Page, event: Event, notes: dict[int, Note]) -> ShownEvent:
    date = readable_moment(event.date)
    if event.until:
        date += f" to {readable_moment(event.until)}"
    note = notes.get(event.note or 0)
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
    years = [_year(item) for item in dated]
    first, end = min(years) // 10 * 10, max(years) + 1
    step = (WIDTH - LEFT - RIGHT) / (end - first)

    def x_of(year: int) -> float:
        return LEFT + (year - first + 0.5) * step

    dots: list[tuple[ShownEvent, float, float]] = []
    rows: list[tuple[str, str, float]] = []
    top = 10.0
    for kind, name in KINDS.items():
        heights: dict[int, int] = defaultdict(int)
        for item in dated:
            if item.event.kind == kind:
                year = _year(item)
                dots.append((item, x_of(year), top + DOT * (heights[year] + 0.5)))
                heights[year] += 1
        if heights:
            rows.append((kind, name, top + DOT / 2))
            top += DOT * max(heights.values()) + 12
    # Every tenth year is written; every twentieth, … where there are too many.
    decades = -(-(end - first) // (10 * MOST_YEARS))
    marks = [(year, x_of(year)) for year in range(first, end, 10 * decades)]
    return Picture(dots, rows, marks, top + 18)


def _year(item: ShownEvent) -> int:
    return item.event.date.parts[0]
