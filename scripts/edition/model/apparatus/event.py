"""timeline.yml: the events that the paper dates."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.language.dates import Moment
from edition.model.files.records import Record
from edition.model.pages.target import Target

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
    target: Target = field(metadata={"name": "place"})
    record: Record
    until: Moment | None = None
    citations: tuple[int, ...] = ()
    note: int | None = None
    corrected: Moment | None = None
