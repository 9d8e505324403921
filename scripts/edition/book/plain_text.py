"""Writes a book as plain text: lines of at most 74 columns, citations as [14], notes as [n3]."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from lxml.html import HtmlElement

from edition.book.book_templates import TEMPLATES
from edition.book.chapter import Book, Chapter
from edition.book.pictures import description
from edition.model.pages.blocks import HEADINGS

WIDTH = 74
_NUMBER = re.compile(r"[+−-]?\d")
_HANGING = "    "
_LEFT_TO_RIGHT_MARK = "\u200e"
"""After words from right to left: it keeps a number or a full stop that follows on its side."""

_WIDE = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60"
_CLOSING = r"\u3001\u3002\uff0c\uff1a\uff1b\uff01\uff1f\u300b\u300d\uff09"
_UNBREAKABLE = re.compile(rf"[ ]*(?:[{_WIDE}][{_CLOSING}]*|[^ {_WIDE}]+)")
"""Spaces, and a word or a wide character with the closing marks that may not begin a line."""

_CONTAINERS = ("section", "div", "blockquote", "figure", "figcaption", "details", "li", "dd")
_BLOCKS = ("p", "pre", "ul", "ol", "dl", "table", "aside", *_CONTAINERS, *HEADINGS)


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


def _blocks(element: HtmlElement) -> Iterator[str]:
    """The blocks of an element, each with its lines joined by newlines."""
    if element.tag == "p":
        number = element.get("data-number")
        yield wrap(words(element), f"¶{number} " if number else "")
    elif element.tag in HEADINGS:
        yield underlined(words(element), "~" if element.tag == "h2" else ".")
    elif element.tag == "aside":
        yield wrap(words(element), f"[{element.get('id')}] ", _HANGING)
    elif element.tag in ("ul", "ol"):
        yield from _items(element)
    elif element.tag == "dl":
        yield from _entries(element)
    elif element.tag == "table":
        yield from (wrap(words(caption)) for caption in element.iterchildren("caption"))
        rows = [" | ".join(map(words, row)) for row in element.iter("tr")]
        yield "\n".join(wrap(row, "", _HANGING) for row in rows)
    elif element.tag == "pre":
        yield "\n".join(_HANGING + line for line in element.text_content().strip("\n").split("\n"))
    else:
        yield from body_blocks(element)


def body_blocks(element: HtmlElement) -> Iterator[str]:
    """The blocks in an element; what stands between them is a paragraph too."""
    between = _words_only(element.text)
    for child in element:
        if child.tag in _BLOCKS:
            yield wrap(between.strip())
            yield from _blocks(child)
            between = _words_only(child.tail)
        else:
            piece = _inline(child) if isinstance(child.tag, str) else ""
            between += _words_only(piece) + _words_only(child.tail)
    yield wrap(between.strip())


def _items(element: HtmlElement) -> Iterator[str]:
    """The items of a list; a list or a paragraph within an item is indented below it."""
    for number, item in enumerate(element.iterchildren("li"), 1):
        bullet = f"{number}. " if element.tag == "ol" else "- "
        if element.get("class") == "works":
            yield wrap(words(item), "", _HANGING)
            continue
        first, *more = [block for block in body_blocks(item) if block] or [""]
        indented = "\n".join([first, *more]).replace("\n", f"\n{_HANGING}")
        yield bullet + indented


def _entries(element: HtmlElement) -> Iterator[str]:
    """The entries of a glossary or an index; several terms may share one explanation."""
    terms: list[str] = []
    for item in element.iter("dt", "dd"):
        if item.tag == "dt":
            terms.append(words(item))
        else:
            head = f"{'; '.join(terms)}. " if terms else ""
            yield wrap(head + words(item), "", _HANGING)
            terms = []
    if terms:
        yield wrap("; ".join(terms))


def words(element: HtmlElement) -> str:
    """An element's words on one line."""
    return _words_only(_content(element)).strip()


def _words_only(text: str | None) -> str:
    """A text with its white space as HTML reads it."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def _content(element: HtmlElement) -> str:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.get("class") != "backlink":
            parts.append(_inline(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _inline(element: HtmlElement) -> str:
    """A piece of a line. A link to the web has its address after it, a note's mark is `[n3]`.

    A raised number keeps its distance to the one before: `2^10`.
    """
    content, href = _content(element), element.get("href") or ""
    if element.get("dir") == "rtl":
        return content + _LEFT_TO_RIGHT_MARK
    if element.get("class") == "footnote-ref":
        return f"[footnote {content}]"
    if element.get("class") == "noteref":
        return f"[{href[1:]}]"
    if element.tag == "sup" and _NUMBER.match(content):
        return f"^{content}"
    if element.tag == "br":
        return " "
    if element.tag == "img":
        has_caption = element.getparent().find("figcaption") is not None
        return "[Picture]" if has_caption else description(element)
    if element.tag == "q":
        return f"“{content}”"
    if href and not href.startswith("#") and content.strip() != href:
        return f"{content} <{href}>"
    return content


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
