"""The exact messages of the rules for dates."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"date": "2020-13-24"},
            "4: impossible-date: the date '2020-13-24' is not a date. Write it like '2024-06-15', '2024-06' or '2024'.",
        ),
        (
            {"urldate": "June 15, 2024"},
            "7: impossible-date: the urldate 'June 15, 2024' is not a date. Write it like '2024-06-15', '2024-06' or '2024'.",
        ),
        (
            {"year": "n.d."},
            "7: impossible-date: the year 'n.d.' is not a year. Write four digits, or leave it out if it is unknown.",
        ),
        (
            {"year": "1988-89"},
            "7: impossible-date: the year '1988-89' is not a year. Write `date = {1988/1989}`.",
        ),
        (
            {"year": "[In press]"},
            "7: impossible-date: the year '[In press]' is not a year. Write `pubstate = {inpress}`.",
        ),
        ({"month": "20--22 Jun"}, ""),
        ({"month": "July/August"}, ""),
        ({"date": "2004-04-25T14:34:00Z/2005-04-25T14:34"}, ""),
        ({"date": "2012-22/2013?"}, ""),
        ({"date": "-0380/.."}, ""),
        (
            {"month": "17"},
            "7: impossible-date: the month '17' is not a month. Write a number from 1 to 12.",
        ),
        (
            {"date": "2021-02-29"},
            "4: impossible-date: the date '2021-02-29' is not a date. Write it like '2024-06-15', '2024-06' or '2024'.",
        ),
    ],
)
def test_impossible_date(problems_of, fields, expected) -> None:
    assert problems_of("impossible-date", **fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"year": "2021"},
            "7: mixed-date: the year '2021' disagrees with the date '2020-05-04'. Correct whichever is wrong.",
        ),
        (
            {"month": "6"},
            "7: mixed-date: the month '6' disagrees with the date '2020-05-04'. Correct whichever is wrong.",
        ),
        ({"date": "2020", "month": "6"}, ""),
    ],
)
def test_mixed_date(problems_of, fields, expected) -> None:
    assert problems_of("mixed-date", **fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"urldate": "2020-05-03"},
            "7: access-before-publication: 'board2020lamps' was read on '2020-05-03', before its date '2020-05-04'. Correct whichever is wrong.",
        ),
        ({"urldate": "2020-05"}, ""),
        ({"urldate": "2020-05-03", "journal": "Annals"}, ""),
    ],
)
def test_access_before_publication(problems_of, fields, expected) -> None:
    assert problems_of("access-before-publication", **fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"url": "https://harbor.example/2020-05/05/lamps.html"},
            "4: date-against-address: the date '2020-05-04' is not that in the address, '2020-05-05'. Compare it with the page; correct the date or the address.",
        ),
        (
            {"url": "https://harbor.example/t20200412_1.html"},
            "4: date-against-address: the date '2020-05-04' is not that in the address, '2020-04-12'. Compare it with the page; correct the date or the address.",
        ),
        ({"url": "https://harbor.example/2020/0504/lamps.html"}, ""),
        (
            {"url": "https://harbor.example/201905/lamps.html"},
            "4: date-against-address: the date '2020-05-04' is not that in the address, '2019-05'. Compare it with the page; correct the date or the address.",
        ),
    ],
)
def test_date_against_address(problems_of, fields, expected) -> None:
    assert problems_of("date-against-address", **fields) == expected
