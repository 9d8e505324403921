"""In: the edition. Out: the book in each of its forms, made once and kept by content in .cache/: setting it takes the longest of all."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import cached_property

from ...model import Edition
from ...model.kept import FOLDER, code_digest, digest, keep
from .chapter import Book
from .contents import make_book
from .epub import book_epub
from .pdf import book_pdf
from .plain_text import book_text


class _Source:
    """An edition to be set, with the digest of all that it says."""

    def __init__(self, edition: Edition) -> None:
        self.edition = weakref.ref(edition)
        self.digest = digest(code_digest(), edition.digest)

    @cached_property
    def book(self) -> Book:
        return make_book(self.edition())


_last: list[_Source] = []


def _source(edition: Edition) -> _Source:
    if not _last or _last[0].edition() is not edition:
        _last[:] = [_Source(edition)]
    return _last[0]


def book_of(edition: Edition) -> Book:
    """The book that the three forms of one edition share."""
    return _source(edition).book


def _file(edition: Edition, name: str, write: Callable[[Book], bytes]) -> bytes:
    """The bytes of a form of the book."""
    source = _source(edition)
    return keep(edition.project.root / FOLDER / "book" / name, source.digest, lambda: write(source.book))


def epub_file(edition: Edition) -> bytes:
    """For a reading device."""
    return _file(edition, "edition.epub", book_epub)


def pdf_file(edition: Edition) -> bytes:
    """To be printed, or read on a screen."""
    return _file(edition, "edition.pdf", book_pdf)


def text_file(edition: Edition) -> bytes:
    """For a reader, a search or a program that wants nothing but text."""
    return _file(edition, "edition.txt", book_text)
