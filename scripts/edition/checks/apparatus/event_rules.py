"""Rules of the timeline (docs/data/timeline.yml)."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.apparatus.record_rules import (
    repeated,
    targets_like,
    unknown_choice,
    unknown_fields,
)
from edition.model import Edition, Event, Moment
from edition.model.apparatus.event import KINDS
from edition.problem import Problem

FIELDS = frozenset(
    ("id", "date", "until", "kind", "text", "place", "citations", "note", "corrected")
)


def duplicate_event_id(edition: Edition) -> Iterator[Problem]:
    """No two events have the same `id`: it is a published address."""
    yield from repeated(
        "duplicate-event-id", "event", [(event.id, event.record) for event in edition.timeline]
    )


def unknown_event_field(edition: Edition) -> Iterator[Problem]:
    """An event has no field that nobody reads."""
    yield from unknown_fields(
        "unknown-event-field", [event.record for event in edition.timeline], FIELDS
    )


def unknown_event_kind(edition: Edition) -> Iterator[Problem]:
    """The `kind` of an event is one that the timeline draws."""
    yield from unknown_choice(
        "unknown-event-kind",
        "kind",
        "event",
        KINDS,
        [(event.kind, event.record) for event in edition.timeline],
    )


def event_without_text(edition: Edition) -> Iterator[Problem]:
    """An event has an `id` and says what happened in a few words."""
    for event in edition.timeline:
        for field, value in (("id", event.id), ("text", event.text)):
            if not value:
                yield Problem(
                    event.record.location,
                    "event-without-text",
                    f"the event has no {field}.",
                    f"Add `{field}:`.",
                )


def _dates(event: Event) -> list[tuple[str, Moment]]:
    named = (("date", event.date), ("until", event.until), ("corrected", event.corrected))
    return [(name, moment) for name, moment in named if moment is not None]


def _before(one: Moment, other: Moment) -> bool:
    """Whether one is earlier, as far as both are known: `1845` is not before `1845-03`."""
    known = min(len(one.parts), len(other.parts))
    return one.parts[:known] < other.parts[:known]


def impossible_event_date(edition: Edition) -> Iterator[Problem]:
    """Dates are ISO 8601, as precise as the paper has them: '1965', '2022-03', '2022-04-23', '2024-05-08T16:14', in quotes."""
    for event in edition.timeline:
        for name, moment in _dates(event):
            if not moment.parts:
                yield Problem(
                    event.record.line_of(name),
                    "impossible-event-date",
                    f"'{moment.iso}' is not a date.",
                    "Write it like '2022-04-23'.",
                )
        if event.until and _before(event.until, event.date):
            yield Problem(
                event.record.line_of("until"),
                "impossible-event-date",
                f"'{event.until.iso}' is before '{event.date.iso}'.",
                "Exchange the two.",
            )


def event_out_of_order(edition: Edition) -> Iterator[Problem]:
    """Events stand in order of time; of two that begin alike the less precise comes first."""
    before: Event | None = None
    for event in edition.timeline:
        if before and event.date.parts and event.date.parts < before.date.parts:
            said = (
                f"'{event.id}' of {event.date.iso} stands after '{before.id}' of {before.date.iso}."
            )
            yield Problem(event.record.location, "event-out-of-order", said, "Move it up.")
        before = event if event.date.parts else before


def event_nowhere(edition: Edition) -> Iterator[Problem]:
    """The `place` of an event is a paragraph of the text, and its `citations` are printed numbers of that page."""
    numbers = {(row.page, row.number) for row in edition.concordance}
    for event in edition.timeline:
        if not edition.has(event.target) or not event.target.anchor:
            yield Problem(
                event.record.line_of("place"),
                "event-nowhere",
                f"'{event.target}' is not a paragraph of the text.",
                targets_like(edition, event.target),
            )
        for number in event.citations:
            if (event.target.page, number) not in numbers:
                hint = "Correct the number, or take it out."
                yield Problem(
                    event.record.line_of("citations"),
                    "event-nowhere",
                    f"[{number}] does not stand on {event.target.page}.",
                    hint,
                )


def event_without_note(edition: Edition) -> Iterator[Problem]:
    """A corrected date names the `note` that corrects it, and that note exists."""
    ids = {note.id for note in edition.notes}
    for event in edition.timeline:
        if event.corrected and event.note is None:
            said = f"'{event.corrected.iso}' is the record's date, but no note says so."
            yield Problem(
                event.record.line_of("corrected"),
                "event-without-note",
                said,
                "Add `note:` with the number of the note.",
            )
        elif event.note is not None and event.note not in ids:
            yield Problem(
                event.record.line_of("note"),
                "event-without-note",
                f"there is no note {event.note}.",
                "Name a note of docs/data/notes/.",
            )


RULES = [
    duplicate_event_id,
    unknown_event_field,
    unknown_event_kind,
    event_without_text,
    impossible_event_date,
    event_out_of_order,
    event_nowhere,
    event_without_note,
]
