"""In: docs/data/timeline.yml. Out: the dated Events of the paper, with the precision that it gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from edition.model.files.records import numbers_of, read_records, text_of
from edition.model.files.yaml import Record
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
_ISO = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):(\d{2}))?)?)?$", re.ASCII)
_PRECISION = {1: "year", 2: "month", 3: "day", 5: "minute"}


@dataclass(frozen=True)
class Moment:
    """A date of ISO 8601 with its precision: `1965`, `2022-03`, `2022-04-23`, `2024-05-08T16:14`."""

    iso: str

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month, day, hour, minute: as many as are known; empty where it is no date."""
        match = _ISO.match(self.iso)
        if not match:
            return ()
        parts = tuple(int(part) for part in match.groups() if part is not None)
        try:
            datetime(*(parts + (1, 1)[len(parts) - 1 :] if len(parts) < 3 else parts))
            datetime(
                parts[0] + 1, 1, 1
            )  # a year ends where the next begins: the last one of all has no end
        except ValueError:
            return ()
        return parts

    @property
    def precision(self) -> str:
        """`year`, `month`, `day` or `minute`; empty where it is no date."""
        return _PRECISION.get(len(self.parts), "")


@dataclass(frozen=True)
class Event:
    """Something the paper dates: the paragraph that dates it, and the date that the note `note` has instead."""

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
    text = text_of(record, name)
    return Moment(text) if text else None


def read_timeline(root: Path, data: str) -> tuple[list[Event], list[Problem]]:
    """The events in file order."""
    records, problems = read_records(root, f"{data}/{FILE}")
    return [
        Event(
            text_of(r, "id"),
            Moment(text_of(r, "date")),
            text_of(r, "kind"),
            text_of(r, "text"),
            Target.parse(text_of(r, "place")),
            r,
            _moment(r, "until"),
            numbers_of(r, "citations"),
            next(iter(numbers_of(r, "note")), None),
            _moment(r, "corrected"),
        )
        for r in records
    ], problems
