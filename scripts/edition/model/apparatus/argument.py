"""In: docs/data/argument.yml. Out: the columns of the argument's picture: what the paper sets side by side."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.model.files.records import read_records, text_of, texts_of
from edition.model.files.yaml import Record
from edition.model.pages.target import Target
from edition.problem import Problem

FILE = "argument.yml"


@dataclass(frozen=True)
class Column:
    """A step of the argument, and the places of the paper that make it."""

    title: str
    targets: tuple[Target, ...]
    record: Record


def read_argument(root: Path, data: str) -> tuple[list[Column], list[Problem]]:
    """The columns from left to right."""
    records, problems = read_records(root, f"{data}/{FILE}")
    return [
        Column(text_of(r, "title"), tuple(map(Target.parse, texts_of(r, "places"))), r)
        for r in records
    ], problems
