"""In: ISO dates and other words. Out: dates as readers expect them; other words as they are."""

from __future__ import annotations

import pytest

from edition.language.dates import readable_date


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2024-04-12", "12 April 2024"),
        ("2024-04-01", "1 April 2024"),
        ("2024-12", "December 2024"),
        ("1911", "1911"),
        ("2024-02-29", "29 February 2024"),
        ("2023-02-29", "2023-02-29"),
        ("2024-13", "2024-13"),
        ("2024-00", "2024-00"),
        ("0000", "0000"),
        ("2024-4-1", "2024-4-1"),
        ("2019/2021", "2019/2021"),
        ("spring", "spring"),
        ("", ""),
    ],
)
def test_dates_are_as_precise_as_known(iso: str, words: str) -> None:
    assert readable_date(iso).replace("\u00a0", " ") == words


def test_a_date_does_not_break_over_a_line() -> None:
    assert readable_date("2024-04-12") == "12\u00a0April\u00a02024"
