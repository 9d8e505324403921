"""Compares dates of different precision by their parts: 2024-04 is (2024, 4)."""

from __future__ import annotations

from edition.model import Moment

Parts = tuple[int, ...]


def date_parts(iso: str) -> Parts:
    """`2024-04-12` is (2024, 4, 12), `2024` is (2024,); an empty tuple if it is not a date."""
    parts = Moment(iso).parts
    return parts if len(parts) <= 3 else ()


def is_before(one: Parts, other: Parts) -> bool:
    """Whether one is earlier, as far as both are known: 1845 is not before 1845-03."""
    known = min(len(one), len(other))
    return one[:known] < other[:known]


def agree(one: Parts, other: Parts) -> bool:
    """Whether they are equal, as far as both are known."""
    return not is_before(one, other) and not is_before(other, one)
