"""In: what stands in a bracket. Out: the parts that the model reads in it."""

from __future__ import annotations

import pytest

from edition.model.pages.citation import (
    Citation,
    is_cross_reference,
)
from edition.problem import Location


@pytest.mark.parametrize("key", ["fig:x", "tbl:a", "eq:1", "sec:two", "fig-map"])
def test_a_cross_reference_is_told_from_a_work(key: str) -> None:
    assert is_cross_reference(key)
    assert not is_cross_reference("figaro1784day")


def test_the_anchor_is_the_printed_number() -> None:
    place = Location("docs/a.md", 1)
    assert Citation("a", place, "a.md", 0, number=7).anchor == "cite-7"
    assert Citation("a", place, "a.md", 0).anchor == ""
