"""Lines are short, citations and notes are in full, and a wide character counts as two columns."""

from __future__ import annotations

from edition.book.plain_text import WIDTH, body_blocks, book_text, columns, wrap
from edition.language.html_fragment import parse_fragment


def test_no_line_but_an_address_is_longer_than_the_page(either):
    lines = book_text(either[1]).decode().split("\n")
    assert [line for line in lines if columns(line) > WIDTH and "://" not in line] == []


def test_the_text_of_the_made_up_paper(book, golden):
    golden("book/edition.txt", book_text(book))


def test_every_note_stands_under_its_mark(real, real_book):
    text = book_text(real_book).decode()
    assert all(text.count(f"\n[{note.anchor}] ") == 1 for note in real.notes)


def test_chinese_is_broken_between_characters_but_not_before_a_stop():
    lines = wrap("灯" * (WIDTH // 2) + "。")
    assert lines == "灯" * (WIDTH // 2 - 1) + "\n灯。"


def test_a_raised_number_is_told_from_the_one_before():
    body = parse_fragment("2<sup>10</sup>, H<sub>2</sub>O, the 2<sup>nd</sup>")
    assert list(body_blocks(body)) == ["2^10, H2O, the 2nd"]
