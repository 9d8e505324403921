"""Rules of the concordance (docs/data/concordance.yml)."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.nearest import did_you_mean
from edition.model import Edition
from edition.problem import Location, Problem


def concordance_numbers(edition: Edition) -> Iterator[Problem]:
    """The concordance has the numbers from 1 up, each once and in order.

    The printed numbers are the paper's; one that is left out or stands twice breaks every later look-up.
    """
    expected = 1
    seen: dict[int, Location] = {}
    for row in edition.concordance:
        if row.number in seen:
            yield Problem(
                row.location,
                "concordance-numbers",
                f"the number {row.number} stands in line {seen[row.number].line} already.",
                "Keep one of the two rows.",
            )
        elif row.number != expected:
            yield Problem(
                row.location,
                "concordance-numbers",
                f"the number {row.number} stands where {expected} is due.",
                "Put the rows in order and add what is missing.",
            )
        seen.setdefault(row.number, row.location)
        expected = row.number + 1


def unknown_concordance_key(edition: Edition) -> Iterator[Problem]:
    """The `key` of a row is an entry in bib/."""
    known = edition.bibliography.references
    for row in edition.concordance:
        if row.key not in known:
            yield Problem(
                row.location,
                "unknown-concordance-key",
                f"'{row.key}' is not in bib/.",
                did_you_mean(row.key, known, "Add the entry, or correct the key."),
            )


def unknown_concordance_place(edition: Edition) -> Iterator[Problem]:
    """The `page` of a row is a page of the navigation, and its `paragraph` a paragraph of that page."""
    for row in edition.concordance:
        page = edition.by_path.get(row.page)
        if page is None:
            hint = did_you_mean(row.page, edition.by_path, "Write the page's path below docs/.")
            yield Problem(
                row.location,
                "unknown-concordance-place",
                f"'{row.page}' is not a page of the edition.",
                hint,
            )
        elif row.paragraph not in (
            numbers := sorted({p.number for p in page.paragraphs if p.number})
        ):
            there = ", ".join(map(str, numbers)) or "none that has a number"
            yield Problem(
                row.location,
                "unknown-concordance-place",
                f"{row.page} has no paragraph '{row.paragraph}'.",
                f"Its paragraphs are {there}.",
            )


def concordance_against_keywords(edition: Edition) -> Iterator[Problem]:
    """The concordance and the keywords `ref1`, `ref2`, … of the entries give the same numbers to the same works.

    The list prints the keywords and the text the concordance; they must not disagree. Correct whichever is wrong.
    """
    rows = {row.number: row.key for row in edition.concordance}
    for row in edition.concordance:
        if (
            row.key in edition.bibliography
            and row.number not in edition.bibliography[row.key].numbers
        ):
            message = f"number {row.number} is '{row.key}' here, but that entry has no keyword 'ref{row.number}'."
            yield Problem(
                row.location,
                "concordance-against-keywords",
                message,
                "Add the keyword, or correct the row.",
            )
    for reference in edition.bibliography:
        for number in reference.numbers:
            if rows.get(number) != reference.key:
                message = f"the keyword 'ref{number}' of '{reference.key}' disagrees with the concordance, where {number} is {_named(rows.get(number))}."
                yield Problem(
                    reference.line_of("keywords"),
                    "concordance-against-keywords",
                    message,
                    "Correct whichever is wrong.",
                )


def _named(key: str | None) -> str:
    return f"'{key}'" if key else "not given"


RULES = [
    concordance_numbers,
    unknown_concordance_key,
    unknown_concordance_place,
    concordance_against_keywords,
]
