"""ISO dates and other words: how precise they are, and how a reader sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.language.dates import Moment, readable_date


@pytest.mark.parametrize(
    "text",
    "2023-02-29|2024-13|2024-00|0000|9999|851|2024-4-1|2019/2021|spring|March 1851|１７８８||"
    "1911-11-04T24:00|1911-11-04T16|1911-11-04T16:14+8|1911-11-04T16:14+25:00|"
    "1911-11-04+08:00".split("|"),
)
def test_what_is_no_date_stays_as_it_is(text: str) -> None:
    assert (Moment(text).parts, Moment(text).precision, readable_date(text)) == ((), "", text)


@given(st.text(alphabet="0123456789-T:", max_size=20))
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert len(Moment(text).parts) in (0, 1, 2, 3, 5)
    assert readable_date(text) or not text
