"""Reads redirects.yml: where published addresses have moved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.model.files.records import Record
from edition.model.files.yaml import read_records
from edition.problem import Location, Problem

FILE = "redirects.yml"


@dataclass(frozen=True)
class Redirect:
    """An old and a new address below the site's root, of a page or a place in it (`old/#p1`)."""

    source: str
    target: str
    record: Record

    @property
    def location(self) -> Location:
        return self.record.location


def read_redirects(root: Path, data: str) -> tuple[list[Redirect], list[Problem]]:
    """The redirects in file order."""
    records, problems = read_records(root, f"{data}/{FILE}")
    redirects = [
        Redirect(source=record.text("from"), target=record.text("to"), record=record)
        for record in records
    ]
    return redirects, problems
