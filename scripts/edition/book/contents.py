"""Puts the book of an edition together: about, abstract, sections, and the lists after them."""

from __future__ import annotations

import re

from edition.book.back_matter import back_matter
from edition.book.book_templates import fill
from edition.book.chapter import HEADINGS, Book, Chapter
from edition.book.destinations import Destinations
from edition.book.pictures import collect_pictures
from edition.book.sections import body_of, section
from edition.citing.formatter import Formatter
from edition.language.typography import typeset_tree
from edition.model import Edition, Page
from edition.model.pages.target import Target

_TITLE = re.compile(r"<h1\b.*?</h1>", re.DOTALL)
_LINK_ATTRIBUTES = ("href", "role", "class", "aria-label")


def make_book(edition: Edition, formatter: Formatter) -> Book:
    """The whole edition as one book. Each link in it leads to a place in it or to the web."""
    book = Book(edition.paper)
    destinations = Destinations(edition)
    abstract = _abstract(edition, destinations)
    book.chapters = [_about(edition, book), *([abstract] if abstract else [])]
    for page in _sections(edition):
        book.chapters.append(section(edition, destinations, page))
    book.chapters += back_matter(edition, destinations, formatter)
    _unlink_missing(book)
    _close_gaps(book)
    collect_pictures(book, edition.project.root / edition.project.docs)
    for chapter in book.chapters:
        typeset_tree(chapter.body)
    return book


def _sections(edition: Edition) -> list[Page]:
    """The pages that restate a section; every page that is no list, if none names its section."""
    named = [page for page in edition.pages if page.section]
    return named or [page for page in edition.pages if _has_text(page)]


def _has_text(page: Page) -> bool:
    """Whether a page says anything but its title, and is no list that the edition makes."""
    body = _TITLE.sub("", page.html).strip()
    return bool(body) and not page.directives


def _about(edition: Edition, book: Book) -> Chapter:
    """How to read and cite the book."""
    sections = _sections(edition)
    examples = [p for page in sections for p in page.paragraphs if p.number]
    body = fill("about.html", edition=edition, book=book, example=next(iter(examples), None))
    return Chapter(id="about", title="About this edition", body=body, role="preface")


def _abstract(edition: Edition, destinations: Destinations) -> Chapter | None:
    """The paragraphs `abstract` and `keywords` of whichever page has them."""
    for page in edition.pages:
        if page.paragraph("abstract"):
            body = body_of(edition, destinations, page)
            wanted = [destinations.id(Target(page.path, id)) for id in ("abstract", "keywords")]
            for element in list(body):
                if element.get("id") not in wanted:
                    body.remove(element)
            body.text = None
            return Chapter(id="abstract", title="Abstract", body=body, role="abstract")
    return None


def _close_gaps(book: Book) -> None:
    """Let no heading be more than one level below the one before: PDF/UA-1 allows no gap."""
    level = 0
    for chapter in book.chapters:
        level = chapter.level = min(chapter.level, level + 1)
        for heading in chapter.body.iter(*HEADINGS):
            level = min(int(heading.tag[1]), level + 1)
            heading.tag = f"h{level}"


def _unlink_missing(book: Book) -> None:
    """Make plain words of the links that lead to nothing in the book."""
    ids = {id for chapter in book.chapters for id in chapter.ids()}
    for chapter in book.chapters:
        for link in list(chapter.body.iter("a")):
            href = link.get("href", "#")
            if href.startswith("#") and href[1:] not in ids:
                link.tag = "span"
                for name in _LINK_ATTRIBUTES:
                    link.attrib.pop(name, None)
