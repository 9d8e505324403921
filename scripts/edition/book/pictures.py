"""The pictures of a book: files below docs/ that its pages show."""

from __future__ import annotations

import posixpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import lxml.html
from lxml.html import HtmlElement

from edition.book.chapter import Book
from edition.cache import fingerprint
from edition.model import Page
from edition.model.files.picture import picture_suffix

LARGEST = 32 * 1024 * 1024
"""Bytes of a picture that is taken into the book."""

MEDIA_TYPES = {
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}
"""The media types of pictures that EPUB 3.3 and Typst both know."""


def resolve_pictures(page: Page, body: HtmlElement) -> None:
    """Name each picture by its path below docs/, and drop attributes that only the site needs.

    One from the web or from outside of docs/ has no path: it will be described.
    """
    for image in body.iter("img"):
        address = urlsplit(image.get("src", ""))
        is_local = not (address.scheme or address.netloc)
        base = "" if address.path.startswith("/") else posixpath.dirname(page.path)
        path = posixpath.normpath(posixpath.join(base, unquote(address.path).lstrip("/")))
        width, alt, id = (image.get(name, "") for name in ("width", "alt", "id"))
        image.attrib.clear()
        if id:
            image.set("id", id)
        image.set("src", path if is_local and not path.startswith("..") else "")
        image.set("alt", alt)
        if width.endswith("%") and width[:-1].isdecimal():
            image.set("style", f"width: {width}")


def collect_pictures(book: Book, docs: Path) -> None:
    """Read the pictures of a book; one that cannot be shown is replaced by its description."""
    for chapter in book.chapters:
        for image in list(chapter.body.iter("img")):
            data, suffix = _read(docs, image.get("src", ""))
            if suffix:
                name = f"picture-{fingerprint(data)[:16]}{suffix}"
                book.pictures[name] = data
                image.set("src", name)
            else:
                _describe(image)


def description(image: HtmlElement) -> str:
    """What stands for a picture in plain text."""
    alt = " ".join(image.get("alt", "").split())
    return f"[Picture: {alt}]" if alt else "[Picture]"


def _describe(image: HtmlElement) -> None:
    """Put the description of a picture in its place."""
    words = lxml.html.Element("span")
    words.text, words.tail = description(image), image.tail
    image.getparent().replace(image, words)


def _read(docs: Path, path: str) -> tuple[bytes, str]:
    """The bytes of a picture and the ending for its name; empty where it is none."""
    try:
        file = docs / path
        data = file.read_bytes() if path and file.stat().st_size <= LARGEST else b""
    except (OSError, ValueError):
        return b"", ""
    return data, picture_suffix(data)
