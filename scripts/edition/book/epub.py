"""Writes a book as EPUB 3.3 (w3.org/TR/epub-33) that meets EPUB Accessibility 1.1."""

from __future__ import annotations

import io
import uuid
import zipfile
from copy import deepcopy
from functools import partial
from pathlib import PurePath

from lxml import etree
from lxml.html import HtmlElement
from markupsafe import Markup, escape

from edition.book.book_templates import TEMPLATES
from edition.book.chapter import Book, Chapter
from edition.book.pictures import MEDIA_TYPES
from edition.language.dates import zip_day

_EPUB_TYPES = {
    "noteref": "noteref",
    "note": "footnote",
    "notes": "footnotes",
    "citation": "biblioref",
    "backlink": "backlink",
}
"""The `epub:type` of elements, by their class."""

Part = list[Chapter]
"""What is in one file of the book: a chapter of level 1 and its sections."""


def book_epub(book: Book) -> bytes:
    """The bytes of the EPUB; the same book makes the same."""
    return _pack(_files(book), zip_day(book.paper.edition.date))


def _files(book: Book) -> dict[str, str | bytes]:
    """The files of the container by path."""
    parts = _parts(book)
    # It stays the same from version to version, as the specification asks.
    identifier = uuid.uuid5(uuid.NAMESPACE_URL, f"{book.paper.title} / {book.title}").urn
    pictures = [(name, MEDIA_TYPES[PurePath(name).suffix]) for name in sorted(book.pictures)]
    values = {"book": book, "parts": parts, "identifier": identifier, "pictures": pictures}
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": TEMPLATES.read("container.xml"),
        "EPUB/book.css": TEMPLATES.read("book.css"),
    }
    for name in ("package.opf", "nav.xhtml", "title.xhtml"):
        files[f"EPUB/{name}"] = TEMPLATES.fill(name, **values)
    file_of_id = {id: _file(part) for part in parts for one in part for id in one.ids()}
    xhtml = partial(_xhtml, file_of_id)
    for part in parts:
        files[f"EPUB/{_file(part)}"] = TEMPLATES.fill("part.xhtml", part=part, xhtml=xhtml)
    return files | {f"EPUB/{name}": data for name, data in book.pictures.items()}


def _file(part: Part) -> str:
    """The name of a part's file in the folder EPUB."""
    return f"{part[0].id}.xhtml"


def _parts(book: Book) -> list[Part]:
    """The parts in reading order. The first chapter of a book has level 1."""
    parts: list[Part] = []
    for chapter in book.chapters:
        if chapter.level == 1:
            parts.append([])
        parts[-1].append(chapter)
    return parts


def _xhtml(file_of_id: dict[str, str], chapter: Chapter) -> Markup:
    """A chapter's body as XHTML: links name the file that they lead to."""
    body = deepcopy(chapter.body)
    for element in body.iter("*"):
        kind = _EPUB_TYPES.get(element.get("class", ""))
        if kind:
            element.set("{http://www.idpf.org/2007/ops}type", kind)
        href = element.get("href", "")
        file = file_of_id.get(href[1:], "") if href.startswith("#") else ""
        if file and file != file_of_id[chapter.id]:
            element.set("href", file + href)
        if element.get("lang"):
            element.set("{http://www.w3.org/XML/1998/namespace}lang", element.get("lang"))
        if element.get("data-number"):
            _show_number(element)
    parts = [etree.tostring(child, encoding="unicode", method="xml") for child in body]
    return escape(body.text or "") + Markup("".join(parts))


def _show_number(paragraph: HtmlElement) -> None:
    """Write the paper's number before the words of a paragraph."""
    number = etree.Element("span", {"class": "number"})
    number.text = paragraph.attrib.pop("data-number")
    number.tail = f" {paragraph.text or ''}"
    paragraph.text = None
    paragraph.insert(0, number)


def _pack(files: dict[str, str | bytes], day: tuple[int, int, int]) -> bytes:
    """The container: a ZIP archive that begins with its media type.

    Files are not compressed: the bytes that a compressor makes differ from one Python to the next.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for path, text in [("mimetype", "application/epub+zip"), *sorted(files.items())]:
            info = zipfile.ZipInfo(path, (*day, 0, 0, 0))
            info.create_system = 3  # Unix, also where the archive is made on another system
            info.external_attr = 0o644 << 16
            archive.writestr(info, text.encode() if isinstance(text, str) else text)
    return buffer.getvalue()
