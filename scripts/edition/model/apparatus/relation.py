"""In: docs/data/relations.yml. Out: how places of the paper answer, repeat, contradict or sum up one another."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.model.files.records import read_records, text_of
from edition.model.files.yaml import Record
from edition.model.pages.target import Target
from edition.problem import Problem

FILE = "relations.yml"
TYPES = {
    "answered-by": ("Answered in", "Answers"),
    "repeated-in": ("Told again in", "Told before in"),
    "contradicted-by": ("Told otherwise in", "Told otherwise in"),
    "summed-up-in": ("Summed up in", "Sums up"),
}


@dataclass(frozen=True)
class Relation:
    """Two places of the paper; `TYPES` says in words how it is read from either."""

    source: Target
    type: str
    target: Target
    record: Record


def read_relations(root: Path, data: str) -> tuple[list[Relation], list[Problem]]:
    """The relations in file order."""
    records, problems = read_records(root, f"{data}/{FILE}")
    return [
        Relation(
            Target.parse(text_of(r, "from")), text_of(r, "type"), Target.parse(text_of(r, "to")), r
        )
        for r in records
    ], problems
