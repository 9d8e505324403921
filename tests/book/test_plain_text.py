"""In: the book as plain text. Out: whether lines are short, citations and notes in full, and wide characters counted as two."""

from __future__ import annotations

import pytest

from edition.book import edition_text
from edition.book.plain_text import WIDTH, columns, wrap
from edition.model import Edition


@pytest.mark.parametrize("name", ["made_up", "real"])
def test_no_line_but_an_address_is_longer_than_the_page(
    name: str, request: pytest.FixtureRequest
) -> None:
    lines = edition_text(request.getfixturevalue(name)).decode().split("\n")
    assert [line for line in lines if columns(line) > WIDTH and "://" not in line] == []


def test_paragraphs_citations_and_references_stand_in_it(made_up: Edition) -> None:
    text = edition_text(made_up).decode()
    assert "\n¶1 The first tower on Gull Rock was lit in 1788, on the king’s orders.[1]\n" in text
    numbers = " ".join(
        f"[{number}]"
        for number in next(
            work for work in made_up.bibliography if work.title.startswith("Wicks")
        ).numbers
    )
    assert f"\n{numbers} van der Holm, Ludwig; Brine, Tove. Wicks, Wind and Weather." in text
    assert "不眠的灯" in text
    assert "https://www.bluebay.example/2018/05/04/lamp_1.html" in text


def test_every_note_stands_under_its_mark(real: Edition) -> None:
    text = edition_text(real).decode()
    assert all(text.count(f"\n[{note.anchor}] ") == 1 for note in real.notes)


def test_the_same_sources_make_the_same_bytes(made_up: Edition) -> None:
    assert edition_text(made_up) == edition_text(made_up)


def test_chinese_is_broken_between_characters_but_not_before_a_stop() -> None:
    lines = wrap("灯" * (WIDTH // 2) + "。")
    assert lines == ["灯" * (WIDTH // 2 - 1), "灯。"]
