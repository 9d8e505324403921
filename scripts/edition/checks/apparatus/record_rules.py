"""In: records of the apparatus. Out: what several of its rules look for: unknown fields, keys, ids and places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from edition.checks.nearest import did_you_mean
from edition.model import Edition, Place, Problem
from edition.model.files.yaml import Record


def unknown_fields(rule: str, records: Iterable[Record], known: Collection[str]) -> Iterator[Problem]:
    """A problem for each field that is not in `known`."""
    for record in records:
        for name in record:
            if name not in known:
                cure = did_you_mean(name, known, f"The fields are {', '.join(sorted(known))}.")
                yield Problem(record.line_of(name), rule, f"'{name}' is not a field of this record.", cure)


def unknown_choice(rule: str, field: str, whose: str, choices: Collection[str], values: Iterable[tuple[str, Record]]) -> Iterator[Problem]:
    """A problem for each value of `field` (`type`, `kind`) that is not one of the choices."""
    for value, record in values:
        if value not in choices:
            cure = did_you_mean(value, choices, f"The {field}s are {', '.join(choices)}.")
            yield Problem(record.line_of(field), rule, f"'{value}' is not a {field} of {whose}.", cure)


def unknown_sources(rule: str, edition: Edition, uses: Iterable[tuple[Record, Iterable[str]]]) -> Iterator[Problem]:
    """A problem for each source key that is in no bibliography."""
    for record, keys in uses:
        for key in keys:
            if key not in edition.bibliography:
                yield Problem(record.line_of("sources"), rule, f"'{key}' is not in bib/.", cure_of_key(edition, key))


def cure_of_key(edition: Edition, key: str) -> str:
    """The cure for a source that is in no bibliography."""
    return did_you_mean(key, edition.bibliography.references, "Add the work to bib/editors.bib, or correct the key.")


def repeated(rule: str, what: str, ids: Iterable[tuple[object, Record]]) -> Iterator[Problem]:
    """A problem for each id that was given before; ids are published addresses."""
    first: dict[object, Place] = {}
    for id, record in ids:
        place = record.line_of("id")
        if id in first:
            cure = "Give this record an id of its own; ids stay for ever and are not used again."
            yield Problem(place, rule, f"the {what} '{id}' is already given in {first[id]}.", cure)
        else:
            first[id] = place


def place_exists(edition: Edition, place: str) -> bool:
    """Whether `page.md` or `page.md#paragraph` is a place of the edition."""
    path, _, anchor = place.partition("#")
    page = edition.by_path.get(path)
    return page is not None and (not anchor or page.paragraph(anchor) is not None)


def places_like(edition: Edition, place: str) -> str:
    """The cure for an unknown place: the page's paragraphs, or the nearest page."""
    path = place.partition("#")[0]
    page = edition.by_path.get(path)
    if page:
        return f"The paragraphs of {path} are {', '.join(paragraph.id for paragraph in page.paragraphs) or 'without ids'}."
    return did_you_mean(path, edition.by_path, "Write the page's path below docs/, and the paragraph's id after '#'.")
