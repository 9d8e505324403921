"""Reads argument.yml: the columns of the picture of the argument."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.model.files.records import Record, read_as
from edition.model.files.yaml import read_items
from edition.model.pages.target import Target
from edition.problem import Problem

FILE = "argument.yml"


@dataclass(frozen=True)
class Column:
    """A step of the argument, and the places of the paper that make it."""

    title: str
    targets: tuple[Target, ...]
    record: Record


def _column(record: Record) -> Column:
    return read_as(Column, record, targets=tuple(map(Target.parse, record.texts("places"))))


def read_argument(root: Path, data: str) -> tuple[list[Column], list[Problem]]:
    """The columns from left to right."""
    return read_items(root, f"{data}/{FILE}", _column)
