"""Both editions as books, each made once."""

from __future__ import annotations

import pytest

from edition.book.chapter import Book
from edition.book.contents import make_book
from edition.citing.formatter import Formatter
from edition.model import Edition


@pytest.fixture(scope="session")
def book(made_up: Edition) -> Book:
    return make_book(made_up, Formatter(made_up.bibliography))


@pytest.fixture(scope="session")
def real_book(real: Edition) -> Book:
    return make_book(real, Formatter(real.bibliography))


@pytest.fixture(params=["made_up", "real"])
def either(request: pytest.FixtureRequest) -> tuple[Edition, Book]:
    """An edition and its book."""
    name = "book" if request.param == "made_up" else "real_book"
    return request.getfixturevalue(request.param), request.getfixturevalue(name)
