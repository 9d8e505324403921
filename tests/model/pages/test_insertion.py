"""In: a character of a paragraph. Out: that a new element stands after it, and never within a link."""

from __future__ import annotations

import lxml.html
import pytest

from edition.model.pages.insertion import insert_after

PARAGRAPH = '<p>one <em>two</em> <a href="#">thr<b>ee</b></a> four</p>'


@pytest.mark.parametrize(
    ("path", "in_tail", "at", "found"),
    [
        (".", False, 2, '<p>one<i></i> <em>two</em> <a href="#">thr<b>ee</b></a> four</p>'),
        ("em", False, 2, '<p>one <em>two<i></i></em> <a href="#">thr<b>ee</b></a> four</p>'),
        ("em", True, 0, '<p>one <em>two</em> <i></i><a href="#">thr<b>ee</b></a> four</p>'),
        ("a", False, 0, '<p>one <em>two</em> <a href="#">thr<b>ee</b></a><i></i> four</p>'),
        ("a/b", False, 0, '<p>one <em>two</em> <a href="#">thr<b>ee</b></a><i></i> four</p>'),
        ("a", True, 4, '<p>one <em>two</em> <a href="#">thr<b>ee</b></a> four<i></i></p>'),
    ],
)
def test_the_element_stands_after_the_character(
    path: str, in_tail: bool, at: int, found: str
) -> None:
    paragraph = lxml.html.fragment_fromstring(PARAGRAPH)
    insert_after(
        paragraph.find(path) if path != "." else paragraph, in_tail, at, lxml.html.Element("i")
    )
    assert lxml.html.tostring(paragraph, encoding="unicode") == found
