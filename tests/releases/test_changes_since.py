"""In: the words of a paragraph before and after. Out: what was taken out and what was set in, and as much around it as a reader needs."""

from __future__ import annotations

import pytest

from edition.releases.changes_since import marked_words
from edition.releases.html import to_file, to_folder


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        (
            "In Orrin, and out",
            "In Orrin and out",
            [("=", "In Orrin"), ("-", ", "), ("=", "and out")],
        ),
        ("", "All new", [("+", "All new")]),
        (
            "a b c d e f g h i j k",
            "a b c d e f g h i j l",
            [("=", "… e f g h i j "), ("-", "k"), ("+", "l")],
        ),
    ],
)
def test_the_words_that_changed(before: str, after: str, wanted: list[tuple[str, str]]) -> None:
    assert marked_words(before, after) == wanted


@pytest.mark.parametrize(
    ("folder", "file"),
    [
        ("./", "./index.html"),
        ("../stone/#p1", "../stone/index.html#p1"),
        ("../a.pdf", "../a.pdf"),
        ("#p1", "#p1"),
        ("../", "../index.html"),
    ],
)
def test_an_address_of_a_folder_and_of_its_file(folder: str, file: str) -> None:
    assert to_file(folder) == file
    assert to_folder(file) == folder


def test_what_a_generator_writes_for_a_parent_folder() -> None:
    assert [to_file(".."), to_file("."), to_folder("index.html#a")] == [
        "../index.html",
        "./index.html",
        "./#a",
    ]
