"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of data files."""

from __future__ import annotations


def test_malformed_data(said) -> None:
    assert said("malformed-data", ("docs/data/more.yml", "", "a: [1\n")) == [
        (
            "docs/data/more.yml:2: malformed-data: this is not YAML: expected ',' or ']', but got '<stream "
            "end>'. Compare the indentation and quotes with the record above."
        )
    ]
    assert said("malformed-data", ("docs/data/more.yml", "", "a: &x 1\nb: *x\n")) == [
        "docs/data/more.yml:2: malformed-data: the alias '*x' is not allowed. Write the value out."
    ]


def test_missing_paper_fact(said) -> None:
    assert said(
        "missing-paper-fact",
        ("docs/data/paper.yml", "  - family: Quill\n    given: Tobias", "  - given: Tobias"),
    ) == [
        "docs/data/paper.yml:2: missing-paper-fact: the author 'Tobias' has no family name. Add `family:`."
    ]
    assert said("missing-paper-fact", ("docs/data/paper.yml", "  version: 1.2.0\n", "")) == [
        "docs/data/paper.yml:2: missing-paper-fact: 'edition.version' is not given. Add `version:`."
    ]
