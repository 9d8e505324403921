"""The book as the three files that the site offers."""

from __future__ import annotations

from functools import cached_property

from edition.book.chapter import Book
from edition.book.contents import make_book
from edition.book.epub import book_epub
from edition.book.pdf import compile_pdf, versions
from edition.book.plain_text import book_text
from edition.book.typst_markup import typst_source
from edition.cache import Cache, fingerprint
from edition.citing.formatter import Formatter
from edition.model import Edition


class BookFiles:
    """Writes PDF, EPUB and plain text from one Book, which is made when the first is asked for.

    One for each build. It takes the formatter that the pages use, so that no entry is formatted
    twice. Typst takes longer than all else here, so its PDF is cached on disk.
    """

    def __init__(self, edition: Edition, formatter: Formatter, cache: Cache) -> None:
        self._edition = edition
        self._formatter = formatter
        self._cache = cache

    @cached_property
    def book(self) -> Book:
        return make_book(self._edition, self._formatter)

    def pdf(self) -> bytes:
        """To be printed (A5, or two pages on a sheet of A4), or read on a screen."""
        source, day = typst_source(self.book), self.book.day
        inputs = fingerprint(source, str(day), *versions())
        data = self._cache.get("edition.pdf", inputs)
        if data is None:
            data = compile_pdf(source, day)
            self._cache.set("edition.pdf", inputs, data)
        return data

    def epub(self) -> bytes:
        """For a reading device."""
        return book_epub(self.book)

    def text(self) -> bytes:
        """For a reader, a search or a program that wants nothing but text."""
        return book_text(self.book)
