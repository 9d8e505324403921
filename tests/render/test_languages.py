"""In: language names of biblatex. Out: their English names and tags."""

from __future__ import annotations

import pytest

from edition.model.language import KNOWN, language_name, language_tag


@pytest.mark.parametrize(
    ("langid", "name", "tag"),
    [("chinese", "Chinese", "zh-Hans"), ("urdu", "Urdu", "ur"), ("english", "English", "en"), ("American", "English", "en"), ("klingon", "", ""), ("", "", "")],
)
def test_languages_have_a_name_and_a_tag(langid: str, name: str, tag: str) -> None:
    assert (language_name(langid), language_tag(langid)) == (name, tag)


def test_every_known_language_has_both() -> None:
    assert all(language_name(langid) and language_tag(langid) for langid in KNOWN)
