"""Lines are short, citations and notes are in full, and a wide character counts as two columns."""

from __future__ import annotations

import lxml.html

from edition.book.chapter import Book
from edition.book.plain_text import WIDTH, book_text, columns, words, wrap
from edition.model import Edition


def test_no_line_but_an_address_is_longer_than_the_page(either) -> None:
    lines = book_text(either[1]).decode().split("\n")
    assert [line for line in lines if columns(line) > WIDTH and "://" not in line] == []


def test_paragraphs_citations_and_references_stand_in_it(made_up: Edition, book: Book) -> None:
    text = book_text(book).decode()
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


def test_every_note_stands_under_its_mark(real: Edition, real_book: Book) -> None:
    text = book_text(real_book).decode()
    assert all(text.count(f"\n[{note.anchor}] ") == 1 for note in real.notes)


def test_chinese_is_broken_between_characters_but_not_before_a_stop() -> None:
    lines = wrap("灯" * (WIDTH // 2) + "。")
    assert lines == "灯" * (WIDTH // 2 - 1) + "\n灯。"


def test_a_raised_number_is_told_from_the_one_before() -> None:
    line = lxml.html.fragment_fromstring(
        "<p>2<sup>10</sup>, H<sub>2</sub>O, the 2<sup>nd</sup></p>"
    )
    assert words(line) == "2^10, H2O, the 2nd"
