"""In: the Book. Out: its Typst source: calls of the functions of templates/book.typ (typst.app/docs, "Scripting")."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable

from lxml.html import HtmlElement

from edition.book.book_templates import asset
from edition.book.chapter import Book, Chapter

_RIGHT_TO_LEFT = "\u200f"


def text(value: str) -> str:
    """A Typst string: nothing in it is markup."""
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def array(items: Iterable[str]) -> str:
    """A Typst array of code expressions; the comma keeps an array of one from being a parenthesis."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


class Writer:
    """Writes a book's chapters. Notes are set where their mark stands, at the foot of the page."""

    def __init__(self, book: Book) -> None:
        self._notes = {
            aside.get("id"): aside
            for chapter in book.chapters
            for aside in chapter.body.iter("aside")
        }
        self._plain: dict[str, Callable[[HtmlElement], str]] = {
            "em": lambda e: f"#emph[{self.inside(e)}];",
            "i": lambda e: f"#emph[{self.inside(e)}];",
            "cite": lambda e: f"#emph[{self.inside(e)}];",
            "strong": lambda e: f"#strong[{self.inside(e)}];",
            "b": lambda e: f"#strong[{self.inside(e)}];",
            "code": lambda e: f"#raw({text(e.text_content())});",
            "q": lambda e: f'#"“";{self.inside(e)}#"”";',
            "sup": lambda e: f"#super[{self.inside(e)}];",
            "sub": lambda e: f"#sub[{self.inside(e)}];",
            "br": lambda _e: "#linebreak();",
            "hr": lambda _e: "#parbreak();",
            "blockquote": lambda e: f"#quote(block: true)[{self.inside(e)}];",
            "p": self._paragraph,
            "a": self._link,
            "span": self._span,
            "ul": self._list,
            "ol": self._list,
            "dl": self._terms,
            "table": self._table,
        }

    def inside(self, element: HtmlElement) -> str:
        """The content of an element."""
        parts = [self._words(element.text)]
        for child in element:
            parts += [self.whole(child), self._words(child.tail)]
        return "".join(parts)

    def whole(self, element: HtmlElement) -> str:
        """An element with what its name means; an unknown one is its content."""
        if not isinstance(element.tag, str) or element.get("class") in ("notes", "backlink"):
            return ""
        if re.fullmatch("h[1-6]", element.tag):
            return f"\n#heading(level: {element.tag[1]})[{self.inside(element)}]{self._label(element)}\n"
        write = self._plain.get(element.tag, self.inside)
        anchored = element.get("id") and element.get("class") not in ("paragraph", "noteref")
        return (f"#anchor({text(element.get('id'))});" if anchored else "") + write(element)

    @staticmethod
    def _words(value: str | None) -> str:
        folded = re.sub(r"[ \t\r\n]+", " ", value or "")
        return f"#{text(folded)};" if folded.strip(" ") else folded

    @staticmethod
    def _label(element: HtmlElement) -> str:
        return f" #label({text(element.get('id'))})" if element.get("id") else ""

    def _paragraph(self, element: HtmlElement) -> str:
        if element.get("class") == "paragraph":
            return f"\n\n#numbered({text(element.get('id'))}, {text(element.get('data-number'))})[{self.inside(element)}];\n\n"
        style = {"section-head": "section-head", "lead": "lead"}.get(element.get("class") or "")
        inside = self.inside(element)
        return f"\n\n#{style}[{inside}];\n\n" if style else f"\n\n{inside}\n\n"

    def _link(self, element: HtmlElement) -> str:
        href, kind = element.get("href") or "", element.get("class")
        if kind == "noteref":
            return (
                f"#note({text(href[1:])}, {text(element.text_content())})[{self._note(href[1:])}];"
            )
        inside = self.inside(element)
        if not href:
            return inside
        return (
            f"#place-link({text(href[1:])})[{inside}];"
            if href.startswith("#")
            else f"#link({text(href)})[{inside}];"
        )

    def _note(self, id: str) -> str:
        """A note's paragraphs without what would set them below their number."""
        return "#parbreak();".join(
            self.inside(paragraph).strip() for paragraph in self._notes[id].iter("p")
        )

    def _span(self, element: HtmlElement) -> str:
        inside, kind = self.inside(element), element.get("class")
        if element.get("lang"):
            inside = self._directed(element, inside) if element.get("dir") == "rtl" else inside
            return f"#foreign({text(element.get('lang').partition('-')[0])}, {text(element.get('dir') or '')})[{inside}];"
        return f"#{kind}[{inside}];" if kind in ("numbers", "cited-in") else inside

    @staticmethod
    def _directed(element: HtmlElement, inside: str) -> str:
        """Words from right to left with a mark where they begin or end with a bracket or a number, which has no direction."""
        said = element.text_content().strip() or " "
        before, after = (
            f"#{text(_RIGHT_TO_LEFT)};" if unicodedata.bidirectional(c) not in ("R", "AL") else ""
            for c in (said[0], said[-1])
        )
        return before + inside + after

    def _list(self, element: HtmlElement) -> str:
        items = array(f"[{self.whole_item(item)}]" for item in element if item.tag == "li")
        if element.get("class") == "works":
            return f"\n#works({items});\n"
        return f"\n#{'enum' if element.tag == 'ol' else 'list'}(..{items});\n"

    def whole_item(self, item: HtmlElement) -> str:
        """A list's item with its anchor."""
        anchor = f"#anchor({text(item.get('id'))});" if item.get("id") else ""
        return (anchor + self.inside(item)).strip()

    def _terms(self, element: HtmlElement) -> str:
        parts = [(item.tag, self.whole_item(item)) for item in element.iter("dt", "dd")]
        return "\n#entries(" + array(f"({text(tag)}, [{inside}])" for tag, inside in parts) + ");\n"

    def _table(self, element: HtmlElement) -> str:
        rows = [
            [f"[{self.inside(cell)}]" for cell in row if cell.tag in ("th", "td")]
            for row in element.iter("tr")
        ]
        head = len(list(element.xpath("./thead/tr")))
        cells = [cell for row in rows[head:] for cell in row]
        columns = max((len(row) for row in rows), default=1)
        kind = text(element.get("class") or "")
        return f"\n#ruled({kind}, {columns}, {array(cell for row in rows[:head] for cell in row)}, {array(cells)});\n"

    def chapter(self, chapter: Chapter) -> str:
        heading = f"#chapter({chapter.level}, {text(chapter.id)}, {text(chapter.number)})[#{text(chapter.title)};];"
        return f"\n{heading}\n{self.inside(chapter.body)}\n"


def typst_source(book: Book) -> str:
    """The layout, the metadata and every chapter."""
    paper, day = book.paper, book.day
    values = {
        "title": text(book.title),
        "paper": text(paper.title),
        "authors": array(
            f"(name: {text(author.name)}, role: {text(author.role)})" for author in paper.authors
        ),
        "affiliations": array(text(affiliation) for affiliation in book.affiliations),
        "keywords": array(text(word) for word in paper.keywords),
        "year": text(paper.year),
        "version": text(book.version),
        "date": text(book.date),
        "license": text(book.license),
        "missing": text(""),
        "day": f"datetime(year: {day[0]}, month: {day[1]}, day: {day[2]})",
    }
    start = (
        "\n#show: book.with("
        + ", ".join(f"{name}: {value}" for name, value in values.items())
        + ")\n"
    )
    writer = Writer(book)
    return (
        asset("book.typ")
        + start
        + "".join(writer.chapter(chapter) for chapter in book.chapters)
        + "#places\n"
    )
