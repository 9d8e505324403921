"""In: the edition. Out: the book in each of its forms, which are written from one Book."""

from __future__ import annotations

import weakref

from edition.book.chapter import Book
from edition.book.contents import make_book
from edition.book.epub import book_epub
from edition.book.pdf import book_pdf
from edition.book.plain_text import book_text
from edition.model import Edition

_last: list[tuple[weakref.ref[Edition], Book]] = []


def _book_of(edition: Edition) -> Book:
    """The book that the three forms of one edition share."""
    if not _last or _last[0][0]() is not edition:
        _last[:] = [(weakref.ref(edition), make_book(edition))]
    return _last[0][1]


def epub_file(edition: Edition) -> bytes:
    """For a reading device."""
    return book_epub(_book_of(edition))


def pdf_file(edition: Edition) -> bytes:
    """To be printed, or read on a screen."""
    return book_pdf(_book_of(edition))


def text_file(edition: Edition) -> bytes:
    """For a reader, a search or a program that wants nothing but text."""
    return book_text(_book_of(edition))
