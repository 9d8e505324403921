"""In: items that styles are known to trip over. Out: what the edition's styles make of them, and a cache that is never believed blindly."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from edition.citing import styles as csl_styles
from edition.citing.citeproc import Formatted, Request, format_items
from edition.citing.styles import STYLES, format_in_styles, kept_in_styles

FOUR = [{"family": family, "given": "Ada"} for family in ("Brine", "Tarn", "Osk", "Veyra")]
DATED = {
    "issued": {"date-parts": [[2018, 5, 4]]},
    "accessed": {"date-parts": [[2024, 2, 3]]},
    "URL": "https://a.example/b",
}
CHINESE = {
    "id": "zh",
    "type": "webpage",
    "title": "The Lamp",
    "original-title": "灯",
    "author": FOUR,
    "language": "zh-Hans",
    **DATED,
}
ENGLISH = {
    "id": "en",
    "type": "webpage",
    "title": "The Lamp",
    "author": FOUR,
    "language": "en",
    **DATED,
}


@pytest.fixture(scope="module")
def formatted(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Formatted]]:
    twins = [
        {
            "id": id,
            "type": "book",
            "title": title,
            "author": FOUR[:1],
            "issued": {"date-parts": [[2018]]},
        }
        for id, title in (("a", "One"), ("b", "Two"))
    ]
    return format_in_styles(
        [Request(CHINESE), Request(ENGLISH), *(Request(twin) for twin in twins)],
        tmp_path_factory.mktemp("cache"),
    )


def test_gb_t_7714_says_et_al_in_the_language_of_the_work(
    formatted: list[dict[str, Formatted]],
) -> None:
    chinese, english = formatted[0]["gb-t-7714"].reference, formatted[1]["gb-t-7714"].reference
    assert (
        chinese
        == "BRINE A, TARN A, OSK A, 等. 灯[EB/OL]. (2018-05-04)[2024-02-03]. https://a.example/b."
    )
    assert (
        english
        == "BRINE A, TARN A, OSK A, et al. The Lamp[EB/OL]. (2018-05-04)[2024-02-03]. https://a.example/b."
    )


def test_two_works_of_one_author_and_year_do_not_color_each_other(
    formatted: list[dict[str, Formatted]],
) -> None:
    for style in STYLES:
        for work in formatted[2:]:
            assert "2018a" not in work[style.id].reference + work[style.id].citation
            assert "———" not in work[style.id].reference
    assert [formatted[2]["mla"].citation, formatted[3]["mla"].citation] == ["(Brine)", "(Brine)"]


def test_given_names_are_whole_where_the_style_wants_them(
    formatted: list[dict[str, Formatted]],
) -> None:
    assert formatted[2]["chicago-notes"].reference.startswith("Brine, Ada. <em>One</em>.")
    assert formatted[2]["chicago-notes"].citation == "Ada Brine, <em>One</em> (2018)."


def test_a_number_of_the_citing_text_is_not_printed(formatted: list[dict[str, Formatted]]) -> None:
    assert formatted[0]["ieee"].citation == ""
    assert formatted[0]["gb-t-7714"].citation == ""
    assert (
        format_items([Request(ENGLISH, "para. 3")], "ieee", "en-US")[0].citation == "[n, Para. 3]"
    )


def test_markup_in_a_title_is_text() -> None:
    item = {
        "id": "x",
        "type": "book",
        "title": "Tide_Tables of [the] *Sound* @key & <script>",
        "language": "en",
    }
    reference = format_items([Request(item)], "apa", "en-US")[0].reference
    assert "<script>" not in reference
    assert "Tide_Tables of [the] *Sound* @key &amp;" in reference


@pytest.fixture(autouse=True)
def _processing_is_told_anew() -> Iterator[None]:
    csl_styles._processing.cache_clear()
    yield
    csl_styles._processing.cache_clear()


def _spy(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    runs: list[int] = []

    def counted(requests: list[Request], style: str, locale: str) -> list[Formatted]:
        runs.append(len(requests))
        return [Formatted(f"{request.item['title']} {style}", "") for request in requests]

    monkeypatch.setattr(csl_styles, "format_items", counted)
    return runs


def test_what_was_formatted_is_not_formatted_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    runs = _spy(monkeypatch)
    first = format_in_styles([Request(ENGLISH)], tmp_path)
    assert runs == [1] * len(STYLES)
    assert format_in_styles([Request(ENGLISH)], tmp_path) == first
    assert len(runs) == len(STYLES)
    assert format_in_styles([Request(ENGLISH | {"title": "Other"})], tmp_path) != first


@pytest.mark.parametrize("content", [b"", b"{", b"SQLite format 3\x00" * 99, b"null", b"\x00"])
def test_a_spoilt_cache_is_not_believed(
    content: bytes, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _spy(monkeypatch)
    first = format_in_styles([Request(ENGLISH)], tmp_path)
    (tmp_path / csl_styles.FOLDER / "sources.db").write_bytes(content)
    assert format_in_styles([Request(ENGLISH)], tmp_path) == first


def test_another_processor_or_style_makes_everything_new(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    runs = _spy(monkeypatch)
    format_in_styles([Request(ENGLISH)], tmp_path)
    monkeypatch.setattr(csl_styles, "processor_version", lambda: "another")
    csl_styles._processing.cache_clear()
    format_in_styles([Request(ENGLISH)], tmp_path)
    assert len(runs) == 2 * len(STYLES)


def test_the_cache_keeps_only_what_is_used(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    _spy(monkeypatch)
    format_in_styles([Request(ENGLISH)], tmp_path)
    format_in_styles([Request(CHINESE)], tmp_path)
    assert [
        kept is None
        for kept in kept_in_styles([Request(ENGLISH), Request(CHINESE)], tmp_path, "sources")
    ] == [True, False]
