"""In: the edition. Out: the book as EPUB 3.3 (w3.org/TR/epub-33), with what EPUB Accessibility 1.1 asks to be said of it."""

from __future__ import annotations

import io
import uuid
import zipfile
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement
from markupsafe import Markup

from edition.book.book_templates import asset, fill
from edition.book.chapter import Book, Chapter
from edition.book.contents import make_book
from edition.model import Edition

_TYPES = {
    "noteref": "noteref",
    "note": "footnote",
    "notes": "footnotes",
    "citation": "biblioref",
    "backlink": "backlink",
}
_ROLES = {
    role: f"doc-{role}"
    for role in ("abstract", "bibliography", "chapter", "glossary", "index", "preface")
}


@dataclass
class Part:
    """A file of the book: a chapter of level 1 and the parts of it, each with the XHTML of its body."""

    name: str
    role: str
    chapters: list[tuple[Chapter, Markup]] = field(default_factory=list)

    @property
    def aria(self) -> str:
        return _ROLES.get(self.role, "doc-chapter")

    @property
    def head(self) -> Chapter:
        return self.chapters[0][0]


def _groups(book: Book) -> list[list[Chapter]]:
    groups: list[list[Chapter]] = []
    for chapter in book.chapters:
        if chapter.level == 1 or not groups:
            groups.append([])
        groups[-1].append(chapter)
    return groups


def _files(groups: list[list[Chapter]]) -> dict[str, str]:
    """The file of each id."""
    found = {}
    for group in groups:
        for chapter in group:
            ids = [
                chapter.id,
                *(element.get("id") for element in chapter.body.iter("*") if element.get("id")),
            ]
            found |= dict.fromkeys(ids, f"{group[0].id}.xhtml")
    return found


def _numbered(paragraph: HtmlElement) -> None:
    number = etree.Element("span", {"class": "number"})
    number.text, number.tail, paragraph.text = (
        paragraph.attrib.pop("data-number"),
        f" {paragraph.text or ''}",
        None,
    )
    paragraph.insert(0, number)


def _xhtml(chapter: Chapter, file: str, files: dict[str, str]) -> Markup:
    """A chapter's body as XHTML: kinds of links and notes named, addresses by file, languages said twice as XML wants it."""
    body = deepcopy(chapter.body)
    for element in body.iter("*"):
        kind = _TYPES.get(element.get("class") or "")
        if kind:
            element.set("{http://www.idpf.org/2007/ops}type", kind)
        href = element.get("href") or ""
        if href.startswith("#") and files.get(href[1:], file) != file:
            element.set("href", files[href[1:]] + href)
        if element.get("lang"):
            element.set("{http://www.w3.org/XML/1998/namespace}lang", element.get("lang"))
        if element.get("data-number"):
            _numbered(element)
    parts = [etree.tostring(child, encoding="unicode", method="xml") for child in body]
    return Markup(Markup.escape(body.text or "") + Markup("".join(parts)))


def _parts(book: Book) -> list[Part]:
    groups = _groups(book)
    files = _files(groups)
    return [
        Part(
            f"{group[0].id}.xhtml",
            group[0].role,
            [(chapter, _xhtml(chapter, f"{group[0].id}.xhtml", files)) for chapter in group],
        )
        for group in groups
    ]


def _identifier(book: Book) -> str:
    """The same for every version of an edition, as the specification wants it."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{book.paper.title} / {book.title}')}"


def epub_files(book: Book) -> dict[str, str]:
    """The files of the container by path."""
    parts = _parts(book)
    year, month, day = book.day
    files = {
        "META-INF/container.xml": asset("container.xml"),
        "EPUB/package.opf": str(
            fill(
                "package.opf",
                book=book,
                parts=parts,
                identifier=_identifier(book),
                modified=f"{year:04}-{month:02}-{day:02}T00:00:00Z",
            )
        ),
        "EPUB/nav.xhtml": str(fill("nav.xhtml", book=book, parts=parts)),
        "EPUB/title.xhtml": str(fill("title.xhtml", book=book)),
        "EPUB/book.css": asset("book.css"),
    }
    return files | {
        f"EPUB/{part.name}": str(fill("part.xhtml", book=book, part=part)) for part in parts
    }


def pack(files: dict[str, str], day: tuple[int, int, int]) -> bytes:
    """The container. Its files are stored as they are: what a compressor makes of them differs from Python to Python."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, text in [("mimetype", "application/epub+zip"), *sorted(files.items())]:
            info = zipfile.ZipInfo(path, (*day, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o644 << 16
            archive.writestr(info, text.encode())
    return buffer.getvalue()


def book_epub(book: Book) -> bytes:
    return pack(epub_files(book), book.day)


def edition_epub(edition: Edition) -> bytes:
    """The whole edition for a reading device."""
    return book_epub(make_book(edition))
