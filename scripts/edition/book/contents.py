"""In: the edition. Out: the Book: its chapters in reading order, every link in it leading to a place in it or to the web."""

from __future__ import annotations

from edition.book.back_matter import apparatus
from edition.book.body_typography import typeset_body
from edition.book.book_templates import fill
from edition.book.chapter import Book, Chapter, parse, unlink
from edition.book.destinations import Destinations
from edition.book.sections import body_of, section
from edition.model import Edition
from edition.model.pages.target import Target


def _about(edition: Edition) -> Chapter:
    """How to read the book; what it says follows from what the edition has."""
    first = next(
        (
            (page.section, p.id[1:])
            for page in edition.pages
            if page.section
            for p in page.paragraphs
            if p.number
        ),
        None,
    )
    return Chapter(
        "about",
        "About this edition",
        parse(str(fill("about.html", edition=edition, book=Book(edition.paper), first=first))),
        role="preface",
    )


def _abstract(edition: Edition, places: Destinations) -> Chapter | None:
    """The paragraphs `abstract` and `keywords`, from whichever page has them."""
    for page in edition.pages:
        if page.paragraph("abstract"):
            body = body_of(edition, places, page)
            wanted = {places.id(Target(page.path, name)) for name in ("abstract", "keywords")}
            for element in list(body):
                if element.get("id") not in wanted:
                    body.remove(element)
            body.text = None
            return Chapter("abstract", "Abstract", body, role="abstract")
    return None


def make_book(edition: Edition) -> Book:
    """The whole edition as one book."""
    places = Destinations(edition)
    abstract = _abstract(edition, places)
    book = Book(edition.paper, [_about(edition), *([abstract] if abstract else [])])
    book.chapters += [section(edition, places, page) for page in edition.pages if page.section]
    book.chapters += apparatus(edition, places)
    ids = book.ids
    for chapter in book.chapters:
        for link in [
            element
            for element in chapter.body.iter("a")
            if (element.get("href") or "#").startswith("#")
        ]:
            if link.get("href", "")[1:] not in ids:
                unlink(link)
        typeset_body(chapter.body)
    return book
