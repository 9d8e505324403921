"""What a result changes in what is known of an address."""

from __future__ import annotations

import pytest

from edition.checks.link_check import LinkResult, longest_unchecked, update_link_status
from edition.checks.link_check.result import result_of
from edition.model import LinkStatus

DAY = "2026-12-03"


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "https://a.b/\u202e",
        "https://a.b/ x",
        "https://a.b/" + "x" * 2000,
        "http://old.b/x",
        "http://old.b/x#there",
    ],
)
def test_only_another_plain_address_is_a_new_one(target):
    assert result_of("http://old.b/x", 200, [(301, target)], DAY) == LinkResult("alive", DAY, "200")


@pytest.mark.parametrize(
    ("before", "result", "after"),
    [
        (("", "", ""), ("alive", DAY), ("alive", DAY, DAY)),
        (("alive", "2026-11-26", "2026-11-26"), ("gone", DAY), ("gone", DAY, "2026-11-26")),
        (("gone", "2026-11-26", "2026-10-01"), ("alive", DAY), ("alive", DAY, DAY)),
        (("alive", DAY, DAY), ("gone", "2026-12-01"), ("alive", DAY, DAY)),
        (
            ("alive", "2026-11-26", "2026-11-26"),
            ("moved", DAY, "301", "https://c.d"),
            ("moved", DAY, "2026-11-26", "https://c.d"),
        ),
        (("refused", "2026-11-26"), None, ("refused", "2026-11-26")),
    ],
)
def test_a_result_updates_the_status(before, result, after):
    known = {"https://a.b": LinkStatus(*before), "https://unused": LinkStatus(*before)}
    results = {"https://a.b": LinkResult(*result)} if result else {}
    updated = update_link_status(known, results, ["https://a.b", "https://new.b"])
    assert updated == {"https://a.b": LinkStatus(*after)}


def test_the_longest_unchecked_come_first():
    known = {"a": LinkStatus("alive", "2026-12-02"), "b": LinkStatus("gone", "2026-12-01")}
    assert longest_unchecked(["a", "b", "c"], known, most=2) == ["c", "b"]
