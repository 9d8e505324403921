"""Rules for single records, and what several rules look for: unknown fields, keys, places, notes.

A rule for single records is a function that takes a record's item and the edition, and yields for
each fault the field (empty for the whole record), what is wrong, and a hint. `for_each` makes a
rule of it:

    _each = for_each(lambda edition: edition.timeline)

    @_each
    def event_without_text(event: Event, _: Edition) -> Faults:
        if not event.text:
            yield "", "the event has no text.", "Add `text:`."
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Protocol, TypeVar

from edition.checks.nearest import did_you_mean
from edition.model import Edition
from edition.model.files.records import Record
from edition.model.pages.target import Target
from edition.problem import Location, Problems, Rule, is_whole

Faults = Iterator[tuple[str, str, str]]


class Recorded(Protocol):
    """Anything that was read from a record: a note, a name, a term, an event, a relation."""

    @property
    def record(self) -> Record: ...


Item = TypeVar("Item", bound=Recorded)


def for_each(
    items: Callable[[Edition], Iterable[Item]],
) -> Callable[[Callable[[Item, Edition], Faults]], Rule]:
    """A decorator that makes a rule for these items of a function that looks at one of them."""

    def decorate(check: Callable[[Item, Edition], Faults]) -> Rule:
        @wraps(check)
        def rule(edition: Edition) -> Problems:
            for item in items(edition):
                for field, message, hint in check(item, edition):
                    yield item.record.line_of(field), message, hint

        return rule

    return decorate


def unknown_fields(items: Iterable[Recorded], known: Collection[str]) -> Problems:
    """What is wrong with each field of their records that is not in `known`."""
    for item in items:
        yield from unknown_names(item.record, sorted(known))


def unknown_names(
    record: Record, known: Sequence[str], elsewhere: Mapping[str, str] | None = None
) -> Problems:
    """What is wrong with each field of a record that is not in `known`, which the hint lists.

    `elsewhere` has hints for fields that have their place elsewhere.
    """
    otherwise = f"The fields are {', '.join(known)}."
    for name in record:
        if name not in known:
            yield (
                record.line_of(name),
                f"'{name}' is not a field of this record.",
                (elsewhere or {}).get(name) or did_you_mean(name, known, otherwise),
            )


def unknown_choice(item: Recorded, field: str, whose: str, choices: Collection[str]) -> Faults:
    """The fault of a `field` (`type`, `kind`) whose value is not one of the choices."""
    value = item.record.text(field)
    if value not in choices:
        yield (
            field,
            f"'{value}' is not a {field} of {whose}.",
            did_you_mean(value, choices, f"The {field}s are {', '.join(choices)}."),
        )


def unknown_keys(edition: Edition, field: str, keys: Iterable[str]) -> Faults:
    """A fault for each key that is in no bibliography, if all of them could be read."""
    is_known = is_whole(edition.problems, *edition.project.bibliographies)
    otherwise = "Add the work to bib/editors.bib, or correct the key."
    for key in keys if is_known else ():
        if key not in edition.bibliography:
            yield (
                field,
                f"'{key}' is not in bib/.",
                did_you_mean(key, edition.bibliography.references, otherwise),
            )


def unknown_notes(edition: Edition, numbers: Iterable[int]) -> Faults:
    """A fault for each number in the field `note` that is not one of a note."""
    for number in numbers:
        if number not in edition.notes_by_id:
            yield (
                "note",
                f"there is no note {number}.",
                "Name a note of docs/data/notes/.",
            )


def repeated(given: Iterable[tuple[Hashable, Location]], message: str, hint: str) -> Problems:
    """What is wrong where something is given again.

    `{}` stands in the message for what is given, and for the place where it was given first.
    """
    first: dict[Hashable, Location] = {}
    for key, location in given:
        if first.setdefault(key, location) is not location:
            yield location, message.format(key, first[key]), hint


def repeated_ids(what: str, items: Iterable[Recorded]) -> Problems:
    """What is wrong with each `id` that was given before; it is a published address."""
    yield from repeated(
        ((item.record.text("id"), item.record.line_of("id")) for item in items),
        f"the {what} '{{}}' is already given in {{}}.",
        "Give this record an id of its own; ids stay for ever and are not used again.",
    )


def unknown_places(edition: Edition, field: str, targets: Iterable[Target]) -> Faults:
    """A fault for each page or paragraph that does not exist."""
    for target in targets:
        if not edition.has(target):
            yield (
                field,
                f"'{target}' is not a place of the text.",
                targets_like(edition, target),
            )


def targets_like(edition: Edition, target: Target) -> str:
    """The hint for an unknown target: the page's paragraphs, or the nearest page."""
    page = edition.by_path.get(target.page)
    if page:
        ids = ", ".join(paragraph.id for paragraph in page.paragraphs)
        return f"The paragraphs of {target.page} are {ids or 'without ids'}."
    otherwise = "Write the page's path below docs/, and the paragraph's id after '#'."
    return did_you_mean(target.page, edition.by_path, otherwise)
