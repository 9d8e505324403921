"""In: a data file that is a list of records. Out: its Records, and typed access to their fields that never raises."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from edition.model.files.yaml import Record, read_yaml
from edition.problem import Location, Problem


def read_records(root: Path, path: str) -> tuple[list[Record], list[Problem]]:
    """The records of `root/path`; none and no problem where the file does not exist: every such file is optional."""
    if not (root / path).exists():
        return [], []
    value, problems = read_yaml(root, path)
    if value is not None and not isinstance(value, list):
        problems.append(
            Problem(
                Location(path),
                "malformed-data",
                "the file is not a list.",
                "Begin each record with `- `.",
            )
        )
    records = []
    for item in value if isinstance(value, list) else []:
        if isinstance(item, Record):
            records.append(item)
        else:
            problems.append(
                Problem(
                    Location(path),
                    "malformed-data",
                    f"'{item}' stands where a record should.",
                    "Write it as `- name: value`.",
                )
            )
    return records, problems


def text_of(record: dict[str, Any], name: str) -> str:
    """The field as text with folded white space; empty where absent or not text."""
    value = record.get(name)
    return "" if value is None or isinstance(value, list | dict) else " ".join(str(value).split())


def texts_of(record: dict[str, Any], name: str) -> tuple[str, ...]:
    """The field as a tuple of texts; a single text counts as a list of one."""
    value = record.get(name)
    items = value if isinstance(value, list) else [] if value is None else [value]
    return tuple(" ".join(str(item).split()) for item in items if not isinstance(item, list | dict))


def numbers_of(record: dict[str, Any], name: str) -> tuple[int, ...]:
    """The field as a tuple of whole numbers; anything else in it is left out."""
    value = record.get(name)
    items = value if isinstance(value, list) else [value]
    return tuple(item for item in items if isinstance(item, int) and not isinstance(item, bool))
