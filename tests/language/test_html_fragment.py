"""Pieces of HTML as pages hold them: no tag of a document stops the reader, and no word is lost."""

from __future__ import annotations

import lxml.html
import pytest

from edition.language.html_fragment import parse_fragment


@pytest.mark.parametrize(
    ("html", "made"),
    [
        ("", ""),
        ("<html>", ""),
        ("<html></html>", ""),
        ("<html><p>Lit", "<p>Lit</p>"),
        ("<html><frameset>", "<frameset></frameset>"),
        ("<!DOCTYPE html><body class='a'>Lit <b>lamp</b>s", "Lit <b>lamp</b>s"),
        ("<p>Lit</p></body><p>Out</p>", "<p>Lit</p><p>Out</p>"),
        ("<p>Lit</p></BODY ></html>Out", "<p>Lit</p>Out"),
        ("<!-- a -->Lit", "<!-- a -->Lit"),
    ],
)
def test_tags_of_a_document_are_passed_over(html: str, made: str) -> None:
    root = parse_fragment(html)
    assert lxml.html.tostring(root, encoding="unicode") == f"<div>{made}</div>"
