"""The fields of all entries, one by one, as the rules look at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.model import Edition, Reference
from edition.problem import Location


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
