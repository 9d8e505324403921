"""A record of a data file: a YAML mapping with typed access to its fields.

`read_as` makes an item of a dataclass from a record:

    @dataclass(frozen=True)
    class Term:
        id: str
        aliases: tuple[str, ...]
        target: Target = field(metadata={"name": "place"})

    read_as(Term, record)  # Term(record.text("id"), record.texts("aliases"), …)
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from edition.language.dates import Moment
from edition.model.pages.target import Target
from edition.problem import Location

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Item = TypeVar("Item", bound="DataclassInstance")


class Record(dict[str, Any]):
    """A YAML mapping that knows the lines on which it and its keys stand.

    `text`, `texts`, `number`, … read a field and never raise: a field that is absent or of
    another kind is empty. `in` and `[]` give the raw value, for checks that report it. `misread`
    has by name the fields whose value is of another kind, and the kind that was expected: `text` or
    `record`.
    """

    def __init__(self, location: Location) -> None:
        super().__init__()
        self.location = location
        self.lines: dict[str, int] = {}
        self.misread: dict[str, str] = {}

    def line_of(self, name: str) -> Location:
        """The line of a field, or of the record where it has no such field."""
        return Location(self.location.path, self.lines.get(name, self.location.line))

    def text(self, name: str) -> str:
        """A field as text, with white space folded."""
        value = self.get(name)
        if isinstance(value, list | dict):
            self.misread[name] = "text"
        return _text(value)

    def texts(self, name: str) -> tuple[str, ...]:
        """A field as a tuple of texts; a single text counts as a list of one."""
        texts = [value for value in self._list(name) if not isinstance(value, list | dict)]
        if len(texts) < len(self._list(name)):
            self.misread[name] = "text"
        return tuple(map(_text, texts))

    def numbers(self, name: str) -> tuple[int, ...]:
        """The whole numbers in a field; a single one counts as a list of one."""
        values = self._list(name)
        return tuple(v for v in values if isinstance(v, int) and not isinstance(v, bool))

    def number(self, name: str) -> int | None:
        """The first whole number in a field."""
        return next(iter(self.numbers(name)), None)

    def records(self, name: str) -> list[Record]:
        """The records in a field that is a list of them."""
        found = [value for value in self._list(name) if isinstance(value, Record)]
        if len(found) < len(self._list(name)):
            self.misread[name] = "record"
        return found

    def record(self, name: str) -> Record:
        """A field that is a record itself; an empty one where it is absent or something else."""
        value = self.get(name)
        if isinstance(value, Record):
            return value
        if value is not None:
            self.misread[name] = "record"
        return Record(self.line_of(name))

    def _list(self, name: str) -> list[Any]:
        """The values of a field: none where it is absent, one where it is no list."""
        value = self.get(name)
        if value is None:
            return []
        return value if isinstance(value, list) else [value]


def _text(value: object) -> str:
    """A plain value as text, with white space folded; a list or a record is no text."""
    return "" if value is None or isinstance(value, list | dict) else " ".join(str(value).split())


def _moment(record: Record, name: str) -> Moment | None:
    """A point in time; None for a field that is absent or empty, of which no date is expected."""
    text = record.text(name)
    return Moment(text) if text else None


FIELD_TYPES: dict[str, Callable[[Record, str], object]] = {
    "str": Record.text,
    "tuple[str, ...]": Record.texts,
    "bool": lambda record, name: record.get(name) is True,
    "int": lambda record, name: record.number(name) or 0,
    "int | None": Record.number,
    "tuple[int, ...]": Record.numbers,
    "Moment": lambda record, name: Moment(record.text(name)),
    "Moment | None": _moment,
    "Target": lambda record, name: Target.parse(record.text(name)),
    "tuple[Target, ...]": lambda record, name: tuple(map(Target.parse, record.texts(name))),
    "Record": lambda record, _name: record,
}
"""How a field is read, by its type as it is written in the dataclass.

Types are texts there, since every module has `from __future__ import annotations`. A module that
defines a type adds it.
"""


def read_as(kind: type[Item], record: Record, **given: object) -> Item:
    """An item of the dataclass `kind`, with the fields of the record that are named like its own.

    Each is read by its type; one of type Record is the whole record. A field that the record names
    otherwise has that name in its metadata, as `name`. `given` are the fields that hold something
    else.
    """
    values = dict(given)
    for field in fields(kind):
        if field.name not in given:
            name = field.metadata.get("name", field.name)
            values[field.name] = FIELD_TYPES[str(field.type)](record, name)
    return kind(**values)
