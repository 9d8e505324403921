"""The book holds all that the edition says, in order, and each link in it leads somewhere."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from edition.book.chapter import Book
from edition.book.contents import make_book
from edition.book.destinations import page_id
from edition.citing.formatter import Formatter
from edition.model import Edition
from edition.model.pages.page import straight

NOTE = """\
- {id: 2, type: fact, paragraph: p1, lemma: "king’s", text: "*The Gazette* names <span lang='ur' dir='rtl'>نور</span>.", sources: [sellaarchive2020roll], confidence: high}
- {id: 1, type: fact, paragraph: p1, lemma: king's, text: Another note on the same word., confidence: low}
- {id: 3, type: term, text: A note on the whole section., confidence: medium}
- {id: 4, type: term, paragraph: p1, lemma: not in the text, text: A note on words that are not there., confidence: medium}
- {id: 5, type: term, paragraph: p9, lemma: king's, text: A note on a paragraph that is not there., confidence: medium}
"""


WITHOUT_MARKS = ".//text()[not(ancestor::*[@class='noteref' or @class='citations'])]"


def find(book: Book, path: str) -> list[HtmlElement]:
    """What an XPath finds in the chapters."""
    return [found for body in book.bodies for found in body.xpath(path)]


def words(text: str) -> str:
    """Letters and digits alone, so that marks between words do not count."""
    return re.sub(r"[\W_]+", "", text)


def test_every_section_is_a_chapter_in_the_order_of_the_paper(either):
    edition, book = either
    numbers = [chapter.number for chapter in book.chapters if chapter.number]
    assert numbers == [page.section for page in edition.pages if page.section]


def test_every_paragraph_is_in_the_book_whole(either):
    edition, book = either
    texts = {p.get("id"): words("".join(p.xpath(WITHOUT_MARKS))) for p in find(book, "//p[@id]")}
    for page in edition.pages:
        for paragraph in page.paragraphs if page.section else []:
            assert words(paragraph.text) == texts[f"{page_id(page)}.{paragraph.id}"]


def test_every_number_is_cited_once(either):
    edition, book = either
    ids = find(book, "//a[starts-with(@id, 'cite-')]/@id")
    assert ids == [citation.anchor for citation in edition.citations if citation.anchor]


def test_ids_are_unique_and_links_lead_to_them(either):
    _, book = either
    ids = [f"#{id}" for chapter in book.chapters for id in chapter.ids()]
    assert len(ids) == len(set(ids))
    assert set(find(book, "//a/@href[starts-with(., '#')]")) <= set(ids)
    assert find(book, "//a/@href[contains(., '.md')]") == []


def test_every_note_has_its_mark(either):
    edition, book = either
    marks = find(book, "//a[@class='noteref']/@href")
    assert sorted(marks) == sorted(f"#{note.anchor}" for note in edition.notes)


def test_marks_stand_after_their_words_and_apart(overlay, edition):
    noted = edition(overlay({"docs/data/notes/towers/stone.yml": NOTE}))
    book = make_book(noted, Formatter(noted.bibliography))
    (body,) = [chapter.body for chapter in book.chapters if chapter.number == "1.1"]
    text = body.text_content()
    assert "king’s1,2 orders" in text
    assert "Of Stone3,5" in text  # on the whole section, and on a paragraph that is not there
    assert body.xpath("//p[@data-number='1']//a[@class='noteref']/text()") == ["1", "2", "4"]


def test_references_read_as_on_the_site(either):
    edition, book = either
    formatter = Formatter(edition.bibliography)
    items = {item.get("id"): item for item in find(book, "//li[@class='work']")}
    assert set(items) == {f"ref-{reference.key}" for reference in edition.bibliography}
    for anchor, item in items.items():
        work = formatter(edition.bibliography[anchor.removeprefix("ref-")])
        text = " ".join(straight(item.text_content()).split())
        assert " ".join(straight(work.html.striptags()).split()) in text


def test_an_edition_with_nothing_but_a_title_is_a_book(tmp_path):
    (tmp_path / "docs/data").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text("site_name: x\nnav: [index.md]\n")
    (tmp_path / "docs/index.md").write_text("# x\n")
    (tmp_path / "docs/data/paper.yml").write_text("title: Alone\n")
    bare = Edition.load(tmp_path)
    book = make_book(bare, Formatter(bare.bibliography))
    assert [chapter.title for chapter in book.chapters] == ["About this edition"]
