"""In: the dated events. Out: the timeline: a picture by year and kind, and the list in order of time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from edition.language.dates import NBSP, readable_date
from edition.model import Event, Moment, Note, Page
from edition.model.apparatus.event import KINDS
from edition.model.pages.inline import inline_text
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.templates import fill

WIDTH, LEFT, RIGHT, DOT = 960, 112, 16, 11
"""Units of the picture: its width, the space for the names of the kinds, the margin, and the distance of two dots."""
MARKS = 16
"""As many years can be written along the picture's foot and be read."""


@dataclass(frozen=True)
class ShownEvent:
    """An event as a reader sees it."""

    event: Event
    text: str
    date: str
    corrected: str
    label: str
    address: str
    citations: list[tuple[int, str]]
    note: Note | None
    note_address: str


def readable_moment(moment: Moment | None) -> str:
    """`2024-05-08T16:14` → `8 May 2024, 16:14`."""
    if moment is None:
        return ""
    day, _, time = moment.iso.partition("T")
    return readable_date(day) + (f",{NBSP}{time}" if time else "")


def _shown(context: Context, page: Page, event: Event, notes: dict[int, Note]) -> ShownEvent:
    numbers = [
        (number, context.link(page, Target(event.target.page, f"cite-{number}")))
        for number in event.citations
    ]
    date = readable_moment(event.date) + (
        f" to {readable_moment(event.until)}" if event.until else ""
    )
    note = notes.get(event.note or 0)
    note_address = context.link(page, Target(note.page, note.anchor)) if note else ""
    label, address = context.edition.label(event.target), context.link(page, event.target)
    return ShownEvent(
        event,
        inline_text(event.text),
        date,
        readable_moment(event.corrected),
        label,
        address,
        numbers,
        note,
        note_address,
    )


@dataclass(frozen=True)
class Picture:
    """The picture's dots (event, x, y), its rows (kind, name, y), its year marks (year, x) and its height."""

    dots: list[tuple[ShownEvent, float, float]]
    rows: list[tuple[str, str, float]]
    years: list[tuple[int, float]]
    height: float
    width: int = WIDTH


def draw(shown: list[ShownEvent]) -> Picture:
    """One row for each kind that occurs; events of one year stand above one another."""
    dated = [item for item in shown if item.event.date.parts]
    if not dated:
        return Picture([], [], [], 0)
    years = [item.event.date.parts[0] for item in dated]
    first, last = min(years) // 10 * 10, max(years) + 1
    step = (WIDTH - LEFT - RIGHT) / (last - first)
    dots, rows, top = [], [], 10.0
    for kind, name in KINDS.items():
        stacks: dict[int, int] = defaultdict(int)
        of_kind = [item for item in dated if item.event.kind == kind]
        for item in of_kind:
            year = item.event.date.parts[0]
            dots.append(
                (item, LEFT + (year - first + 0.5) * step, top + DOT * (stacks[year] + 0.5))
            )
            stacks[year] += 1
        if of_kind:
            rows.append((kind, name, top + DOT / 2))
            top += DOT * max(stacks.values()) + 12
    every = 10 * -(-(last - first) // (10 * MARKS))
    marks = [(year, LEFT + (year - first + 0.5) * step) for year in range(first, last, every)]
    return Picture(dots, rows, marks, top + 18)


def timeline(context: Context, page: Page) -> Generated:
    """The events in file order, which a check keeps the order of time."""
    notes = {note.id: note for note in context.edition.notes}
    shown = [_shown(context, page, event, notes) for event in context.edition.timeline]
    kinds = [
        (kind, name)
        for kind, name in KINDS.items()
        if any(item.event.kind == kind for item in shown)
    ]
    html = fill("timeline", events=shown, picture=draw(shown), kinds=kinds)
    return Generated(html, frozenset(event.id for event in context.edition.timeline))
