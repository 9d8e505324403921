"""In: records of the apparatus. Out: what several of its rules look for: unknown fields, keys, ids and places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from edition.checks.nearest import did_you_mean
from edition.model import Edition
from edition.model.files.records import Record
from edition.model.pages.target import Target
from edition.problem import Location, Problem


def unknown_fields(
    rule: str, records: Iterable[Record], known: Collection[str]
) -> Iterator[Problem]:
    """A problem for each field that is not in `known`."""
    for record in records:
        for name in record:
            if name not in known:
                hint = did_you_mean(name, known, f"The fields are {', '.join(sorted(known))}.")
                yield Problem(
                    record.line_of(name), rule, f"'{name}' is not a field of this record.", hint
                )


def unknown_choice(
    rule: str,
    field: str,
    whose: str,
    choices: Collection[str],
    values: Iterable[tuple[str, Record]],
) -> Iterator[Problem]:
    """A problem for each value of `field` (`type`, `kind`) that is not one of the choices."""
    for value, record in values:
        if value not in choices:
            hint = did_you_mean(value, choices, f"The {field}s are {', '.join(choices)}.")
            yield Problem(
                record.line_of(field), rule, f"'{value}' is not a {field} of {whose}.", hint
            )


def unknown_sources(
    rule: str, edition: Edition, uses: Iterable[tuple[Record, Iterable[str]]]
) -> Iterator[Problem]:
    """A problem for each source key that is in no bibliography."""
    for record, keys in uses:
        for key in keys:
            if key not in edition.bibliography:
                yield Problem(
                    record.line_of("sources"),
                    rule,
                    f"'{key}' is not in bib/.",
                    hint_for_key(edition, key),
                )


def hint_for_key(edition: Edition, key: str) -> str:
    """The hint for a source that is in no bibliography."""
    return did_you_mean(
        key, edition.bibliography.references, "Add the work to bib/editors.bib, or correct the key."
    )


def repeated(rule: str, what: str, ids: Iterable[tuple[object, Record]]) -> Iterator[Problem]:
    """A problem for each id that was given before; ids are published addresses."""
    first: dict[object, Location] = {}
    for id, record in ids:
        place = record.line_of("id")
        if id in first:
            hint = "Give this record an id of its own; ids stay for ever and are not used again."
            yield Problem(place, rule, f"the {what} '{id}' is already given in {first[id]}.", hint)
        else:
            first[id] = place


def targets_like(edition: Edition, target: Target) -> str:
    """The hint for an unknown target: the page's paragraphs, or the nearest page."""
    page = edition.by_path.get(target.page)
    if page:
        ids = ", ".join(paragraph.id for paragraph in page.paragraphs)
        return f"The paragraphs of {target.page} are {ids or 'without ids'}."
    hint = "Write the page's path below docs/, and the paragraph's id after '#'."
    return did_you_mean(target.page, edition.by_path, hint)
