"""argument.yml: the columns of the picture of the argument."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.model.files.records import Record
from edition.model.pages.target import Target


@dataclass(frozen=True)
class Column:
    """A step of the argument, and the places of the paper that make it."""

    title: str
    targets: tuple[Target, ...] = field(metadata={"name": "places"})
    record: Record
