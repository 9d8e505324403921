"""ISO dates and other words: how precise they are, and how a reader sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.language.dates import Moment, readable_date


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-04-12", "12 April 2024"),
        ("2024-04-01", "1 April 2024"),
        ("2024-12", "December 2024"),
        ("1911", "1911"),
        ("2024-02-29", "29 February 2024"),
        ("2024-22", "Summer 2024"),
    ],
)
def test_dates_are_as_precise_as_known_and_do_not_break_over_a_line(iso: str, words: str) -> None:
    assert readable_date(iso) == words.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    "text",
    "2023-02-29|2024-13|2024-00|0000|9999|851|2024-4-1|2019/2021|spring|March 1851|１７８８||"
    "1911-11-04T24:00|1911-11-04T16|1911-11-04T16:14+8|1911-11-04T16:14+25:00|"
    "1911-11-04+08:00".split("|"),
)
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert (Moment(text).parts, Moment(text).precision, readable_date(text)) == ((), "", text)


@pytest.mark.parametrize(
    ("iso", "parts"),
    [
        ("1788", (1788,)),
        ("1851-03", (1851, 3)),
        ("2024-02-29", (2024, 2, 29)),
        ("1911-11-04T16:14", (1911, 11, 4, 16, 14)),
        ("1911-11-04T16:14Z", (1911, 11, 4, 16, 14)),
        ("1911-11-04T16:14+08:00", (1911, 11, 4, 16, 14)),
    ],
)
def test_a_moment_is_as_precise_as_it_is_written(iso: str, parts: tuple[int, ...]) -> None:
    assert Moment(iso).parts == parts


@given(st.text(alphabet="0123456789-T:", max_size=20))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert len(Moment(text).parts) in (0, 1, 2, 3, 5)
    assert readable_date(text) or not text


@pytest.mark.parametrize(
    ("iso", "zone"),
    [
        ("1911-11-04T16:14", ""),
        ("1911-11-04", ""),
        ("1911-11-04T16:14Z", "UTC"),
        ("1911-11-04T16:14+00:00", "UTC"),
        ("1911-11-04T16:14+08:00", "UTC+8"),
        ("1911-11-04T16:14+05:30", "UTC+5:30"),
        ("1911-11-04T16:14-03:30", "UTC−3:30"),
        ("May", ""),
    ],
)
def test_a_time_has_a_zone_where_it_is_written(iso: str, zone: str) -> None:
    assert Moment(iso).zone == zone
