"""What the styles make of items that they are known to trip over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from edition.cache import Cache
from edition.citing.citeproc import Request, format_items
from edition.citing.csl_item import CslItem, CslName
from edition.citing.styled_citations import InStyles, StyledCitations
from edition.citing.styles import STYLES

FOUR: list[CslName] = [
    {"family": family, "given": "Ada"} for family in ("Brine", "Tarn", "Osk", "Veyra")
]
ENGLISH: CslItem = {
    "id": "en",
    "type": "webpage",
    "title": "The Lamp",
    "author": FOUR,
    "language": "en",
    "issued": {"date-parts": [[2018, 5, 4]]},
    "accessed": {"date-parts": [[2024, 2, 3]]},
    "URL": "https://a.example/b",
}
CHINESE = ENGLISH | {"id": "zh", "original-title": "灯", "language": "zh-Hans"}
ONE: CslItem = {
    "id": "one",
    "type": "book",
    "title": "One",
    "author": FOUR[:1],
    "issued": {"date-parts": [[2018]]},
}
TWO = ONE | {"id": "two", "title": "Two"}
ITEMS = (CHINESE, ENGLISH, ONE, TWO)


@pytest.fixture(scope="module")
def formatted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, InStyles]]:
    """What each style makes of the items, by the item's id."""
    styled = StyledCitations(Cache(tmp_path_factory.mktemp("project")))
    styled.start(map(Request, ITEMS))
    yield {item["id"]: styled.get(Request(item)) for item in ITEMS}


@pytest.mark.parametrize(
    ("id", "reference"),
    [
        (
            "zh",
            "BRINE A, TARN A, OSK A, 等. 灯[EB/OL]. (2018-05-04)[2024-02-03]. https://a.example/b.",
        ),
        (
            "en",
            "BRINE A, TARN A, OSK A, et al. The Lamp[EB/OL]. (2018-05-04)[2024-02-03]. https://a.example/b.",
        ),
    ],
)
def test_gb_t_7714_says_et_al_in_the_language_of_the_work(formatted, id, reference):
    assert formatted[id]["gb-t-7714"].reference == reference


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.id)
def test_two_works_of_one_author_and_year_do_not_change_each_other(formatted, style):
    for id in ("one", "two"):
        reference, citation = formatted[id][style.id]
        assert "2018a" not in reference + citation
        assert "2018b" not in reference + citation
        assert "———" not in reference


def test_given_names_are_whole_where_the_style_wants_them(formatted):
    assert formatted["one"]["mla"].citation == "(Brine)"
    assert formatted["one"]["chicago-notes"] == (
        "Brine, Ada. <em>One</em>. 2018.",
        "Ada Brine, <em>One</em> (2018).",
    )


@pytest.mark.parametrize("style", ["ieee", "gb-t-7714"])
def test_a_number_of_the_citing_text_is_not_printed(formatted, style):
    assert formatted["zh"][style].citation == ""


def test_a_locator_after_such_a_number_is_printed():
    assert format_items([Request(ENGLISH, "para. 3")], "ieee", "en-US")[0].citation == (
        "[n, Para. 3]"
    )


def test_markup_in_a_title_is_text():
    item = ONE | {"title": "Tide_Tables of [the] *Sound* @key & <script>", "language": "en"}
    reference = format_items([Request(item)], "apa", "en-US")[0].reference
    assert "<script>" not in reference
    assert "Tide_Tables of [the] *Sound* @key &amp;" in reference
    assert format_items([], "apa", "en-US") == []


def test_a_style_that_is_none_is_an_error(monkeypatch):
    monkeypatch.setattr("edition.citing.citeproc.style_text", lambda style: "<nothing/>")
    with pytest.raises(RuntimeError, match=r"^the citation processor failed in the style 'apa': ."):
        format_items([Request(ONE)], "apa", "en-US")


def test_the_processor_is_the_one_of_the_package():
    from edition.citing.citeproc import processor

    assert Path(processor()).parent.parts[-2:] == ("pypandoc", "files")
