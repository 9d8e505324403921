"""The three files are made of one book, and its PDF is set in type once."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import current_thread

import pytest

from edition.book import pdf
from edition.book.book_files import BookFiles
from edition.book.pdf import Pdf
from edition.cache import Cache
from edition.citing.formatter import Formatter
from edition.model import Edition


@pytest.fixture
def files(made_up: Edition, tmp_path: Path) -> Callable[[], BookFiles]:
    """The files of a new build, with the cache of the builds before."""
    return lambda: BookFiles(made_up, Formatter(made_up.bibliography), Cache(tmp_path))


def test_a_pdf_is_made_again_only_where_its_inputs_have_changed(files, monkeypatch):
    made = []
    monkeypatch.setattr(pdf, "compile_pdf", lambda *inputs: made.append(inputs) or Pdf(b"p", "灯"))
    for versions, count in (["typst 1"], 1), (["typst 1"], 1), (["typst 99"], 2):
        monkeypatch.setattr(pdf, "versions", lambda versions=versions: versions)
        build = files()
        assert (build.pdf(), build.unprinted) == (b"p", "灯")
        assert len(made) == count


def test_a_pdf_made_in_the_background_is_waited_for(files, monkeypatch):
    monkeypatch.setattr(pdf, "cached_pdf", lambda *_: Pdf(current_thread().name.encode()))
    build = files()
    with ThreadPoolExecutor(1, "beside") as executor:
        build.start_pdf(executor)
        assert build.pdf().startswith(b"beside")


def test_the_book_is_made_once(files):
    build = files()
    book = build.book
    assert build.text().startswith(book.paper.title.encode()[:20])
    assert build.epub().startswith(b"PK")
    assert build.book is book
