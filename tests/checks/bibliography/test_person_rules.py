"""The exact messages of the rules for names."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"author": "Ministry of Trade and Industry"},
            "2: body-split: 'Ministry of Trade' in author is a body and would be taken apart like a person's name. Write `author = {{…}}` with the whole name inside.",
        ),
        (
            {"author": "Authority, Harbor"},
            "2: body-split: 'Authority, Harbor' in author is a body and would be taken apart like a person's name. Write `author = {{…}}` with the whole name inside.",
        ),
    ],
)
def test_body_split(problems_of, fields, expected) -> None:
    assert problems_of("body-split", **fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"author": "Ada Brine"},
            "2: name-form: 'Ada Brine' in author does not say which is the family name. Write 'Family, Given', or braces around a name that has no parts.",
        ),
        (
            {"author": "Brine, A, Osk, M"},
            "2: name-form: 'Brine, A, Osk, M' in author has 3 commas. Write 'and' between persons.",
        ),
        (
            {"author": "Brine, Ada and and Osk, Mira"},
            "2: name-form: author has an empty name beside 'and Osk, Mira'. Look for an 'and' too many.",
        ),
    ],
)
def test_name_form(problems_of, fields, expected) -> None:
    assert problems_of("name-form", **fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"author": "Mingming, Chen"},
            "2: swapped-names: 'Mingming, Chen' in author seems to have the given name first. Write 'Chen, Mingming', or record it in docs/data/exceptions.yml if it is right.",
        ),
        (
            {"author": "明明, 陈"},
            "2: swapped-names: '明明, 陈' in author seems to have the given name first. Write '陈, 明明', or record it in docs/data/exceptions.yml if it is right.",
        ),
        ({"author": "Chen, Mingming"}, ""),
        ({"author": "Yi, Chen"}, ""),
        ({"author": "Ada, Brine"}, ""),
    ],
)
def test_swapped_names(problems_of, fields, expected) -> None:
    assert problems_of("swapped-names", **fields) == expected
