"""What several rules look for in records: unknown fields, keys and places, what is given twice."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from typing import Protocol, TypeVar

from edition.checks.nearest import did_you_mean
from edition.model import Edition
from edition.model.files.records import Record
from edition.model.pages.target import Target
from edition.problem import Location, Problem, Problems

Key = TypeVar("Key", bound=Hashable)


class Recorded(Protocol):
    """Anything that was read from a record: a note, a name, a term, an event, a relation."""

    @property
    def record(self) -> Record: ...


class WithId(Recorded, Protocol):
    """What has an `id`, which is a published address."""

    @property
    def id(self) -> Hashable: ...


class WithSources(Recorded, Protocol):
    """What names its `sources`, keys of a bibliography."""

    @property
    def sources(self) -> tuple[str, ...]: ...


def unknown_fields(rule: str, items: Iterable[Recorded], known: Collection[str]) -> Problems:
    """A problem for each field of their records that is not in `known`."""
    for item in items:
        yield from unknown_names(rule, item.record, sorted(known))


def unknown_names(rule: str, record: Record, known: Sequence[str]) -> Problems:
    """A problem for each field of a record that is not in `known`, which the hint lists."""
    for name in record:
        if name not in known:
            yield Problem(
                record.line_of(name),
                rule,
                f"'{name}' is not a field of this record.",
                did_you_mean(name, known, f"The fields are {', '.join(known)}."),
            )


def unknown_choice(
    rule: str, field: str, whose: str, items: Iterable[Recorded], choices: Collection[str]
) -> Problems:
    """A problem for each value of `field` (`type`, `kind`) that is not one of the choices."""
    for item in items:
        value = item.record.text(field)
        if value not in choices:
            yield Problem(
                item.record.line_of(field),
                rule,
                f"'{value}' is not a {field} of {whose}.",
                did_you_mean(value, choices, f"The {field}s are {', '.join(choices)}."),
            )


def unknown_sources(rule: str, edition: Edition, items: Iterable[WithSources]) -> Problems:
    """A problem for each source that is in no bibliography."""
    for item in items:
        for key in item.sources:
            if key not in edition.bibliography:
                yield unknown_key(rule, edition, key, item.record.line_of("sources"))


def unknown_key(rule: str, edition: Edition, key: str, location: Location) -> Problem:
    """The problem of a source that is in no bibliography."""
    otherwise = "Add the work to bib/editors.bib, or correct the key."
    hint = did_you_mean(key, edition.bibliography.references, otherwise)
    return Problem(location, rule, f"'{key}' is not in bib/.", hint)


def unknown_note(rule: str, number: int, location: Location) -> Problem:
    """The problem of a note that does not exist."""
    message = f"there is no note {number}."
    return Problem(location, rule, message, "Name a note of docs/data/notes/.")


def repeated(given: Iterable[tuple[Key, Location]]) -> Iterator[tuple[Key, Location, Location]]:
    """What is given again: itself, where, and where it was given first."""
    first: dict[Key, Location] = {}
    for key, location in given:
        if key in first:
            yield key, location, first[key]
        else:
            first[key] = location


def repeated_ids(rule: str, what: str, items: Iterable[WithId]) -> Problems:
    """A problem for each id that was given before."""
    given = ((item.id, item.record.line_of("id")) for item in items)
    for id, location, first in repeated(given):
        yield Problem(
            location,
            rule,
            f"the {what} '{id}' is already given in {first}.",
            "Give this record an id of its own; ids stay for ever and are not used again.",
        )


def unknown_place(rule: str, edition: Edition, target: Target, location: Location) -> Problem:
    """The problem of a page or paragraph that does not exist."""
    message = f"'{target}' is not a place of the text."
    return Problem(location, rule, message, targets_like(edition, target))


def targets_like(edition: Edition, target: Target) -> str:
    """The hint for an unknown target: the page's paragraphs, or the nearest page."""
    page = edition.by_path.get(target.page)
    if page:
        ids = ", ".join(paragraph.id for paragraph in page.paragraphs)
        return f"The paragraphs of {target.page} are {ids or 'without ids'}."
    otherwise = "Write the page's path below docs/, and the paragraph's id after '#'."
    return did_you_mean(target.page, edition.by_path, otherwise)
