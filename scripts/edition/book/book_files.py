"""The book as the three files that the site offers."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future
from functools import cached_property
from typing import TYPE_CHECKING

from edition.book.chapter import Book
from edition.book.contents import make_book
from edition.book.epub import book_epub
from edition.book.plain_text import book_text
from edition.book.typst_markup import typst_source
from edition.cache import Cache
from edition.citing.formatter import Formatter
from edition.model import Edition

if TYPE_CHECKING:
    from edition.book.pdf import Pdf

PDF = "downloads/edition.pdf"
EPUB = "downloads/edition.epub"
TEXT = "downloads/edition.txt"
"""Where the files stand below the site's root."""


class BookFiles:
    """Writes PDF, EPUB and plain text from one Book, which is made when the first is asked for.

    One for each build. It takes the formatter that the pages use, so that no entry is formatted
    twice. Typst takes longer than all else here: its PDF is cached on disk, and can be made in the
    background. Its modules are lazy imports, for which no page of a preview waits.
    """

    def __init__(self, edition: Edition, formatter: Formatter, cache: Cache) -> None:
        self._edition = edition
        self._formatter = formatter
        self._cache = cache
        self._job: Future[Pdf] | None = None

    def files(self) -> dict[str, Callable[[], bytes]]:
        """What makes each of the three files, by its path."""
        return {PDF: self.pdf, EPUB: self.epub, TEXT: self.text}

    @cached_property
    def book(self) -> Book:
        return make_book(self._edition, self._formatter)

    def _make_pdf(self, source: str) -> Pdf:
        from edition.book.pdf import cached_pdf

        return cached_pdf(self._cache, source, self.book.day, self.book.pictures)

    def start_pdf(self, executor: Executor) -> None:
        """Begin to make the PDF in another thread, unless it is cached.

        Typst releases the interpreter's lock while it sets the pages.
        """
        self._job = executor.submit(self._make_pdf, typst_source(self.book))

    @cached_property
    def _pdf(self) -> Pdf:
        return self._job.result() if self._job else self._make_pdf(typst_source(self.book))

    def pdf(self) -> bytes:
        """To be printed (A5, or two pages on a sheet of A4), or read on a screen."""
        return self._pdf.data

    @property
    def unprinted(self) -> str:
        """A character of each script that the PDF gives by numbers, since no font has it."""
        return self._pdf.unprinted

    def epub(self) -> bytes:
        """For a reading device."""
        return book_epub(self.book)

    def text(self) -> bytes:
        """For a reader, a search or a program that wants nothing but text."""
        return book_text(self.book)
