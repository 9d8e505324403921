"""The first screen of the home page: what it is, who made it, why to trust it, and the ways on."""

from __future__ import annotations

import pytest
from lxml.html import HtmlElement

from edition.model import Edition
from edition.site.context import Context
from edition.site.front_page import home_title, several, titlepage


def said(element: HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def head(built) -> HtmlElement:
    return built.article("").find(".//header[@class='titlepage']")


def test_it_says_what_this_is_in_numbers_from_the_data(
    head: HtmlElement, built, made_up: Edition
) -> None:
    assert said(head.find("p[@class='kicker']")) == (
        "Annotated digital edition Version 1.2.0, 9 April 2025"
    )
    assert said(head.find("h1")) == "Lamps of Orrin"
    assert len(built.article("").findall(".//h1")) == 1
    notes, sources = len(made_up.notes), len(made_up.editors_references)
    assert notes > 1 and sources > 1
    assert said(head.find("p[@class='titlepage-lead']")) == (
        "A 1931 paper by Isolde Wren, Tobias Quill and Edda Moss, restated in plain English,"
        f" paragraph by paragraph. {notes} editorial notes check it against the public record,"
        f" drawing on {sources} further sources."
    )


def test_it_says_whose_the_argument_is_and_whose_the_wording(head: HtmlElement) -> None:
    voice = said(head.find("p[@class='titlepage-voice']"))
    assert voice.startswith(
        "This is not the paper itself: the argument is the authors’, the wording and the notes are"
        " the work of the edition’s contributors."
    )


def test_it_leads_to_the_text_the_notes_the_citation_and_the_pdf(head: HtmlElement) -> None:
    links = head.xpath("p[@class='titlepage-actions']/a")
    assert [(said(link), link.get("href")) for link in links] == [
        ("Start reading", "towers/"),
        ("Where the record differs", "notes/#filter-differs"),
        ("Cite", "#cite"),
        ("PDF", "downloads/edition.pdf"),
    ]


def test_the_paper_stands_below_with_its_authors(head: HtmlElement) -> None:
    paper = head.find("div[@class='titlepage-paper']")
    assert said(paper.find("p[@class='paper-title']")) == (
        "Lamps of Orrin: Keeping Lights on the Outer Isles"
    )
    assert [said(author) for author in paper.xpath(".//span[@class='author']")] == [
        "Isolde Wren first author",
        "Tobias Quill",
        "Edda Moss",
    ]
    assert [said(p) for p in paper.xpath(".//p[@class='affiliation']")] == [
        "Institute for Tides, University of Port Sella",
        "Orrin School of Trades",
    ]


def test_the_title_for_search_engines_says_the_same(built) -> None:
    title = built.page("").findtext(".//title")
    assert title == "Lamps of Orrin: annotated edition of Wren, Quill and Moss (1931)"


def test_an_edition_without_notes_claims_none(edition, overlay) -> None:
    paper = "title: Salt\nauthors:\n  - family: Brine\nedition:\n  restates: false\n"
    loaded = edition(overlay({"docs/data/paper.yml": paper}))
    loaded.notes.clear()
    html = titlepage(Context(loaded), loaded.pages[0]).html
    assert "A paper by Brine." in html
    assert "note" not in html.replace("notes.md", "") and "restated" not in html
    assert home_title(loaded, "Salt") == "Salt: digital edition of Brine"


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
def test_several_names_are_joined(names: list[str], words: str) -> None:
    assert several(names) == words
