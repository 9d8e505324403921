"""Rules of the relations and of the argument's picture (docs/data/relations.yml, argument.yml)."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.apparatus.record_rules import targets_like, unknown_choice, unknown_fields
from edition.model import Edition
from edition.model.apparatus.relation import TYPES
from edition.problem import Location, Problem

FIELDS = frozenset(("from", "type", "to"))


def unknown_relation_type(edition: Edition) -> Iterator[Problem]:
    """The `type` of a relation is answered-by, repeated-in, contradicted-by or summed-up-in."""
    yield from unknown_choice(
        "unknown-relation-type",
        "type",
        "relation",
        TYPES,
        [(relation.type, relation.record) for relation in edition.relations],
    )


def unknown_relation_field(edition: Edition) -> Iterator[Problem]:
    """A relation has the fields from, type and to; a column of the argument has title and places."""
    yield from unknown_fields(
        "unknown-relation-field", [relation.record for relation in edition.relations], FIELDS
    )
    yield from unknown_fields(
        "unknown-relation-field",
        [column.record for column in edition.argument],
        ("title", "places"),
    )


def relation_nowhere(edition: Edition) -> Iterator[Problem]:
    """Both ends of a relation, and the places of the argument's picture, are pages or paragraphs of the text."""
    ends = [
        (relation.record, name, target)
        for relation in edition.relations
        for name, target in (("from", relation.source), ("to", relation.target))
    ]
    ends += [
        (column.record, "places", target)
        for column in edition.argument
        for target in column.targets
    ]
    for record, name, target in ends:
        if not edition.has(target):
            yield Problem(
                record.line_of(name),
                "relation-nowhere",
                f"'{target}' is not a place of the text.",
                targets_like(edition, target),
            )


def duplicate_relation(edition: Edition) -> Iterator[Problem]:
    """A relation is given once."""
    first: dict[tuple[str, str, str], Location] = {}
    for relation in edition.relations:
        key = (relation.source, relation.type, relation.target)
        if key in first:
            said = f"'{relation.source}' {relation.type} '{relation.target}' is given in {first[key]} already."
            yield Problem(relation.record.location, "duplicate-relation", said, "Keep one of them.")
        first.setdefault(key, relation.record.location)


RULES = [unknown_relation_type, unknown_relation_field, relation_nowhere, duplicate_relation]
