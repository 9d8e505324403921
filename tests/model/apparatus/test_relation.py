"""In: the made-up relations and argument. Out: whether they load as they stand, of every type."""

from __future__ import annotations

from edition.model import Edition
from edition.model.apparatus.relation import TYPES


def test_the_relations_are_read_in_order(made_up: Edition) -> None:
    assert [
        (str(relation.source), relation.type, str(relation.target))
        for relation in made_up.relations
    ] == [
        ("towers/oil.md", "answered-by", "keepers/songs.md"),
        ("towers/stone.md", "answered-by", "keepers/songs.md#p2b"),
        ("towers/stone.md#p2", "repeated-in", "keepers/songs.md#p1"),
        ("towers/oil.md#p2", "repeated-in", "keepers/songs.md#p1"),
        ("keepers/watches.md#p1a", "contradicted-by", "keepers/watches.md#p1b"),
        ("keepers/index.md", "summed-up-in", "index.md#abstract"),
    ]
    assert {relation.type for relation in made_up.relations} == set(TYPES)


def test_the_columns_of_the_argument_are_read_in_order(made_up: Edition) -> None:
    assert [(column.title, tuple(map(str, column.targets))) for column in made_up.argument] == [
        ("Towers", ("towers/stone.md", "towers/oil.md")),
        (
            "Keepers",
            ("keepers/watches.md", "keepers/pay.md", "keepers/songs.md", "keepers/songs.md#p2b"),
        ),
    ]
