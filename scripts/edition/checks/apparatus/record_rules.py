"""What several rules of the apparatus look for in its records: unknown fields, keys and ids."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Protocol

from edition.checks.nearest import did_you_mean
from edition.model import Edition
from edition.model.files.records import Record
from edition.model.pages.target import Target
from edition.problem import Location, Problem, Problems


class Recorded(Protocol):
    """Anything that was read from a record: a note, a name, a term, an event, a relation."""

    @property
    def record(self) -> Record: ...


class WithId(Recorded, Protocol):
    """What has an `id`, which is a published address."""

    @property
    def id(self) -> object: ...


class WithSources(Recorded, Protocol):
    """What names its `sources`, keys of a bibliography."""

    @property
    def sources(self) -> tuple[str, ...]: ...


def unknown_fields(rule: str, items: Iterable[Recorded], known: Collection[str]) -> Problems:
    """A problem for each field that is not in `known`."""
    for item in items:
        for name in item.record:
            if name not in known:
                yield Problem(
                    item.record.line_of(name),
                    rule,
                    f"'{name}' is not a field of this record.",
                    did_you_mean(name, known, f"The fields are {', '.join(sorted(known))}."),
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


def repeated_ids(rule: str, what: str, items: Iterable[WithId]) -> Problems:
    """A problem for each id that was given before."""
    first: dict[object, Location] = {}
    for item in items:
        location = item.record.line_of("id")
        if item.id in first:
            yield Problem(
                location,
                rule,
                f"the {what} '{item.id}' is already given in {first[item.id]}.",
                "Give this record an id of its own; ids stay for ever and are not used again.",
            )
        first.setdefault(item.id, location)


def targets_like(edition: Edition, target: Target) -> str:
    """The hint for an unknown target: the page's paragraphs, or the nearest page."""
    page = edition.by_path.get(target.page)
    if page:
        ids = ", ".join(paragraph.id for paragraph in page.paragraphs)
        return f"The paragraphs of {target.page} are {ids or 'without ids'}."
    otherwise = "Write the page's path below docs/, and the paragraph's id after '#'."
    return did_you_mean(target.page, edition.by_path, otherwise)
