"""Makes a chapter of a page, with paragraph numbers, citations and notes."""

from __future__ import annotations

from urllib.parse import urljoin, urlsplit

import lxml.html
from lxml import etree
from lxml.html import HtmlElement

from edition.book.book_templates import fill
from edition.book.chapter import Chapter
from edition.book.destinations import Destinations, page_id
from edition.book.pictures import resolve_pictures
from edition.model import Edition, Note, Page
from edition.model.pages.annotation import AnnotatedPage, Mark
from edition.model.pages.blocks import HEADINGS
from edition.model.pages.markdown import TAG
from edition.model.pages.page import DIRECTIVE, PARAGRAPH_ID
from edition.model.pages.target import Target

_PLAIN = {"details": "div", "summary": "p"}
"""What cannot be folded in a book."""
_NOT_IN_A_BOOK = "audio button form iframe input script style svg video".split()
_TITLE_AND_WAYS_BACK = "(.//h1)[1] | .//*[@class='footnote-backref']"
_BEFORE = "preceding-sibling::node()[self::* or string()][1]"
_ADJOINING_MARKS = f".//a[@class='noteref'][{_BEFORE}[@class='noteref']]"


def section(edition: Edition, destinations: Destinations, page: Page) -> Chapter:
    """A section of the paper with the notes on it."""
    id = page_id(page)
    notes = edition.notes_on(page.path)
    body = body_of(edition, destinations, page)
    body.insert(0, _head(page, notes, body))
    if notes:
        body.extend(list(fill("notes.html", edition=edition, page=page, id=id, notes=notes)))
    return Chapter(
        id=id,
        title=page.title,
        body=body,
        number=page.section,
        level=page.section.count(".") + 1,
    )


def body_of(edition: Edition, destinations: Destinations, page: Page) -> HtmlElement:
    """The page's HTML without its title; ids and links are those of the book."""
    # The site replaces directives by lists and pictures; the book has chapters of its own for them.
    annotated = AnnotatedPage(DIRECTIVE.sub("", page.html))
    _mark_notes(annotated, page, edition.notes_on(page.path))
    body = annotated.root
    _divide_note_marks(body)
    _set_citations(edition, page, body)
    etree.strip_elements(body, *_NOT_IN_A_BOOK, with_tail=False)
    for element in body.xpath(_TITLE_AND_WAYS_BACK):
        element.drop_tree()
    resolve_pictures(page, body)
    for element in body.iter("*"):
        element.tag = _PLAIN.get(element.tag, element.tag)
        _deepen_heading(element, page.section.count("."))
        _move_id(destinations, page, element)
        _move_link(destinations, page, element)
    return body


def _head(page: Page, notes: list[Note], body: HtmlElement) -> HtmlElement:
    """The line below the heading, with the marks of the notes that are on the whole section."""
    marked = {mark.get("href") for mark in body.find_class("noteref")}
    on_section = [note for note in notes if f"#{note.anchor}" not in marked]
    (head,) = fill("section-head.html", page=page, notes=on_section)
    return head


def _mark_notes(annotated: AnnotatedPage, page: Page, notes: list[Note]) -> None:
    """Set a mark after the words of each note; at the end of the paragraph that lacks them."""
    for paragraph in page.paragraphs:
        here = [note for note in notes if note.lemma and note.paragraph == paragraph.id]
        marks = []
        for note in sorted(here, key=lambda note: note.id):
            start, end = paragraph.find(note.lemma) or (0, len(paragraph.text))
            (mark,) = fill("note-mark.html", note=note)
            marks.append(Mark(start, end, after=mark))
        if marks:
            annotated.annotate(paragraph, marks)


def _divide_note_marks(body: HtmlElement) -> None:
    """Set a raised comma between two marks: 1 and 2 must not read as 12."""
    for mark in body.xpath(_ADJOINING_MARKS):
        comma = lxml.html.Element("sup")
        comma.text = ","
        mark.addprevious(comma)


def _set_citations(edition: Edition, page: Page, body: HtmlElement) -> None:
    """Show citations by the paper's numbers, or by name and year."""
    for mark in list(body.iter(TAG)):
        here = [one for one in page.citations if str(one.start) == mark.get("start")]
        shown = fill("citations.html", citations=here, edition=edition)
        shown.tag, shown.tail = "span", mark.tail
        shown.set("class", "citations")
        mark.getparent().replace(mark, shown)


def _deepen_heading(element: HtmlElement, levels: int) -> None:
    """A heading in section 2.1 stands below that section's own heading."""
    if element.tag in HEADINGS:
        element.tag = f"h{min(max(int(element.tag[1]), 2) + levels, 6)}"


def _move_id(destinations: Destinations, page: Page, element: HtmlElement) -> None:
    """Give an element its id in the book. Those of citations and notes are unique already."""
    id = element.get("id")
    if not id or id.startswith(("cite-", "at-n")):
        return
    if element.tag == "p" and PARAGRAPH_ID.match(id):
        element.set("class", "paragraph")
        element.set("data-number", id[1:])
    element.set("id", destinations.id(Target(page.path, id)))


def _move_link(destinations: Destinations, page: Page, element: HtmlElement) -> None:
    """Make a link to another page of the edition one within the book."""
    href = element.get("href")
    if element.tag != "a" or not href or element.get("class") in ("citation", "noteref"):
        return
    link = urlsplit(urljoin(f"/{page.path}", href))
    if not (link.scheme or link.netloc):
        target = Target(link.path.removeprefix("/"), link.fragment)
        element.set("href", f"#{destinations.id(target)}")
