"""Writes a book as Typst source: calls of the functions of templates/book.typ.

Typst's language: typst.app/docs/reference/scripting. The elements of a chapter are written by
templates/typst.xsl.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from lxml.html import HtmlElement
from markupsafe import Markup

from edition.book.book_templates import TEMPLATES, stylesheet
from edition.book.chapter import Book

_RIGHT_TO_LEFT_MARK = "\u200f"


def typst_source(book: Book) -> str:
    """The layout, the metadata and every chapter."""
    content = content_writer(book)
    contents = TEMPLATES.fill("contents.typ", book=book, string=string, content=content)
    return TEMPLATES.read("book.typ") + str(contents)


def content_writer(book: Book) -> Callable[[HtmlElement], str]:
    """A function that writes the content of an element, with the notes of the book."""
    notes = {note.get("id"): note for body in book.bodies for note in body.iter("aside")}
    write = stylesheet(
        "typst.xsl",
        string=string,
        words=_words,
        strip=str.strip,
        mark=_direction_mark,
        note=lambda id: [notes[id]],
    )
    return lambda element: str(write(element))


def string(value: str) -> Markup:
    """A Typst string. `Markup`, so that a template does not escape it again."""
    return Markup('"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"')


def _words(text: str) -> str:
    """Text between elements, its white space as HTML reads it."""
    folded = re.sub(r"[ \t\r\n]+", " ", text)
    return f"#{string(folded)};" if folded.strip(" ") else folded


def _direction_mark(character: str) -> str:
    """An invisible letter from right to left, beside a character that is none."""
    is_letter = unicodedata.bidirectional(character or " ") in ("R", "AL")
    return "" if is_letter else f"#{string(_RIGHT_TO_LEFT_MARK)};"
