"""Rules for docs/data/relations.yml and for the picture of the argument, argument.yml."""

from __future__ import annotations

from edition.checks.apparatus.record_rules import (
    Faults,
    for_each,
    repeated,
    unknown_choice,
    unknown_fields,
    unknown_places,
)
from edition.model import Edition
from edition.model.apparatus.argument import Column
from edition.model.apparatus.relation import TYPES, Relation
from edition.problem import Problems


@for_each
def _each_with_places(edition: Edition) -> list[Relation | Column]:
    return [*edition.relations, *edition.argument]


@for_each(lambda edition: edition.relations)
def unknown_relation_type(relation: Relation, _: Edition) -> Faults:
    """The `type` of a relation is answered-by, repeated-in, contradicted-by or summed-up-in."""
    yield from unknown_choice(relation, "type", "relation", TYPES)


def unknown_relation_field(edition: Edition) -> Problems:
    """A relation has the fields from, type and to, a column of the argument title and places."""
    yield from unknown_fields(edition.relations, ("from", "type", "to"))
    yield from unknown_fields(edition.argument, ("title", "places"))


@_each_with_places
def relation_nowhere(item: Relation | Column, edition: Edition) -> Faults:
    """Both ends of a relation are in the text, and so are the places of the argument's picture."""
    if isinstance(item, Column):
        yield from unknown_places(edition, "places", item.targets)
    else:
        yield from unknown_places(edition, "from", [item.source])
        yield from unknown_places(edition, "to", [item.target])


def duplicate_relation(edition: Edition) -> Problems:
    """A relation is given once."""
    given = (
        (f"'{one.source}' {one.type} '{one.target}'", one.record.location)
        for one in edition.relations
    )
    yield from repeated(given, "{} is already given in {}.", "Keep one of them.")
