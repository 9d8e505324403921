"""The title page where there are no notes, few authors or many; how it is is in
tests/golden/site.
"""

from __future__ import annotations

import pytest

from edition.site.front_page import home_title, several, titlepage


def test_the_title_for_search_engines_says_the_same(built):
    title = built.page("").findtext(".//title")
    assert title == "Lamps of Orrin: annotated edition of Wren, Quill and Moss (1931)"


def test_an_edition_without_notes_claims_none(view_of):
    paper = "title: Salt\nauthors:\n  - family: Brine\nedition:\n  restates: false\n"
    view = view_of("index.md", {"docs/data/paper.yml": paper})
    view.edition.notes.clear()
    html = titlepage(view)
    assert "A paper by Brine." in html
    assert "note" not in html.replace("notes.md", "") and "restated" not in html
    assert home_title(view.edition, "Salt") == "Salt: digital edition of Brine"


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ([], ""),
        (["Wren"], "Wren"),
        (["Wren", "Quill"], "Wren and Quill"),
        (["Wren", "Quill", "Moss"], "Wren, Quill and Moss"),
        (["Wren", "Quill", "Moss", "Grey", "Brine"], "Wren and others"),
    ],
)
def test_several_names_are_joined(names, words):
    assert several(names) == words
