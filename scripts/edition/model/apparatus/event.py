"""Reads timeline.yml: the events that the paper dates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.language.dates import Moment
from edition.model.files.records import Record
from edition.model.files.yaml import read_records
from edition.model.pages.target import Target
from edition.problem import Problem

FILE = "timeline.yml"
KINDS = {
    "diplomacy": "Diplomacy",
    "culture": "Culture",
    "science": "Science",
    "education": "Education",
    "agriculture": "Agriculture",
    "space": "Space",
    "politics": "Politics",
    "attack": "Attacks",
    "economy": "Economy",
}


@dataclass(frozen=True)
class Event:
    """Something that the paper dates, in the paragraph `target`.

    Where the paper's date is wrong, `note` is the id of the note on it and `corrected` its date.
    """

    id: str
    date: Moment
    kind: str
    text: str
    target: Target
    record: Record
    until: Moment | None = None
    citations: tuple[int, ...] = ()
    note: int | None = None
    corrected: Moment | None = None


def _moment(record: Record, name: str) -> Moment | None:
    text = record.text(name)
    return Moment(text) if text else None


def _event(record: Record) -> Event:
    return Event(
        id=record.text("id"),
        date=Moment(record.text("date")),
        kind=record.text("kind"),
        text=record.text("text"),
        target=Target.parse(record.text("place")),
        record=record,
        until=_moment(record, "until"),
        citations=record.numbers("citations"),
        note=record.number("note"),
        corrected=_moment(record, "corrected"),
    )


def read_timeline(root: Path, data: str) -> tuple[list[Event], list[Problem]]:
    """The events in file order."""
    records, problems = read_records(root, f"{data}/{FILE}")
    return [_event(record) for record in records], problems
