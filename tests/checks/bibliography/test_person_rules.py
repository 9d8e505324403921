"""The exact messages of the rules for names."""

from __future__ import annotations

import pytest
from pybtex.database import Person

from edition.checks.bibliography.name_order import family_first


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
def test_only_what_leaves_no_doubt_is_put_in_order(name, expected):
    assert family_first(name) == expected
    if expected:
        assert Person(name) == Person(expected)
