"""Marks in the HTML of a paragraph: each stands after its words and around them, no word is
lost.
"""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.model import Edition, Paragraph
from edition.model.pages.annotation import AnnotatedPage, Mark
from edition.problem import Location

TEXT = "One two three, four and five."
PARAGRAPH = Paragraph("p1", "page.md", Location("docs/page.md"), TEXT)
PLAIN = f"<p id='p1'>{TEXT}</p>"
RICH = "<p id='p1'>One <em>two</em> <a href='x'>three, <b>four</b></a> and five.</p>"


def annotated(html: str, start: int, end: int) -> str:
    page = AnnotatedPage(html)
    page.annotate(PARAGRAPH, [Mark(start, end, lxml.html.Element("i"))])
    return str(page)


def test_positions_that_are_none_and_paragraphs_that_are_not_there_are_left_alone():
    for start, end in ((-1, 3), (3, 3), (5, 2), (0, 99)):
        assert annotated(PLAIN, start, end) == f'<p id="p1">{TEXT}</p>'
    assert annotated("<p>No id</p>", 0, 3) == "<p>No id</p>"
    page = AnnotatedPage("<p>No id</p>")
    page.insert_after_paragraph("p1", "<p>x</p>")
    assert (str(page), page.free(PARAGRAPH, 0, 3)) == ("<p>No id</p>", False)


def test_a_paragraph_that_reads_otherwise_is_left_alone():
    html = '<p id="p1">Something else.</p>'
    assert annotated(html, 0, 3) == html


def test_a_block_stands_after_its_paragraph():
    page = AnnotatedPage("text <p id='p1'>One</p> <p id='p2'>Two</p>")
    page.insert_after_paragraph("p1", "<p>Block</p>")
    assert str(page) == 'text <p id="p1">One</p>\n<p>Block</p> <p id="p2">Two</p>'


@given(
    spans=st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12)), max_size=6),
    html=st.sampled_from([PLAIN, RICH]),
)
def test_no_word_is_lost_and_every_mark_stands_at_its_end(spans, html):
    marks = []
    for start, length in spans:
        end = min(start + length, len(TEXT))
        after = lxml.html.Element("sup", {"end": str(end)})
        marks.append(Mark(start, end, lxml.html.Element("i"), after))
    page = AnnotatedPage(html)
    page.annotate(PARAGRAPH, marks)
    assert page.root.text_content() == TEXT
    set_marks = page.root.xpath(".//sup")
    assert len(set_marks) == len(marks)
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
