"""In: both editions as books. Out: whether nothing is lost on the way, every link has its end, and the words are the site's."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from edition.book.contents import make_book
from edition.citing.formatter import Formatter
from edition.model import Edition
from edition.model.apparatus.mention import straight

NOTE = """\
- {id: 2, type: fact, paragraph: p1, lemma: "king’s", text: "*The Gazette* names <span lang='ur' dir='rtl'>نور</span>.", sources: [sellaarchive2020roll], confidence: high}
- {id: 1, type: fact, paragraph: p1, lemma: king's, text: Another note on the same word., confidence: low}
- {id: 3, type: term, text: A note on the whole section., confidence: medium}
- {id: 4, type: term, paragraph: p1, lemma: not in the text, text: A note that hangs nowhere., confidence: medium}
"""


@pytest.fixture(params=["made_up", "real"])
def either(request: pytest.FixtureRequest) -> Edition:
    return request.getfixturevalue(request.param)


@pytest.fixture()
def noted(overlay, edition) -> Edition:
    """The made-up paper with notes on one of its sections."""
    return edition(overlay({"docs/data/notes/towers/stone.yml": NOTE}))


def words(text: str) -> str:
    """Letters and digits alone, so that marks between words do not count."""
    return re.sub(r"[\W_]+", "", text)


def test_every_section_is_a_chapter_in_the_order_of_the_paper(either: Edition) -> None:
    numbers = [chapter.number for chapter in make_book(either).chapters if chapter.number]
    assert numbers == [page.section for page in either.pages if page.section]


def test_every_paragraph_stands_in_the_book_whole(either: Edition) -> None:
    book = make_book(either)
    found = {}
    for element in (
        element
        for chapter in book.chapters
        for element in chapter.body.iter("p")
        if element.get("id")
    ):
        for mark in element.find_class("noteref") + element.find_class("citations"):
            mark.drop_tree()
        found[element.get("id")] = words(element.text_content())
    for page in (page for page in either.pages if page.section):
        for paragraph in page.paragraphs:
            own = [
                text
                for id, text in found.items()
                if id.endswith(f".{paragraph.id}") and words(paragraph.text)[:40] in text
            ]
            assert own, f"{page.path}#{paragraph.id}"


def test_every_number_is_cited_once(either: Edition) -> None:
    ids = [
        element.get("id")
        for chapter in make_book(either).chapters
        for element in chapter.body.iter("a")
        if element.get("id", "").startswith("cite-")
    ]
    assert ids == [citation.anchor for citation in either.citations if citation.anchor]


def test_ids_are_one_of_a_kind_and_links_lead_to_them(either: Edition) -> None:
    book = make_book(either)
    ids = [
        element.get("id")
        for chapter in book.chapters
        for element in chapter.body.iter("*")
        if element.get("id")
    ] + [c.id for c in book.chapters]
    assert len(ids) == len(set(ids))
    targets = {
        a.get("href")
        for chapter in book.chapters
        for a in chapter.body.iter("a")
        if (a.get("href") or "").startswith("#")
    }
    assert targets <= {f"#{id}" for id in ids}
    assert not [
        a
        for chapter in book.chapters
        for a in chapter.body.iter("a")
        if a.get("href", "").endswith(".md")
    ]


def test_every_note_is_marked_and_leads_back(either: Edition) -> None:
    book = make_book(either)
    marks = [
        a.get("href")
        for chapter in book.chapters
        for a in chapter.body.iter("a")
        if a.get("class") == "noteref"
    ]
    assert sorted(marks) == sorted(f"#{note.anchor}" for note in either.notes)


def test_notes_hang_on_their_words_and_are_divided_from_one_another(noted: Edition) -> None:
    chapter = next(chapter for chapter in make_book(noted).chapters if chapter.number == "1.1")
    text = chapter.body.text_content()
    assert "king’s1,2 orders" in text
    assert "Of Stone3" in text
    first = chapter.body.get_element_by_id(
        next(e.get("id") for e in chapter.body.iter("p") if e.get("data-number") == "1")
    )
    assert [mark.text for mark in first.find_class("noteref")] == ["1", "2", "4"]


def test_references_read_as_on_the_site(either: Edition) -> None:
    listed = {
        li.get("id"): li.text_content()
        for chapter in make_book(either).chapters
        for li in chapter.body.iter("li")
        if li.get("class") == "work"
    }
    described = [Formatter(either.bibliography)(reference) for reference in either.bibliography]
    assert set(listed) == {work.anchor for work in described}
    for work in described:
        assert " ".join(straight(work.html.striptags()).split()) in " ".join(
            straight(listed[work.anchor]).split()
        )


def test_words_in_another_script_say_their_language(either: Edition) -> None:
    foreign = re.compile(r"[\u0600-\u06ff\u4e00-\u9fff]")
    for chapter in make_book(either).chapters:
        for element in chapter.body.iter("*"):
            if any(
                foreign.search(text or "")
                for text in (element.text, *(child.tail for child in element))
            ):
                assert any(around.get("lang") for around in (element, *element.iterancestors())), (
                    element.text_content()
                )


def test_an_edition_with_nothing_but_a_title_is_a_book(tmp_path: Path) -> None:
    for path, content in {
        "mkdocs.yml": "site_name: x\nnav: [index.md]\n",
        "docs/index.md": "# x\n",
        "docs/data/paper.yml": "title: Alone\n",
    }.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    assert [chapter.title for chapter in make_book(Edition.load(tmp_path)).chapters] == [
        "About this edition"
    ]
