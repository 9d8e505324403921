"""Reads redirects.yml: where published addresses have moved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.model.files.records import Record, read_as
from edition.model.files.yaml import read_items
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


def _redirect(record: Record) -> Redirect:
    return read_as(Redirect, record, source=record.text("from"), target=record.text("to"))


def read_redirects(root: Path, data: str) -> tuple[list[Redirect], list[Problem]]:
    """The redirects in file order."""
    return read_items(root, f"{data}/{FILE}", _redirect)
