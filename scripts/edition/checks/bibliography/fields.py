"""The fields of all entries, one by one, as the rules look at them; what many have, at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from edition.model import Edition, Reference
from edition.problem import Location

Fault = TypeVar("Fault")


@dataclass(frozen=True)
class Field:
    """A field of an entry, with its value as written."""

    reference: Reference
    name: str
    value: str

    @property
    def location(self) -> Location:
        return self.reference.line_of(self.name)


def fields(edition: Edition, *names: str) -> Iterator[Field]:
    """The fields with these names that have a value, entry by entry."""
    for reference in edition.bibliography.entries:
        for name in names:
            value = reference.fields.get(name)
            if value:
                yield Field(reference, name, value)


def once_in_a_list(
    found: Iterable[tuple[Fault, Location]],
) -> Iterator[tuple[Fault, list[Location]]]:
    """The places of each fault, list by list: one that all entries have is told once."""
    places: dict[tuple[str, Fault], list[Location]] = {}
    for fault, location in found:
        places.setdefault((location.path, fault), []).append(location)
    for (_, fault), locations in places.items():
        yield fault, locations
