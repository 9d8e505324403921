"""In: a page that restates a section of the paper. Out: its Chapter: paragraphs with their numbers, citations, notes."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from edition.book.book_templates import fill
from edition.book.chapter import Chapter, parse
from edition.book.destinations import Destinations, page_id
from edition.book.lemmas import mark_lemmas
from edition.model import Edition, Note, Page
from edition.model.pages.annotation import AnnotatedPage
from edition.model.pages.inline import inline_html
from edition.model.pages.markdown import TAG
from edition.model.pages.page import PARAGRAPH_ID
from edition.model.pages.target import Target

_COMMAND = re.compile(r"\\[a-z][a-z-]*")
_NOT_IN_A_BOOK = (
    "script",
    "style",
    "img",
    "svg",
    "iframe",
    "video",
    "audio",
    "input",
    "button",
    "form",
)


def body_of(edition: Edition, places: Destinations, page: Page) -> HtmlElement:
    """The page's HTML as a book has it: no title, every id and link within the book, citations as the paper's numbers."""
    annotated = AnnotatedPage(page.html)
    root = annotated.root
    mark_lemmas(annotated, page, [note for note in edition.notes_on(page.path) if _hangs(page, note)])
    _set_citations(edition, page, root)
    for element in list(root.iter("*")):
        if element.tag in ("h1", *_NOT_IN_A_BOOK) or (
            element.tag == "p" and _COMMAND.fullmatch((element.text_content() or "").strip())
        ):
            element.drop_tree()
    deeper = max(page.section.count("."), 0)
    for element in root.iter("*"):
        if element.tag in ("h2", "h3", "h4", "h5") and deeper:
            element.tag = f"h{min(int(element.tag[1]) + deeper, 6)}"
        _move_into_book(places, page, element)
    return root


def _hangs(page: Page, note: Note) -> bool:
    """Whether a note hangs on words of a paragraph; otherwise it speaks of the whole section."""
    return bool(note.lemma and page.paragraph(note.paragraph))


def _set_citations(edition: Edition, page: Page, root: HtmlElement) -> None:
    for mark in list(root.iter(TAG)):
        start = (
            int(mark.get("start", "-1")) if re.fullmatch(r"\d{1,9}", mark.get("start", "")) else -1
        )
        citations = [citation for citation in page.citations if citation.start == start]
        shown = parse(
            str(
                fill("citations.html", citations=citations, bibliography=edition.bibliography)
            ).strip()
        )
        shown.tag, shown.tail = "span", mark.tail
        shown.set("class", "citations")
        mark.getparent().replace(mark, shown)


def _move_into_book(places: Destinations, page: Page, element: HtmlElement) -> None:
    id = element.get("id")
    if element.tag == "p" and id and PARAGRAPH_ID.match(id):
        element.set("class", "paragraph")
        element.set("data-number", id[1:])
    if id and not id.startswith(("cite-", "at-n")):
        element.set("id", places.id(Target(page.path, id)))
    href = element.get("href")
    if (
        element.tag == "a"
        and href
        and "citation" not in (element.get("class") or "")
        and "noteref" not in (element.get("class") or "")
    ):
        element.set("href", _address(places, page, href))


def _address(places: Destinations, page: Page, href: str) -> str:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return href
    path = page.path if not parts.path else _joined(page.path, parts.path)
    return "#" + places.id(Target(path, parts.fragment))


def _joined(base: str, path: str) -> str:
    steps = [] if path.startswith("/") else base.split("/")[:-1]
    for step in path.strip("/").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/".join(steps)


def section(edition: Edition, places: Destinations, page: Page) -> Chapter:
    """A section of the paper with the notes on it."""
    notes = edition.notes_on(page.path)
    body = body_of(edition, places, page)
    head = parse(
        str(
            fill(
                "section-head.html",
                page=page,
                notes=[note for note in notes if not _hangs(page, note)],
            )
        )
    )
    for at, element in enumerate(list(head)):
        body.insert(at, element)
    if notes:
        sources = {
            note.id: [
                edition.bibliography[key] for key in note.sources if key in edition.bibliography
            ]
            for note in notes
        }
        shown = fill(
            "notes.html",
            page=page,
            id=page_id(page),
            notes=notes,
            sources=sources,
            inline=inline_html,
        )
        body.extend(list(parse(str(shown))))
    return Chapter(page_id(page), page.title, body, page.section, page.section.count(".") + 1)
