"""Rules for the timeline (docs/data/timeline.yml)."""

from __future__ import annotations

from itertools import pairwise

from edition.checks.apparatus.record_rules import (
    repeated_ids,
    targets_like,
    unknown_choice,
    unknown_fields,
    unknown_note,
)
from edition.checks.date_parts import is_before
from edition.model import Edition
from edition.model.apparatus.event import KINDS
from edition.problem import Problem, Problems

FIELDS = "id date until kind text place citations note corrected".split()


def duplicate_event_id(edition: Edition) -> Problems:
    """No two events have the same `id`: it is a published address."""
    yield from repeated_ids("duplicate-event-id", "event", edition.timeline)


def unknown_event_field(edition: Edition) -> Problems:
    """An event has no field that nobody reads."""
    yield from unknown_fields("unknown-event-field", edition.timeline, FIELDS)


def unknown_event_kind(edition: Edition) -> Problems:
    """The `kind` of an event is one that the timeline draws."""
    yield from unknown_choice("unknown-event-kind", "kind", "event", edition.timeline, KINDS)


def event_without_text(edition: Edition) -> Problems:
    """An event has an `id`, and a `text` that says what happened in a few words."""
    for event in edition.timeline:
        for field, value in (("id", event.id), ("text", event.text)):
            if not value:
                message, hint = f"the event has no {field}.", f"Add `{field}:`."
                yield Problem(event.record.location, "event-without-text", message, hint)


def impossible_event_date(edition: Edition) -> Problems:
    """Dates are in ISO 8601 and in quotes, as precise as the paper has them.

    Write '1965', '2022-03', '2022-04-23', '2024-05-08T16:14', or, where the zone of the time is
    known, '2024-05-08T16:14+08:00'. `until` is not before `date`.
    """
    for event in edition.timeline:
        dates = {"date": event.date, "until": event.until, "corrected": event.corrected}
        for name, moment in dates.items():
            if moment and not moment.parts:
                yield Problem(
                    event.record.line_of(name),
                    "impossible-event-date",
                    f"'{moment.iso}' is not a date.",
                    "Write it like '2022-04-23'.",
                )
        if event.until and is_before(event.until.parts, event.date.parts):
            yield Problem(
                event.record.line_of("until"),
                "impossible-event-date",
                f"'{event.until.iso}' is before '{event.date.iso}'.",
                "Exchange the two.",
            )


def event_out_of_order(edition: Edition) -> Problems:
    """Events are in order of time; of two that begin alike the less precise comes first."""
    dated = [event for event in edition.timeline if event.date.parts]
    for before, event in pairwise(dated):
        if event.date.parts < before.date.parts:
            yield Problem(
                event.record.location,
                "event-out-of-order",
                f"'{event.id}' of {event.date.iso} comes after '{before.id}' of {before.date.iso}.",
                "Move it up.",
            )


def event_nowhere(edition: Edition) -> Problems:
    """The `place` of an event is a paragraph; its `citations` are printed numbers of that page."""
    numbers = {(row.page, row.number) for row in edition.concordance}
    for event in edition.timeline:
        target, record = event.target, event.record
        if not target.anchor or not edition.has(target):
            yield Problem(
                record.line_of("place"),
                "event-nowhere",
                f"'{target}' is not a paragraph of the text.",
                targets_like(edition, target),
            )
        for number in event.citations:
            if (target.page, number) not in numbers:
                yield Problem(
                    record.line_of("citations"),
                    "event-nowhere",
                    f"[{number}] is not cited on {target.page}.",
                    "Correct the number, or take it out.",
                )


def event_without_note(edition: Edition) -> Problems:
    """A corrected date names the `note` that corrects it, and that note exists."""
    ids = {note.id for note in edition.notes}
    for event in edition.timeline:
        if event.corrected and event.note is None:
            yield Problem(
                event.record.line_of("corrected"),
                "event-without-note",
                f"'{event.corrected.iso}' is the record's date, but no note says so.",
                "Add `note:` with the number of the note.",
            )
        elif event.note is not None and event.note not in ids:
            yield unknown_note("event-without-note", event.note, event.record.line_of("note"))


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
