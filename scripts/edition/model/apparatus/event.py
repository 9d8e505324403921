"""Reads timeline.yml: the events that the paper dates."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.language.dates import Moment
from edition.model.files.records import Record, read_as
from edition.model.files.yaml import read_items
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
    return read_as(
        Event,
        record,
        date=Moment(record.text("date")),
        target=Target.parse(record.text("place")),
        until=_moment(record, "until"),
        corrected=_moment(record, "corrected"),
    )


def read_timeline(root: Path, data: str) -> tuple[list[Event], list[Problem]]:
    """The events in file order."""
    return read_items(root, f"{data}/{FILE}", _event)
