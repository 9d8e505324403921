"""Reads concordance.yml: the work that each printed number names, and the paragraph it is in."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from pathlib import Path

from edition.model.files.records import Record, read_as
from edition.model.files.yaml import read_records
from edition.model.pages.page import Page, paragraph_number
from edition.model.pages.target import Target
from edition.problem import Location, Problem

FILE = "concordance.yml"
_FIELDS = (
    "a row of the concordance needs `number`, `key`, `page` and `paragraph`; "
    "number and paragraph are whole numbers."
)


@dataclass(frozen=True)
class Row:
    """A printed number, its work, the page below docs/, and the paper's paragraph in it.

    `key` is the key of the work; `locator` the pages of it that the paper prints, if any.
    """

    number: int
    key: str
    page: str
    paragraph: int
    location: Location
    locator: str = ""

    @property
    def target(self) -> Target:
        """The marker of the citation in the page."""
        return Target(self.page, f"cite-{self.number}")


def read_concordance(root: Path, data: str) -> tuple[list[Row], list[Problem]]:
    """The rows in file order. A paper that numbers no works has no such file.

    A record without its four fields is reported and left out.
    """
    records, problems = read_records(root, f"{data}/{FILE}")
    rows = []
    for record in records:
        try:
            rows.append(_row(record))
        except ValueError:
            hint = "Copy the row above and change its values."
            problems.append(Problem(record.location, "malformed-data", _FIELDS, hint))
    return rows, problems


def _row(record: Record) -> Row:
    """A row, whose numbers may be written as text. Raises ValueError where a field is missing."""
    if not record.keys() >= {"key", "page"}:
        raise ValueError
    number, paragraph = (int(str(record.get(name))) for name in ("number", "paragraph"))
    return read_as(Row, record, number=number, paragraph=paragraph, location=record.location)


def number_citations(rows: list[Row], pages: list[Page]) -> None:
    """Give each citation its printed number.

    The n-th citation of a key in a paragraph takes the n-th row for them in the concordance. In a
    paper that gives each work one number, later citations of the work have it too.
    """
    only = _only_numbers(rows)
    printed: set[int] = set()
    numbers: dict[tuple[str, int | None, str], deque[int]] = defaultdict(deque)
    for row in rows:
        numbers[row.page, row.paragraph, row.key].append(row.number)
    for page in pages:
        for citation in page.citations:
            paragraph = paragraph_number(citation.paragraph)
            left = numbers[page.path, paragraph, citation.key]
            citation.number = left.popleft() if left else only.get(citation.key)
            citation.is_repeated = citation.number in printed
            if citation.number:
                printed.add(citation.number)


def _only_numbers(rows: list[Row]) -> dict[str, int]:
    """The number of each work, if no work has several: those of such a paper are of citations."""
    numbers: dict[str, int] = {}
    for row in rows:
        if numbers.setdefault(row.key, row.number) != row.number:
            return {}
    return numbers
