"""relations.yml: how places of the paper answer, repeat, contradict or sum up one another."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.model.files.records import Record
from edition.model.pages.target import Target

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

    source: Target = field(metadata={"name": "from"})
    type: str
    target: Target = field(metadata={"name": "to"})
    record: Record
