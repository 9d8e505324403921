"""Rules for docs/data/relations.yml and for the picture of the argument, argument.yml."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.apparatus.record_rules import (
    repeated,
    unknown_choice,
    unknown_fields,
    unknown_place,
)
from edition.model import Edition
from edition.model.apparatus.relation import TYPES
from edition.model.files.records import Record
from edition.model.pages.target import Target
from edition.problem import Problem, Problems


def unknown_relation_type(edition: Edition) -> Problems:
    """The `type` of a relation is answered-by, repeated-in, contradicted-by or summed-up-in."""
    relations = edition.relations
    yield from unknown_choice("unknown-relation-type", "type", "relation", relations, TYPES)


def unknown_relation_field(edition: Edition) -> Problems:
    """A relation has the fields from, type and to, a column of the argument title and places."""
    yield from unknown_fields("unknown-relation-field", edition.relations, ("from", "type", "to"))
    yield from unknown_fields("unknown-relation-field", edition.argument, ("title", "places"))


def relation_nowhere(edition: Edition) -> Problems:
    """Both ends of a relation are in the text, and so are the places of the argument's picture."""
    for record, field, target in _ends(edition):
        if not edition.has(target):
            yield unknown_place("relation-nowhere", edition, target, record.line_of(field))


def _ends(edition: Edition) -> Iterator[tuple[Record, str, Target]]:
    for relation in edition.relations:
        yield relation.record, "from", relation.source
        yield relation.record, "to", relation.target
    for column in edition.argument:
        for target in column.targets:
            yield column.record, "places", target


def duplicate_relation(edition: Edition) -> Problems:
    """A relation is given once."""
    given = (
        ((relation.source, relation.type, relation.target), relation.record.location)
        for relation in edition.relations
    )
    for (source, type, target), location, first in repeated(given):
        yield Problem(
            location,
            "duplicate-relation",
            f"'{source}' {type} '{target}' is already given in {first}.",
            "Keep one of them.",
        )


RULES = [unknown_relation_type, unknown_relation_field, relation_nowhere, duplicate_relation]
