"""In: docs/data/concordance.yml. Out: for each printed number the work it names, and the paragraph it stands in."""

from __future__ import annotations

from collections import defaultdict, deque
from dataclasses import dataclass
from pathlib import Path

from edition.model.files.records import text_of
from edition.model.files.yaml import Record, read_yaml
from edition.model.pages.page import Page, paragraph_number
from edition.model.pages.target import Target
from edition.problem import Location, Problem

FILE = "concordance.yml"


@dataclass(frozen=True)
class Row:
    """A printed number: the work, the page (relative to docs/) and the paper's paragraph in that section."""

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
    """Read the concordance in file order; a paper that numbers no works has none. A record without its four fields is reported and left out."""
    path = f"{data}/{FILE}"
    if not (root / path).exists():
        return [], []
    records, problems = read_yaml(root, path)
    needed = "a row of the concordance needs `number`, `key`, `page` and `paragraph`; number and paragraph are whole numbers."
    rows = []
    for record in records if isinstance(records, list) else []:
        place = record.location if isinstance(record, Record) else Location(path)
        try:
            number, paragraph = int(record["number"]), int(record["paragraph"])
            rows.append(
                Row(
                    number,
                    str(record["key"]),
                    str(record["page"]),
                    paragraph,
                    place,
                    text_of(record, "locator"),
                )
            )
        except (KeyError, TypeError, ValueError):
            problems.append(
                Problem(
                    place, "malformed-data", needed, "Copy the row above and change its values."
                )
            )
    return rows, problems


def number_citations(rows: list[Row], pages: list[Page]) -> None:
    """Give each citation its printed number: the n-th of a key in a paragraph takes the n-th row of the concordance."""
    waiting: dict[tuple[str, int | None, str], deque[int]] = defaultdict(deque)
    for row in rows:
        waiting[row.page, row.paragraph, row.key].append(row.number)
    for page in pages:
        for citation in page.citations:
            numbers = waiting[page.path, paragraph_number(citation.paragraph), citation.key]
            citation.number = numbers.popleft() if numbers else None
