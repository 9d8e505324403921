"""In: the edition. Out: the book as plain text: UTF-8, lines of at most 74 columns, citations as [14], notes as [n3]."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml.html import HtmlElement

from edition.book.chapter import Book, Chapter
from edition.book.contents import make_book
from edition.model import Edition

WIDTH = 74
_LEFT_TO_RIGHT = "\u200e"
"""After words that run from right to left: it keeps a number or a stop that follows in its place."""
_HANGING = "    "
_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
# A wide character with the closing marks that may not begin a line, or a run of others.
_CHARACTERS = re.compile(
    rf"[ ]*[{_WIDE}][\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f\u300b\u300d\uff09]*|[^{_WIDE}]+"
)
_BLOCKS = (
    "p",
    "ul",
    "ol",
    "dl",
    "table",
    "section",
    "div",
    "aside",
    "blockquote",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
)


def columns(text: str) -> int:
    """How many columns a terminal gives a text: two to a Chinese character, none to a combining mark."""
    if text.isascii() and text.isprintable():
        return len(text)
    return sum(
        0
        if unicodedata.combining(c) or unicodedata.category(c) == "Cf"
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in text
    )


def _breakable(text: str) -> Iterator[str]:
    """Words with the space before them; a run of wide characters may be broken after each of them."""
    for word in re.findall(r"[ ]*[^ ]+", text):
        yield from _CHARACTERS.findall(word)


def wrap(text: str, first: str = "", rest: str = "") -> list[str]:
    """Lines of at most WIDTH columns; a longer word or address stands on a line of its own, whole."""
    lines, line, empty, wide = [], first, True, columns(first)
    for piece in _breakable(" ".join(text.split(" "))):
        if not empty and wide + columns(piece) > WIDTH:
            lines.append(line.rstrip(" "))
            line, empty, wide = rest, True, columns(rest)
        added = piece.lstrip(" ") if empty else piece
        line, empty, wide = line + added, False, wide + columns(added)
    return [*lines, line.rstrip(" ")]


def words(element: HtmlElement) -> str:
    """An element's words on one line; a link to the web says its address, a note's mark its number."""
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.get("class") != "backlink":
            parts.append(_child(child))
        parts.append(child.tail or "")
    return re.sub(r"[ \t\r\n]+", " ", "".join(parts))


def _child(child: HtmlElement) -> str:
    inside, href = words(child), child.get("href") or ""
    if child.get("dir") == "rtl":
        return inside + _LEFT_TO_RIGHT
    if child.get("class") == "noteref":
        return f"[{href[1:]}]"
    if child.tag == "br":
        return " "
    if child.tag == "q":
        return f"“{inside}”"
    if href and not href.startswith("#") and inside.strip() != href:
        return f"{inside} <{href}>"
    return inside


def _blocks(element: HtmlElement) -> Iterator[str]:
    """Each block of an element as lines joined by newlines."""
    if element.tag == "p":
        number = element.get("data-number")
        yield "\n".join(wrap(words(element).strip(), f"¶{number} " if number else ""))
    elif element.tag in ("h2", "h3", "h4", "h5", "h6"):
        yield underlined(words(element).strip(), "." if element.tag > "h2" else "~")
    elif element.tag == "aside":
        yield "\n".join(wrap(words(element).strip(), f"[{element.get('id')}] ", _HANGING))
    elif element.tag in ("ul", "ol"):
        yield from _items(element)
    elif element.tag == "dl":
        yield from _entries(element)
    elif element.tag == "table":
        yield "\n".join(
            "\n".join(wrap(" | ".join(words(cell).strip() for cell in row), "", _HANGING))
            for row in element.iter("tr")
        )
    else:
        for child in element:
            yield from _blocks(child) if child.tag in _BLOCKS else [words(child).strip()]


def _items(element: HtmlElement) -> Iterator[str]:
    for at, item in enumerate((child for child in element if child.tag == "li"), 1):
        mark = "" if element.get("class") == "works" else f"{at}. " if element.tag == "ol" else "- "
        yield "\n".join(wrap(words(item).strip(), mark, _HANGING))


def _entries(element: HtmlElement) -> Iterator[str]:
    heads: list[str] = []
    for item in element.iter("dt", "dd"):
        if item.tag == "dt":
            heads.append(words(item).strip())
        else:
            yield "\n".join(
                wrap(
                    f"{'; '.join(heads)}. {words(item).strip()}" if heads else words(item).strip(),
                    "",
                    _HANGING,
                )
            )
            heads = []


def underlined(title: str, line: str) -> str:
    lines = wrap(title)
    return "\n".join([*lines, line * max(columns(one) for one in lines)])


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield ("\n" if chapter.level == 1 else "") + underlined(
        f"{chapter.number} {chapter.title}".strip(), "=-"[min(chapter.level, 2) - 1]
    )
    for element in chapter.body:
        yield from _blocks(element)


def _title(book: Book) -> Iterator[str]:
    paper = book.paper
    yield underlined(paper.title, "=")
    yield "\n".join(
        author.name + (f" ({author.role})" if author.role else "") for author in paper.authors
    )
    yield from ("\n".join(wrap(affiliation)) for affiliation in book.affiliations)
    yield paper.year
    imprint = [book.title, f"version {book.version}" if book.version else "", book.date]
    yield "\n".join(wrap(", ".join(filter(None, imprint))))
    yield "\n".join(
        wrap(
            "The wording is the edition’s; the argument is the authors’."
            + (f" Text: {book.license}." if book.license else "")
        )
    )


def book_text(book: Book) -> bytes:
    blocks = [*_title(book), *(block for chapter in book.chapters for block in _chapter(chapter))]
    text = "\n\n".join(block for block in blocks if block.strip())
    return (text.replace("\u00a0", " ").replace("\u2002", " ") + "\n").encode()


def edition_text(edition: Edition) -> bytes:
    """The whole edition for a reader, a search or a program that wants nothing but text; ends in one newline."""
    return book_text(make_book(edition))
