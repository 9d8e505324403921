"""In: the project. Out: its Pages in reading order; one whose Markdown has not changed is taken from .cache/, as it was read before."""

from __future__ import annotations

from typing import Any

from .citation import Citation
from .kept import FOLDER, Kept, code_digest, digest
from .link import Link
from .markdown import Extensions
from .page import Page, Paragraph, read_body, read_head
from .place import Place
from .processes import in_parts
from .project import Project

MANY = 50
"""As many changed pages are read by several processes."""


def _key(page: Page, extensions: Extensions) -> str:
    """The digest of all that a reading follows from: the body, where it stands, and the Markdown it is written in."""
    return digest(code_digest(), repr(extensions), page.path, page.file, str(page.body_line), page.body)


def _keep(kept: Kept, key: str, page: Page) -> None:
    """Keep what was read. Citations are written once and named by their place in the page; their numbers are given later."""
    at = {id(citation): index for index, citation in enumerate(page.citations)}
    citations = [[c.key, c.place.line, c.start, c.end, c.prefix, c.locator, c.paragraph, c.context, c.sentence] for c in page.citations]
    paragraphs = [[p.id, p.place.line, p.text, [at[id(c)] for c in p.citations], p.sentences] for p in page.paragraphs]
    links = [[link.target, link.text, link.paragraph] for link in page.links]
    kept.put(key, [page.html, page.unread, page.heading, page.anchors, links, citations, paragraphs])


def _take(kept: Kept, key: str, page: Page) -> bool:
    """Fill the page with what was kept of it; false where nothing was."""
    found: Any = kept.take(key)
    if found is None:
        return False
    page.html, page.unread, page.heading, page.anchors, links, citations, paragraphs = found
    page.links = [Link(*link) for link in links]
    page.citations = [Citation(name, Place(page.file, line), page.path, *rest) for name, line, *rest in citations]
    for name, line, text, cited, sentences in paragraphs:
        spans = [(start, end) for start, end in sentences]
        page.paragraphs.append(Paragraph(name, page.path, Place(page.file, line), text, [page.citations[index] for index in cited], spans))
    return True


def _read(page: Page, extensions: Extensions) -> Page:
    read_body(page, extensions)
    return page


def read_pages(project: Project) -> list[Page]:
    """Read the pages of the navigation. What cannot be read is in their `problems`, and is not kept."""
    kept = Kept(project.root / FOLDER / "pages.json")
    pages = [read_head(project.root, project.docs, path) for path in dict.fromkeys(project.pages)]
    known = {page.path: len(page.problems) for page in pages}
    keys = {page.path: _key(page, project.extensions) for page in pages}
    changed = [page for page in pages if not _take(kept, keys[page.path], page)]
    read = {page.path: page for page in in_parts(lambda page: _read(page, project.extensions), changed, MANY)}
    for page in read.values():
        if len(page.problems) == known[page.path]:
            _keep(kept, keys[page.path], page)
    kept.save()
    return [read.get(page.path, page) for page in pages]
