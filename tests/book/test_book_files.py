"""The three files are made of one book, and its PDF is set in type once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from edition.book import pdf
from edition.book.book_files import BookFiles
from edition.book.pdf import Pdf
from edition.cache import Cache
from edition.citing.formatter import Formatter
from edition.model import Edition


def test_a_pdf_is_made_again_only_where_its_inputs_have_changed(
    made_up: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    monkeypatch.setattr(pdf, "compile_pdf", lambda *inputs: made.append(inputs) or Pdf(b"pdf"))
    cache, formatter = Cache(tmp_path), Formatter(made_up.bibliography)
    assert [BookFiles(made_up, formatter, cache).pdf() for _ in range(2)] == [b"pdf", b"pdf"]
    assert len(made) == 1
    monkeypatch.setattr(pdf, "versions", lambda: ["typst 99"])
    BookFiles(made_up, formatter, cache).pdf()
    assert len(made) == 2


def test_a_pdf_made_in_the_background_is_not_made_again(
    made_up: Edition, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = []
    monkeypatch.setattr(pdf, "compile_pdf", lambda *inputs: made.append(inputs) or Pdf(b"pdf"))
    cache, formatter = Cache(tmp_path), Formatter(made_up.bibliography)
    with ThreadPoolExecutor(1) as executor:
        for _ in range(2):
            files = BookFiles(made_up, formatter, cache)
            files.start_pdf(executor)
            assert files.pdf() == b"pdf"
    assert len(made) == 1


def test_the_book_is_made_once(made_up: Edition, tmp_path: Path) -> None:
    files = BookFiles(made_up, Formatter(made_up.bibliography), Cache(tmp_path))
    book = files.book
    assert files.text().startswith(book.paper.title.encode()[:20])
    assert files.epub().startswith(b"PK")
    assert files.book is book
