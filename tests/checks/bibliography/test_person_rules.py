"""The exact messages of the rules for names."""

from __future__ import annotations

import pytest
from pybtex.database import Person

from edition.checks.bibliography.name_order import family_first


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
            "2: name-form: 'Ada Brine' in author does not say which is the family name. Run `make format`, which writes 'Brine, Ada'.",
        ),
        (
            {"author": "Wang Huan"},
            "2: name-form: 'Wang Huan' in author does not say which is the family name. Write 'Family, Given', or braces around a name that has no parts.",
        ),
        ({"author": "Brine, A, Osk, M"}, ""),
    ],
)
def test_name_form(problems_of, fields, expected) -> None:
    assert problems_of("name-form", **fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"author": "Brine, A, Osk, M"},
            "2: unreadable-name: 'Brine, A, Osk, M' in author has 3 commas. Write 'and' between persons.",
        ),
        (
            {"author": "Brine, Ada and and Osk, Mira"},
            "2: unreadable-name: author has an empty name beside 'and Osk, Mira'. Look for an 'and' too many.",
        ),
    ],
)
def test_unreadable_name(problems_of, fields, expected) -> None:
    assert problems_of("unreadable-name", **fields) == expected


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
        ({"author": "Dou, Qi and Niu, Feng and Zapala, MA"}, ""),
        ({"author": "Ada, Brine"}, ""),
    ],
)
def test_swapped_names(problems_of, fields, expected) -> None:
    assert problems_of("swapped-names", **fields) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Ada Brine", "Brine, Ada"),
        ("A. M. Brine", "Brine, A. M."),
        ("J.-P. McKay", "McKay, J.-P."),
        ("Ludwig van der Holm", "van der Holm, Ludwig"),
        ("José Núñez", "Núñez, José"),
        ('J{\\"o}rg M{\\"u}ller', 'M{\\"u}ller, J{\\"o}rg'),
        (r"Lars {\O}rsted", r"{\O}rsted, Lars"),
        # A second given name, or a family name of two words.
        ("Gabriel Garcia Marquez", ""),
        # The family name may come first.
        ("Wang Huan", ""),
        ("Kim Lee", ""),
        ("Brine", ""),
        ("Astropy Collaboration", ""),
        ("The Brine", ""),
        ("R Core Team", ""),
        ("Ada {Brine}", ""),
        ("陈 明", ""),
    ],
)
def test_only_what_leaves_no_doubt_is_put_in_order(name: str, expected: str) -> None:
    assert family_first(name) == expected
    if expected:
        assert Person(name) == Person(expected)
