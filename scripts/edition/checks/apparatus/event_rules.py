"""Rules for the timeline (docs/data/timeline.yml)."""

from __future__ import annotations

from itertools import pairwise

from edition.checks.apparatus.record_rules import (
    Faults,
    for_each,
    repeated_ids,
    targets_like,
    unknown_choice,
    unknown_fields,
    unknown_notes,
)
from edition.checks.date_parts import is_before
from edition.model import Edition
from edition.model.apparatus.event import KINDS, Event
from edition.problem import Problems

FIELDS = "id date until kind text place citations note corrected".split()
_each = for_each(lambda edition: edition.timeline)


def duplicate_event_id(edition: Edition) -> Problems:
    """No two events have the same `id`: it is a published address."""
    yield from repeated_ids("event", edition.timeline)


def unknown_event_field(edition: Edition) -> Problems:
    """An event has no field that nobody reads."""
    yield from unknown_fields(edition.timeline, FIELDS)


@_each
def unknown_event_kind(event: Event, _: Edition) -> Faults:
    """The `kind` of an event is one that the timeline draws."""
    yield from unknown_choice(event, "kind", "event", KINDS)


@_each
def event_without_text(event: Event, _: Edition) -> Faults:
    """An event has an `id`, and a `text` that says what happened in a few words."""
    for field, value in (("id", event.id), ("text", event.text)):
        if not value:
            yield "", f"the event has no {field}.", f"Add `{field}:`."


@_each
def impossible_event_date(event: Event, _: Edition) -> Faults:
    """Dates are in ISO 8601 and in quotes, as precise as the paper has them.

    Write '1965', '2022-03', '2022-04-23', '2024-05-08T16:14', or, where the zone of the time is
    known, '2024-05-08T16:14+08:00'. `until` is not before `date`.
    """
    dates = {"date": event.date, "until": event.until, "corrected": event.corrected}
    for name, moment in dates.items():
        if moment and not moment.parts:
            yield (
                name,
                f"'{moment.iso}' is not a date.",
                "Write it like '2022-04-23'.",
            )
    if event.until and is_before(event.until.parts, event.date.parts):
        yield (
            "until",
            f"'{event.until.iso}' is before '{event.date.iso}'.",
            "Exchange the two.",
        )


def event_out_of_order(edition: Edition) -> Problems:
    """Events are in order of time; of two that begin alike the less precise comes first."""
    dated = [event for event in edition.timeline if event.date.parts]
    for before, event in pairwise(dated):
        if event.date.parts < before.date.parts:
            yield (
                event.record.location,
                f"'{event.id}' of {event.date.iso} comes after '{before.id}' of {before.date.iso}.",
                "Move it up.",
            )


@_each
def event_nowhere(event: Event, edition: Edition) -> Faults:
    """The `place` of an event is a paragraph; its `citations` are printed numbers of that page."""
    target = event.target
    if not target.anchor or not edition.has(target):
        yield (
            "place",
            f"'{target}' is not a paragraph of the text.",
            targets_like(edition, target),
        )
    numbers = {row.number for row in edition.concordance if row.page == target.page}
    for number in event.citations:
        if number not in numbers:
            yield (
                "citations",
                f"[{number}] is not cited on {target.page}.",
                "Correct the number, or take it out.",
            )


@_each
def event_without_note(event: Event, edition: Edition) -> Faults:
    """A corrected date names the `note` that corrects it, and that note exists."""
    if event.note is not None:
        yield from unknown_notes(edition, [event.note])
    elif event.corrected:
        yield (
            "corrected",
            f"'{event.corrected.iso}' is the record's date, but no note says so.",
            "Add `note:` with the number of the note.",
        )
