"""Writes a book as plain text: lines of at most 74 columns, citations as [14], notes as [n3]."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from edition.book.book_templates import TEMPLATES, stylesheet
from edition.book.chapter import Book, Chapter

WIDTH = 74
_HANGING = "    "
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_CLOSING = r"\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f\u300b\u300d\uff09"
_UNBREAKABLE = re.compile(rf"[ ]*(?:[{_WIDE}][{_CLOSING}]*|[^ {_WIDE}]+)")
"""Spaces, and a word or a wide character with the closing marks that may not begin a line."""

_divide = stylesheet("text.xsl")


def book_text(book: Book) -> bytes:
    """The whole book; it ends in one newline."""
    blocks = list(_title(book))
    for chapter in book.chapters:
        blocks.append(_chapter_title(chapter))
        blocks += body_blocks(chapter.body)
    text = "\n\n".join(block for block in blocks if block.strip())
    return (text.replace("\u00a0", " ").replace("\u2002", " ") + "\n").encode()


def _title(book: Book) -> Iterator[str]:
    text = TEMPLATES.fill("title.txt", book=book).unescape()
    title, *blocks = re.split(r"\n{2,}", text)
    yield underlined(title, "=")
    for block in blocks:
        yield "\n".join(map(wrap, block.split("\n")))


def _chapter_title(chapter: Chapter) -> str:
    title = f"{chapter.number} {chapter.title}".strip()
    return underlined(title, "-") if chapter.level > 1 else "\n" + underlined(title, "=")


def body_blocks(body: HtmlElement) -> Iterator[str]:
    """The blocks of a chapter's body, each with its lines joined by newlines."""
    return _blocks(_divide(body).getroot())


def _blocks(element: etree._Element) -> Iterator[str]:
    """The blocks in an element; what stands between them is a paragraph too."""
    yield _paragraph(element.text)
    for child in element:
        yield from _block(child)
        yield _paragraph(child.tail)


def _block(element: etree._Element) -> Iterator[str]:
    """The blocks of an element of templates/text.xsl, each with its lines joined by newlines."""
    text = (element.text or "").strip()
    if element.tag == "line":
        yield wrap(text, element.get("first", ""), element.get("rest", ""))
    elif element.tag == "heading":
        yield underlined(text, element.get("under", ""))
    elif element.tag == "pre":
        yield "\n".join(_HANGING + line for line in (element.text or "").strip("\n").split("\n"))
    elif element.tag == "rows":
        yield "\n".join(filter(None, _blocks(element)))
    elif element.tag == "item":
        # A list or a paragraph within an item is indented below it.
        blocks = "\n".join(filter(None, _blocks(element)))
        yield element.get("bullet", "") + blocks.replace("\n", f"\n{_HANGING}")
    else:
        yield from _blocks(element)


def _paragraph(text: str | None) -> str:
    """A text in lines, its white space as HTML reads it."""
    return wrap(re.sub(r"[ \t\r\n]+", " ", text or "").strip())


def columns(text: str) -> int:
    """How many columns a terminal gives a text: two to a Chinese character, none to an accent."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.combining(character) or unicodedata.category(character) == "Cf":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def wrap(text: str, first: str = "", rest: str = "") -> str:
    """Lines that begin with `first` and `rest`. A longer word is alone on its line, whole."""
    lines, line, width = [], first, columns(first)
    is_empty = True
    for piece in _UNBREAKABLE.findall(text):
        if not is_empty and width + columns(piece) > WIDTH:
            lines.append(line.rstrip(" "))
            line, width, is_empty = rest, columns(rest), True
        added = piece.lstrip(" ") if is_empty else piece
        line, width, is_empty = line + added, width + columns(added), False
    return "\n".join([*lines, line.rstrip(" ")])


def underlined(title: str, character: str) -> str:
    lines = wrap(title)
    longest = max(map(columns, lines.split("\n")))
    return f"{lines}\n{character * longest}"
