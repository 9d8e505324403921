"""Marks in the HTML of a paragraph: each stands after its words and around them, no word is lost."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.model import Edition, Paragraph
from edition.model.pages.annotation import AnnotatedPage, Mark
from edition.problem import Location

TEXT = "One two three, four and five."
PLAIN = f"<p id='p1'>{TEXT}</p>"
RICH = "<p id='p1'>One <em>two</em> <a href='x'>three, <b>four</b></a> and five.</p>"


def paragraph(text: str = TEXT) -> Paragraph:
    return Paragraph("p1", "page.md", Location("docs/page.md"), text)


def note(text: str, words: str, name: str = "a") -> Mark:
    start = text.index(words)
    after = lxml.html.Element("sup")
    after.text = name
    return Mark(start, start + len(words), lxml.html.Element("i"), after)


def annotated(html: str, *marks: Mark, text: str = TEXT) -> str:
    page = AnnotatedPage(html)
    page.annotate(paragraph(text), list(marks))
    return str(page)


CITED = (
    "<p id='p1'>Lit.<a class='citation'>[1]</a>, <a class='citation'>[2]</a><span class='citation-locator'>, p. 3</span> Out"
    " <span class='citation-prefix'>see </span><a class='citation'>[3]</a>. Dark<a class='pilcrow'>¶1</a></p>"
)


def test_words_are_found_behind_citations_and_what_stands_between_them():
    html = annotated(
        CITED,
        note("Lit. Out. Dark", "Out"),
        note("Lit. Out. Dark", "Dark", "b"),
        text="Lit. Out. Dark",
    )
    assert "[2]" in html
    assert " <i>Out</i><sup>a</sup> <span" in html
    assert ". <i>Dark</i><sup>b</sup><a class=" in html


@pytest.mark.parametrize(
    "html",
    [
        "<p id='p1'>One <x-citation></x-citation>two.<x-citation></x-citation></p>",
        "<p id='p1'>One  <a class='citation'>[1]</a>\n two.<a class='citation'>[2]</a>, <a class='citation'>[3]</a></p>",
        "<p id='p1'><!-- note -->One<b></b> <i>two</i>.<a class='pilcrow'>¶1</a></p>",
        "<p id='p1'><i><b>O</b>ne</i> two.</p>",
    ],
)
def test_every_character_is_found_where_it_stands(html):
    positions = AnnotatedPage(html).positions(paragraph("One two."))
    found = [position.holder[position.at] for position in positions]
    assert "".join(found).replace("\n", " ") == "One two."


def test_positions_that_are_none_and_paragraphs_that_are_not_there_are_left_alone():
    for start, end in ((-1, 3), (3, 3), (5, 2), (0, 99)):
        assert (
            annotated(PLAIN, Mark(start, end, lxml.html.Element("i"))) == f'<p id="p1">{TEXT}</p>'
        )
    assert annotated("<p>No id</p>", note(TEXT, "One")) == "<p>No id</p>"
    page = AnnotatedPage("<p>No id</p>")
    page.insert_after_paragraph("p1", "<p>x</p>")
    assert (str(page), page.free(paragraph(), 0, 3)) == ("<p>No id</p>", False)


def test_a_paragraph_that_reads_otherwise_is_left_alone():
    assert (
        annotated("<p id='p1'>Something else.</p>", note(TEXT, "One"))
        == '<p id="p1">Something else.</p>'
    )


def test_a_block_stands_after_its_paragraph():
    page = AnnotatedPage("text <p id='p1'>One</p> <p id='p2'>Two</p>")
    page.insert_after_paragraph("p1", "<p>Block</p>")
    assert str(page) == 'text <p id="p1">One</p>\n<p>Block</p> <p id="p2">Two</p>'


@given(
    spans=st.lists(st.tuples(st.integers(0, 29), st.integers(1, 12)), max_size=6),
    html=st.sampled_from([PLAIN, RICH]),
)
def test_no_word_is_lost_and_every_mark_stands_at_its_end(spans, html):
    marks = []
    for at, (start, length) in enumerate(spans):
        after = lxml.html.Element("sup", {"end": str(min(start + length, len(TEXT)))})
        marks.append(
            Mark(
                start,
                min(start + length, len(TEXT)),
                lxml.html.Element("i"),
                after if start < len(TEXT) else None,
            )
        )
        after.set("at", str(at))
    page = AnnotatedPage(html)
    page.annotate(paragraph(), marks)
    assert page.root.text_content() == TEXT
    set_marks = page.root.xpath(".//sup")
    assert len(set_marks) == len([mark for mark in marks if mark.start < len(TEXT)])
    for mark in set_marks:
        before = "".join(mark.xpath("preceding::text()"))
        link = mark.xpath("preceding-sibling::*[not(self::sup)][1][self::a]")
        behind = len(link[0].text_content()) if link else 0
        assert len(before) - behind <= int(mark.get("end")) <= len(before)
    ends = [int(mark.get("end")) for mark in set_marks]
    assert ends == sorted(ends)


@pytest.mark.parametrize("which", ["made_up", "real"])
def test_a_page_has_a_character_for_each_of_the_models(which, request):
    edition: Edition = request.getfixturevalue(which)
    for page in edition.pages:
        html = AnnotatedPage(page.html)
        for each in page.paragraphs:
            assert len(html.positions(each)) == len(each.text), f"{page.path}#{each.id}"
