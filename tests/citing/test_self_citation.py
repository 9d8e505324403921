"""Whom citations name: the contributors to a restatement, the authors of their own paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.book.contents import make_book
from edition.book.plain_text import book_text
from edition.citing.formatter import Formatter
from edition.citing.self_citation import page_item, page_voice, restatement_of, voice
from edition.exports.llms import llms_txt
from edition.exports.page_json import page_twin
from edition.model import Edition, Paper
from edition.model.paper import Author, EditionFacts
from edition.site.context import Context, PageView
from edition.site.json_ld import json_ld
from edition.site.title_page import page_head
from repository import edit

WREN, QUILL = Author("Wren", "Isolde"), Author("Quill", "Tobias")
STONE = "towers/stone.md"
WORDS = ("this edition’s words", "restate", "restatement", "Readers of the Outer Isles")
"""What is said of a restatement alone."""


def paper(*authors: Author, year: str = "", restates: bool = True) -> Paper:
    facts = EditionFacts(restates=restates)
    return Paper(title="Lamps", authors=list(authors), year=year, edition=facts)


@pytest.fixture
def own_text(overlay: Callable[..., Path], edition: Callable[[Path], Edition]) -> Edition:
    """The made-up paper, published in its authors' own words."""
    root = overlay({})
    edit(root, ("docs/data/paper.yml", "edition:\n", "edition:\n  restates: false\n"))
    return edition(root)


def test_the_head_says_whose_account_it_is_and_of_when():
    for given, sentence in (
        (paper(WREN, QUILL, year="1931-04"), "What Wren and Quill wrote in 1931"),
        (paper(WREN, QUILL, WREN, QUILL), "What Wren and others wrote"),
        (paper(year="1931"), "What the authors wrote in 1931"),
        (paper(year="1931-13"), "What the authors wrote"),
    ):
        assert voice(given) == f"{sentence}, in this edition’s words."
    own = paper(WREN, year="1931", restates=False)
    assert voice(own) == "This is the paper itself, written by Wren in 1931."
    assert voice(paper(restates=False)) == "This is the paper itself."


def test_what_is_restated_is_named_with_its_year_and_authors():
    assert restatement_of(paper(WREN, QUILL, year="1931")) == (
        "restatement of “Lamps” (1931) by Isolde Wren and Tobias Quill"
    )
    assert restatement_of(paper()) == "restatement of “Lamps”"
    assert restatement_of(paper(WREN, restates=False)) == ""


def test_every_page_of_a_restatement_is_the_contributors(made_up):
    for page in made_up.pages:
        item = page_item(made_up, page)
        assert item["author"] == [{"literal": "Readers of the Outer Isles"}]
        assert ("genre" in item) == bool(page.section or not page.address), page.path


def test_an_edition_without_contributors_has_no_author(overlay, edition):
    facts = "title: Lamps\nauthors: [{family: Wren}]\nedition: {title: Lamps, version: 1.0.0}\n"
    anonymous = edition(overlay({"docs/data/paper.yml": facts}))
    assert "author" not in page_item(anonymous, anonymous.by_path[STONE])


def test_a_text_of_its_authors_own_is_cited_as_theirs(own_text):
    item = page_item(own_text, own_text.by_path[STONE])
    assert [name["family"] for name in item["author"]] == ["Wren", "Quill", "Moss"]
    assert "genre" not in item
    assert page_item(own_text, own_text.by_path["references.md"])["author"] == [
        {"literal": "Readers of the Outer Isles"}
    ]


def test_a_text_of_its_authors_own_is_nowhere_said_to_be_a_restatement(own_text):
    page = own_text.by_path[STONE]
    book = make_book(own_text, Formatter(own_text.bibliography))
    about = book.chapters[0].body.text_content()
    title = book_text(book).decode().partition("About this edition")[0]
    said = {
        "head": str(page_head(PageView(Context(own_text), page))),
        "book": title + about,
        "llms": llms_txt(own_text).decode(),
        "data": page_twin(own_text, page).decode(),
        "json-ld": json_ld(own_text, page),
    }
    for place, text in said.items():
        assert not [word for word in WORDS if word in text], place
    for place in ("head", "book", "llms", "data"):
        words = " ".join(said[place].split())
        assert "This is the paper itself, written by Wren, Quill and Moss in 1931." in words
    assert '"exampleOfWork"' in said["json-ld"]
    assert '"isBasedOn"' not in said["json-ld"]


def test_only_pages_that_tell_the_paper_say_whose_account_it_is(made_up):
    said = {page.path for page in made_up.pages if page_voice(made_up, page)}
    assert {"index.md", STONE} <= said
    assert not said & {"towers/index.md", "references.md", "about/index.md"}
