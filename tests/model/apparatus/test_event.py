"""In: dates as a timeline may have them. Out: the parts and the precision that are known, and the made-up events."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.model import Edition, Moment


@pytest.mark.parametrize(
    ("iso", "parts", "precision"),
    [
        ("1788", (1788,), "year"),
        ("1851-03", (1851, 3), "month"),
        ("2024-02-29", (2024, 2, 29), "day"),
        ("1911-11-04T16:14", (1911, 11, 4, 16, 14), "minute"),
        ("2023-02-29", (), ""),
        ("1851-13", (), ""),
        ("1911-11-04T24:00", (), ""),
        ("0000", (), ""),
        ("9999", (), ""),
        ("851", (), ""),
        ("1911-11-04T16", (), ""),
        ("1911-11-04T16:14Z", (), ""),
        ("１７８８", (), ""),
        ("March 1851", (), ""),
        ("", (), ""),
    ],
)
def test_a_moment_is_as_precise_as_it_is_written(
    iso: str, parts: tuple[int, ...], precision: str
) -> None:
    assert (Moment(iso).parts, Moment(iso).precision) == (parts, precision)


@given(st.text(max_size=20))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert len(Moment(text).parts) in (0, 1, 2, 3, 5)


def test_the_made_up_events(made_up: Edition) -> None:
    assert [(event.id, event.date.iso, event.date.precision) for event in made_up.timeline] == [
        ("first-lamp", "1788", "year"),
        ("songs", "1820", "year"),
        ("treaty", "1849", "year"),
        ("union", "1851-03", "month"),
        ("rules", "1911", "year"),
        ("last-verse", "1911-11-04T16:14", "minute"),
        ("last-song", "1930-02-01", "day"),
    ]
    first, songs, treaty = made_up.timeline[:3]
    assert (first.page, first.paragraph, first.citations, first.note, first.until) == (
        "towers/stone.md",
        "p1",
        (1,),
        None,
        None,
    )
    assert songs.until == Moment("1845")
    assert (treaty.note, treaty.corrected, treaty.kind) == (15, Moment("1848-06-02"), "diplomacy")
