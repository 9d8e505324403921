"""Writes a book as Typst source: calls of the functions of templates/book.typ.

Typst's language: typst.app/docs/reference/scripting. Text is always written as a string (`#"…";`),
so that nothing in it is markup.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from lxml.html import HtmlElement
from markupsafe import Markup

from edition.book.book_templates import TEMPLATES
from edition.book.chapter import Book
from edition.model.pages.blocks import HEADINGS

_RIGHT_TO_LEFT_MARK = "\u200f"
_FUNCTIONS = {
    "b": "strong",
    "blockquote": "quote.with(block: true)",
    "cite": "emph",
    "em": "emph",
    "i": "emph",
    "strong": "strong",
    "sub": "sub",
    "sup": "super",
}
"""Typst's functions for elements."""

_FIXED = {"br": "#linebreak();", "hr": "#parbreak();"}


def typst_source(book: Book) -> str:
    """The layout, the metadata and every chapter."""
    content = Writer(book).content
    contents = TEMPLATES.fill("contents.typ", book=book, string=string, content=content)
    return TEMPLATES.read("book.typ") + str(contents)


def string(value: str) -> Markup:
    """A Typst string. `Markup`, so that a template does not escape it again."""
    return Markup('"' + str(value).replace("\\", "\\\\").replace('"', '\\"') + '"')


def array(items: Iterable[str]) -> str:
    """A Typst array. The comma after each item: with one item, it is not a mere parenthesis."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def call(function: str, *strings: str, content: str | None = None) -> str:
    """A call of a function: `#note("n1", "1")[content];`."""
    arguments = ", ".join(map(string, strings))
    block = "" if content is None else f"[{content}]"
    return f"#{function}({arguments}){block};"


class Writer:
    """Writes chapters. A note becomes a footnote where its mark is, so the lists are left out."""

    def __init__(self, book: Book) -> None:
        self._notes: dict[str, HtmlElement] = {}
        for body in book.bodies:
            for note in body.iter("aside"):
                self._notes[note.get("id", "")] = note
        self._writers: dict[str, Callable[[HtmlElement], str]] = {
            "p": self._paragraph,
            "a": self._link,
            "span": self._span,
            "ul": self._list,
            "ol": self._list,
            "dl": self._terms,
            "table": self._table,
            "img": self._picture,
            "figcaption": lambda element: call("caption", content=self.content(element)),
            "code": lambda element: call("raw", element.text_content()),
            "q": lambda element: f'#"“";{self.content(element)}#"”";',
        }

    def content(self, element: HtmlElement) -> str:
        """What is in an element: its text and its children."""
        parts = [_words(element.text)]
        for child in element:
            parts += [self.element(child), _words(child.tail)]
        return "".join(parts)

    def element(self, element: HtmlElement) -> str:
        """An element. One that is not known is written as its content."""
        tag, kind = element.tag, element.get("class")
        if not isinstance(tag, str) or kind in ("notes", "backlink"):
            return ""
        if tag in HEADINGS:
            return self._heading(element)
        anchor = "" if kind in ("paragraph", "noteref") else _anchor(element)
        if tag in self._writers:
            return anchor + self._writers[tag](element)
        if tag in _FUNCTIONS:
            return anchor + call(_FUNCTIONS[tag], content=self.content(element))
        return anchor + _FIXED.get(tag, self.content(element))

    def _heading(self, element: HtmlElement) -> str:
        if not element.text_content().strip():
            return _anchor(element)  # PDF/UA has no heading without words
        id = element.get("id")
        label = f" #label({string(id)})" if id else ""
        return f"\n#heading(level: {element.tag[1]})[{self.content(element)}]{label}\n"

    def _paragraph(self, element: HtmlElement) -> str:
        kind, content = element.get("class"), self.content(element)
        if kind == "paragraph":
            number = element.get("data-number")
            content = call("numbered", element.get("id"), number, content=content)
        elif kind in ("section-head", "lead"):
            content = call(kind, content=content)
        return f"\n\n{content}\n\n"

    def _link(self, element: HtmlElement) -> str:
        href = element.get("href") or ""
        if element.get("class") == "noteref":
            number = element.text_content()
            return call("note", href[1:], number, content=self._note(href[1:]))
        content = self.content(element)
        if href.startswith("#"):
            return call("place-link", href[1:], content=content)
        return call("link", href, content=content) if href else content

    def _note(self, id: str) -> str:
        """A note's paragraphs, without the blank lines that would begin it below its number."""
        paragraphs = self._notes[id].iter("p")
        return "#parbreak();".join(self.content(one).strip() for one in paragraphs)

    def _span(self, element: HtmlElement) -> str:
        content, kind, lang = self.content(element), element.get("class"), element.get("lang")
        if lang:
            direction = element.get("dir") or ""
            if direction == "rtl":
                content = _with_direction(element, content)
            return call("in-language", lang.partition("-")[0], direction, content=content)
        if kind == "unbroken":
            return call("box", content=content)
        return call(kind, content=content) if kind in ("numbers", "cited-in") else content

    def _list(self, element: HtmlElement) -> str:
        items = array(f"[{self._item(item)}]" for item in element if item.tag == "li")
        if element.get("class") == "works":
            return f"\n#works({items});\n"
        return f"\n#{'enum' if element.tag == 'ol' else 'list'}(..{items});\n"

    def _item(self, item: HtmlElement) -> str:
        return (_anchor(item) + self.content(item)).strip()

    def _picture(self, image: HtmlElement) -> str:
        """A picture with its description, which PDF/UA requires."""
        source, alt = image.get("src") or "", " ".join((image.get("alt") or "").split())
        width = (image.get("style") or "").removeprefix("width: ").removesuffix("%")
        share = min(int(width), 100) if width.isdecimal() else 100
        return f"#picture({string(source)}, {string(alt or 'Picture')}, {share or 100});"

    def _terms(self, element: HtmlElement) -> str:
        items = [f"({string(e.tag)}, [{self._item(e)}])" for e in element.iter("dt", "dd")]
        return f"\n#entries({array(items)});\n"

    def _table(self, element: HtmlElement) -> str:
        head: list[str] = []
        body: list[str] = []
        widths = [1]
        for row in element.iter("tr"):
            cells = [f"[{self.content(cell)}]" for cell in row if cell.tag in ("th", "td")]
            widths.append(len(cells))
            part = head if row.getparent().tag == "thead" else body
            part += cells
        kind = string(element.get("class") or "")
        captions = "".join(f"\n\n{self.content(one)}\n" for one in element.iterchildren("caption"))
        # PDF/UA takes a head that is repeated on the next page for decoration, in which no link is.
        once = ", repeats: false" if any("link(" in cell for cell in head) else ""
        table = f"{kind}, {max(widths)}, {array(head)}, {array(body)}{once}"
        return f"{captions}\n#ruled({table});\n"


def _words(value: str | None) -> str:
    """Text between elements, its white space as HTML reads it."""
    folded = re.sub(r"[ \t\r\n]+", " ", value or "")
    return f"#{string(folded)};" if folded.strip(" ") else folded


def _anchor(element: HtmlElement) -> str:
    id = element.get("id")
    return call("anchor", id) if id else ""


def _with_direction(element: HtmlElement, content: str) -> str:
    """Content from right to left, with an invisible letter beside a bracket or number at its edge.

    Those have no direction of their own and would go to the wrong side.
    """
    words = element.text_content().strip() or " "
    mark = f"#{string(_RIGHT_TO_LEFT_MARK)};"
    before = "" if _is_right_to_left(words[0]) else mark
    after = "" if _is_right_to_left(words[-1]) else mark
    return before + content + after


def _is_right_to_left(character: str) -> bool:
    return unicodedata.bidirectional(character) in ("R", "AL")
