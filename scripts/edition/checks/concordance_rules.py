"""Rules for the concordance (docs/data/concordance.yml)."""

from __future__ import annotations

from edition.checks.nearest import did_you_mean
from edition.model import Edition, Row
from edition.problem import Problems, is_whole


def concordance_numbers(edition: Edition) -> Problems:
    """The concordance has the numbers from 1 up, in order and each for one work.

    They are the numbers that the paper prints. If one is left out or names two works, readers
    cannot find a source by its number.
    """
    expected = 1
    seen: dict[int, Row] = {}
    for row in edition.concordance:
        first = seen.setdefault(row.number, row)
        if first is not row and row.key == first.key:
            continue  # cited again elsewhere
        if first is not row:
            yield (
                row.location,
                f"the number {row.number} is already used in line {first.location.line}.",
                "Keep one of the two rows.",
            )
        elif row.number != expected:
            yield (
                row.location,
                f"expected the number {expected}, not {row.number}.",
                "Put the rows in order and add what is missing.",
            )
        expected = row.number + 1


def unknown_concordance_key(edition: Edition) -> Problems:
    """The `key` of a row is the key of an entry in bib/."""
    known = edition.bibliography.references
    is_known = is_whole(edition.problems, *edition.project.bibliographies)
    for row in edition.concordance if is_known else ():
        if row.key not in known:
            yield (
                row.location,
                f"'{row.key}' is not in bib/.",
                did_you_mean(row.key, known, "Add the entry, or correct the key."),
            )


def unknown_concordance_place(edition: Edition) -> Problems:
    """The `page` of a row is a page of the navigation, and its `paragraph` is on that page."""
    for row in edition.concordance:
        page = edition.by_path.get(row.page)
        if page is None:
            yield (
                row.location,
                f"'{row.page}' is not a page of the edition.",
                did_you_mean(row.page, edition.by_path, "Write the page's path below docs/."),
            )
            continue
        numbers = sorted({paragraph.number for paragraph in page.paragraphs if paragraph.number})
        if row.paragraph not in numbers and is_whole(edition.problems, page.file):
            yield (
                row.location,
                f"{row.page} has no paragraph '{row.paragraph}'.",
                f"Its paragraphs are {', '.join(map(str, numbers)) or 'without numbers'}.",
            )


def concordance_against_keywords(edition: Edition) -> Problems:
    """The concordance and the keywords `ref1`, `ref2`, … of the entries agree on the numbers.

    The list of works shows the keywords and the text shows the concordance. Correct the one that is
    wrong. A list without such keywords needs none.
    """
    if not any(reference.numbers for reference in edition.bibliography):
        return
    keys = {row.number: row.key for row in edition.concordance}
    for reference in edition.bibliography:
        for number in reference.numbers:
            key = keys.get(number)
            if key != reference.key:
                there = f"'{key}'" if key else "not given"
                yield (
                    reference.line_of("keywords"),
                    f"the keyword 'ref{number}' of '{reference.key}' disagrees with the "
                    f"concordance, where {number} is {there}.",
                    "Correct whichever is wrong.",
                )


def number_without_keyword(edition: Edition) -> Problems:
    """An entry has the numbers that the concordance gives it as keywords: `ref1`, `ref2`, …

    Without them the list of works does not show its number.
    """
    for row in edition.concordance:
        known = row.key in edition.bibliography
        if known and row.number not in edition.bibliography[row.key].numbers:
            yield (
                row.location,
                f"number {row.number} is '{row.key}' here, "
                f"but that entry has no keyword 'ref{row.number}'.",
                "Add the keyword, or correct the row.",
            )
