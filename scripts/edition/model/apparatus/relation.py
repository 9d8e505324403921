"""Reads relations.yml: how places of the paper answer, repeat, contradict or sum up one another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.model.files.records import Record, read_as
from edition.model.files.yaml import read_items
from edition.model.pages.target import Target
from edition.problem import Problem

FILE = "relations.yml"
TYPES = {
    "answered-by": ("Addressed in", "Responds to"),
    "repeated-in": ("Repeated in", "First stated in"),
    "contradicted-by": ("Contradicted by", "Contradicted by"),
    "summed-up-in": ("Summed up in", "Sums up"),
}
"""By type, the words at the source and the words at the target."""


@dataclass(frozen=True)
class Relation:
    """Two places of the paper. `TYPES` has the words for its type, as seen from either place."""

    source: Target
    type: str
    target: Target
    record: Record


def _relation(record: Record) -> Relation:
    source, target = (Target.parse(record.text(end)) for end in ("from", "to"))
    return read_as(Relation, record, source=source, target=target)


def read_relations(root: Path, data: str) -> tuple[list[Relation], list[Problem]]:
    """The relations in file order."""
    return read_items(root, f"{data}/{FILE}", _relation)
