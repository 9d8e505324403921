"""In: files that were made before, and an edition that has changed since, or files that were damaged. Out: what is taken, and what is made anew."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from edition.exports.kept import keep_files
from edition.model import Edition

MADE = {"downloads/a.txt": b"one\n", "downloads/b.bin": b"\x00\xff two", "empty.txt": b""}


@pytest.fixture()
def made(lay, edition) -> Callable[..., bool]:
    """`made("a name")`: whether the files were made; they are always the right ones."""
    root = lay({})
    shutil.rmtree(root / ".cache", ignore_errors=True)

    def make(*said: str) -> bool:
        calls = []

        def work() -> dict[str, bytes]:
            calls.append(1)
            return MADE

        assert keep_files(Edition.load(root), "downloads", work, *said) == MADE
        return bool(calls)

    make.root = root
    return make


def test_files_are_made_once(made) -> None:
    assert [made("a name"), made("a name"), made("another name")] == [True, False, True]


def test_files_are_made_anew_when_the_edition_says_something_else(made) -> None:
    made()
    file = made.root / "docs/data/glossary.yml"
    file.write_text(file.read_text("utf-8").replace("a cabbage", "cabbages"), "utf-8")
    assert made()


@pytest.mark.parametrize("damage", [lambda kept: kept[:-1], lambda kept: b"", lambda kept: b"\xff\xfe", lambda kept: kept.replace(b"two", b"owt")])
def test_damaged_files_are_made_anew(made, damage) -> None:
    made()
    file = made.root / ".cache/downloads"
    file.write_bytes(damage(file.read_bytes()))
    assert [made(), made()] == [True, False]
