"""The exact messages of the rules for the concordance."""

from __future__ import annotations

ROWS = "docs/data/concordance.yml"


def test_concordance_numbers(problems) -> None:
    assert problems("concordance-numbers", (ROWS, "number: 7", "number: 6")) == (
        "docs/data/concordance.yml:8: concordance-numbers: the number 6 is already used in line 7. Keep one of the two rows.\n"
        "docs/data/concordance.yml:9: concordance-numbers: expected the number 7, not 8. Put the rows in order and add what is missing."
    )
    assert problems("concordance-numbers", (ROWS, "number: 25", "number: 26")) == (
        "docs/data/concordance.yml:26: concordance-numbers: expected the number 25, not 26. Put the rows in order and add what is missing."
    )


def test_unknown_concordance_key(problems) -> None:
    assert problems(
        "unknown-concordance-key", (ROWS, "key: soundcouncilndtables", "key: soundcouncilndtable")
    ) == (
        "docs/data/concordance.yml:26: unknown-concordance-key: 'soundcouncilndtable' is not in bib/. Did you mean 'soundcouncilndtables'?"
    )


def test_unknown_concordance_place(problems) -> None:
    assert problems(
        "unknown-concordance-place",
        (ROWS, "page: keepers/pay.md, paragraph: 2", "page: keepers/pays.md, paragraph: 2"),
    ) == (
        "docs/data/concordance.yml:26: unknown-concordance-place: 'keepers/pays.md' is not a page of the edition. Did you mean 'keepers/pay.md'?"
    )
    assert problems(
        "unknown-concordance-place",
        (ROWS, "page: keepers/pay.md, paragraph: 2", "page: keepers/pay.md, paragraph: 9"),
    ) == (
        "docs/data/concordance.yml:26: unknown-concordance-place: keepers/pay.md has no paragraph '9'. Its paragraphs are 1, 2."
    )


def test_concordance_against_keywords(problems) -> None:
    assert problems(
        "concordance-against-keywords",
        (ROWS, "number: 25, key: soundcouncilndtables", "number: 25, key: afsund2001pensions"),
    ) == (
        "bib/paper.bib:151: concordance-against-keywords: the keyword 'ref25' of 'soundcouncilndtables' disagrees with the concordance, where 25 is 'afsund2001pensions'. Correct whichever is wrong."
    )


def test_number_without_keyword(problems) -> None:
    assert problems(
        "number-without-keyword",
        (ROWS, "number: 25, key: soundcouncilndtables", "number: 25, key: afsund2001pensions"),
    ) == (
        "docs/data/concordance.yml:26: number-without-keyword: number 25 is 'afsund2001pensions' here, but that entry has no keyword 'ref25'. Add the keyword, or correct the row."
    )
