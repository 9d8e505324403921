"""The exact messages of the rules for duplicates."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"url": "http://www.sella.example/"}, ""),
        (
            {"url": "http://archive.sella.example/roll/#top"},
            "5: same-address: 'board2020lamps' has the address of 'sellaarchive2020roll' (bib/editors.bib:11). Keep one entry, or connect the two by `related`.",
        ),
    ],
)
def test_same_address(problems_of, fields, expected) -> None:
    assert problems_of("same-address", **fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {
                "key": "archive2020roll",
                "author": "{Port Sella Archive}",
                "title": "{The Roll of Keepers}",
            },
            "1: same-work: 'archive2020roll' looks like 'sellaarchive2020roll' (bib/editors.bib:11): 'The Roll of Keepers'. Keep one entry, or connect the two by `related`.",
        ),
        (
            {
                "key": "archive2020roll",
                "author": "{Port Sella Archive}",
                "title": "{The Roll of Keepers}",
                "related": "sellaarchive2020roll",
            },
            "",
        ),
    ],
)
def test_same_work(problems_of, fields, expected) -> None:
    assert problems_of("same-work", **fields) == expected
