"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of the concordance."""

from __future__ import annotations


def test_concordance_numbers(said) -> None:
    assert said("concordance-numbers", ("docs/data/concordance.yml", "number: 7", "number: 6")) == [
        (
            "docs/data/concordance.yml:8: concordance-numbers: the number 6 stands in line 7 already. Keep one of the two rows."
        ),
        (
            "docs/data/concordance.yml:9: concordance-numbers: the number 8 stands where 7 is due. Put the rows in order and add what is missing."
        ),
    ]
    assert said(
        "concordance-numbers", ("docs/data/concordance.yml", "number: 25", "number: 26")
    ) == [
        (
            "docs/data/concordance.yml:26: concordance-numbers: the number 26 stands where 25 is due. Put the rows in order and add what is missing."
        )
    ]


def test_unknown_concordance_key(said) -> None:
    assert said(
        "unknown-concordance-key",
        ("docs/data/concordance.yml", "key: soundcouncilndtables", "key: soundcouncilndtable"),
    ) == [
        (
            "docs/data/concordance.yml:26: unknown-concordance-key: 'soundcouncilndtable' is not in bib/. Did you mean 'soundcouncilndtables'?"
        )
    ]


def test_unknown_concordance_place(said) -> None:
    assert said(
        "unknown-concordance-place",
        (
            "docs/data/concordance.yml",
            "page: keepers/pay.md, paragraph: 2",
            "page: keepers/pays.md, paragraph: 2",
        ),
    ) == [
        (
            "docs/data/concordance.yml:26: unknown-concordance-place: 'keepers/pays.md' is not a page of the edition. Did you mean 'keepers/pay.md'?"
        )
    ]
    assert said(
        "unknown-concordance-place",
        (
            "docs/data/concordance.yml",
            "page: keepers/pay.md, paragraph: 2",
            "page: keepers/pay.md, paragraph: 9",
        ),
    ) == [
        (
            "docs/data/concordance.yml:26: unknown-concordance-place: keepers/pay.md has no paragraph '9'. Its paragraphs are 1, 2."
        )
    ]


def test_concordance_against_keywords(said) -> None:
    assert said(
        "concordance-against-keywords",
        (
            "docs/data/concordance.yml",
            "number: 25, key: soundcouncilndtables",
            "number: 25, key: afsund2001pensions",
        ),
    ) == [
        (
            "bib/paper.bib:151: concordance-against-keywords: the keyword 'ref25' of 'soundcouncilndtables' "
            "disagrees with the concordance, where 25 is 'afsund2001pensions'. Correct whichever is wrong."
        ),
        (
            "docs/data/concordance.yml:26: concordance-against-keywords: number 25 is 'afsund2001pensions' here, "
            "but that entry has no keyword 'ref25'. Add the keyword, or correct the row."
        ),
    ]
