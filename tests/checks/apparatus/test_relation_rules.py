"""The exact messages of the rules for relations."""

from __future__ import annotations

RELATIONS = "docs/data/relations.yml"


ARGUMENT = "docs/data/argument.yml"


def test_unknown_relation_type(problems) -> None:
    assert problems(
        "unknown-relation-type", (RELATIONS, "type: summed-up-in", "type: summed-up-by")
    ) == (
        f"{RELATIONS}:7: unknown-relation-type: 'summed-up-by' is not a type of relation. Did you mean 'summed-up-in'?"
    )
    assert problems("unknown-relation-type", (RELATIONS, "type: summed-up-in", "type: x")) == (
        f"{RELATIONS}:7: unknown-relation-type: 'x' is not a type of relation. The types are answered-by, repeated-in, contradicted-by, summed-up-in."
    )


def test_unknown_relation_field(problems) -> None:
    assert problems(
        "unknown-relation-field", (RELATIONS, "to: index.md#abstract", "too: index.md#abstract")
    ) == (
        f"{RELATIONS}:7: unknown-relation-field: 'too' is not a field of this record. Did you mean 'to'?"
    )
    assert problems("unknown-relation-field", (ARGUMENT, "title: Towers", "titel: Towers")) == (
        f"{ARGUMENT}:2: unknown-relation-field: 'titel' is not a field of this record. Did you mean 'title'?"
    )


def test_relation_nowhere(problems) -> None:
    assert problems(
        "relation-nowhere", (RELATIONS, "to: index.md#abstract", "to: index.md#end")
    ) == (
        f"{RELATIONS}:7: relation-nowhere: 'index.md#end' is not a place of the text. The paragraphs of index.md are abstract, keywords."
    )
    assert problems("relation-nowhere", (RELATIONS, ", to: index.md#abstract", "")) == (
        f"{RELATIONS}:7: relation-nowhere: '' is not a place of the text. Write the page's path below docs/, and the paragraph's id after '#'."
    )
    assert problems("relation-nowhere", (ARGUMENT, "towers/oil.md]", "towers/oils.md]")) == (
        f"{ARGUMENT}:3: relation-nowhere: 'towers/oils.md' is not a place of the text. Did you mean 'towers/oil.md'?"
    )


def test_duplicate_relation(problems) -> None:
    again = "- {from: keepers/index.md, type: summed-up-in, to: index.md#abstract}\n"
    assert problems("duplicate-relation", (RELATIONS, again, again + again)) == (
        f"{RELATIONS}:8: duplicate-relation: 'keepers/index.md' summed-up-in 'index.md#abstract' is already given in {RELATIONS}:7. Keep one of them."
    )
