"""Rules for docs/data/relations.yml and for the picture of the argument, argument.yml."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.apparatus.record_rules import targets_like, unknown_choice, unknown_fields
from edition.model import Edition
from edition.model.apparatus.relation import TYPES
from edition.model.files.records import Record
from edition.model.pages.target import Target
from edition.problem import Location, Problem, Problems


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
            yield Problem(
                record.line_of(field),
                "relation-nowhere",
                f"'{target}' is not a place of the text.",
                targets_like(edition, target),
            )


def _ends(edition: Edition) -> Iterator[tuple[Record, str, Target]]:
    for relation in edition.relations:
        yield relation.record, "from", relation.source
        yield relation.record, "to", relation.target
    for column in edition.argument:
        for target in column.targets:
            yield column.record, "places", target


def duplicate_relation(edition: Edition) -> Problems:
    """A relation is given once."""
    first: dict[tuple[Target, str, Target], Location] = {}
    for relation in edition.relations:
        key = (relation.source, relation.type, relation.target)
        location = relation.record.location
        if key in first:
            yield Problem(
                location,
                "duplicate-relation",
                f"'{relation.source}' {relation.type} '{relation.target}' "
                f"is already given in {first[key]}.",
                "Keep one of them.",
            )
        first.setdefault(key, location)


RULES = [unknown_relation_type, unknown_relation_field, relation_nowhere, duplicate_relation]
