"""In: docs/data/redirects.yml. Out: where published addresses went that are no longer there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.model.files.records import read_records, text_of
from edition.model.files.yaml import Record
from edition.problem import Location, Problem

FILE = "redirects.yml"


@dataclass(frozen=True)
class Redirect:
    """An old and a new address below the site's root, each of a page (`old/`) or a place in one (`old/#p1`)."""

    source: str
    target: str
    record: Record

    @property
    def location(self) -> Location:
        return self.record.location


def read_redirects(root: Path, data: str) -> tuple[list[Redirect], list[Problem]]:
    """The redirects in file order."""
    records, problems = read_records(root, f"{data}/{FILE}")
    return [Redirect(text_of(r, "from"), text_of(r, "to"), r) for r in records], problems
