"""In: records of the apparatus. Out: what several of its rules look for: unknown fields, keys, ids and places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from ...model import Edition, Place, Problem
from ...model.data import Record
from ..nearest import did_you_mean


def unknown_fields(rule: str, records: Iterable[Record], known: Collection[str]) -> Iterator[Problem]:
    """A problem for each field that is not in `known`."""
    for record in records:
        for name in record:
            if name not in known:
                yield Problem(record.line_of(name), rule, f"'{name}' is not a field of this record.", did_you_mean(name, known, f"The fields are {', '.join(sorted(known))}."))


def unknown_sources(rule: str, edition: Edition, uses: Iterable[tuple[Record, Iterable[str]]]) -> Iterator[Problem]:
    """A problem for each source key that is in no bibliography."""
    for record, keys in uses:
        for key in keys:
            if key not in edition.bibliography:
                yield Problem(record.line_of("sources"), rule, f"'{key}' is not in bib/.", did_you_mean(key, edition.bibliography.references, "Add the work to bib/editors.bib, or correct the key."))


def repeated(rule: str, what: str, ids: Iterable[tuple[object, Record]]) -> Iterator[Problem]:
    """A problem for each id that was given before; ids are published addresses."""
    first: dict[object, Place] = {}
    for id, record in ids:
        place = record.line_of("id")
        if id in first:
            yield Problem(place, rule, f"the {what} '{id}' is already given in {first[id]}.", "Give this record an id of its own; ids stay for ever and are not used again.")
        else:
            first[id] = place


def place_exists(edition: Edition, place: str) -> bool:
    """Whether `page.md` or `page.md#paragraph` is a place of the edition."""
    path, _, anchor = place.partition("#")
    page = edition.by_path.get(path)
    return page is not None and (not anchor or page.paragraph(anchor) is not None)


def places_like(edition: Edition, place: str) -> str:
    """The cure for an unknown place: the page's paragraphs, or the nearest page."""
    path, _, anchor = place.partition("#")
    page = edition.by_path.get(path)
    if page and anchor:
        return f"The paragraphs of {path} are {', '.join(paragraph.id for paragraph in page.paragraphs) or 'without ids'}."
    return did_you_mean(path, edition.by_path, "Write the page's path below docs/, and the paragraph's id after '#'.")
