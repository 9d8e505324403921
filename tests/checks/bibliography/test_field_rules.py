"""The exact messages of the rules for fields."""

from __future__ import annotations

import pytest

from edition.checks.bibliography.field_rules import shared_language


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (["english", "english", ""], ["", "", "english"]),
        (["english", "french", ""], ["", "", ""]),
        (["english", "", ""], ["", "", ""]),
        (["english", "english", "", "", ""], ["", "", "", "", ""]),
    ],
)
def test_a_language_is_shared_by_all_that_name_one(languages, expected):
    entries = [{"title": "{Salt}", "langid": language} for language in languages]
    assert list(map(shared_language(entries), entries)) == expected


def test_a_title_in_other_letters_is_given_no_language():
    entries = [{"langid": "english"}, {"langid": "english"}, {"title": "{盐}"}]
    assert shared_language(entries)(entries[2]) == ""
