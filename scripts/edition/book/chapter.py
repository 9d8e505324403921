"""In: pieces of XHTML. Out: Chapters, the book's one form from which PDF, EPUB and plain text are written, and the Book of them.

The vocabulary is small: `p`, `h2` to `h4`, `em`, `strong`, `cite`, `q`, `code`, `span`, `a`, lists, tables and `aside`. Classes that
writers know: `paragraph` (with `data-number`), `citation`, `noteref`, `backlink`, `notes`, `note`, `work`.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import lxml.html
from lxml.html import HtmlElement

from edition.citing.self_citation import UNTITLED
from edition.language.dates import readable_date
from edition.model import Moment, Paper


@dataclass
class Chapter:
    """A chapter (`level` 1) or a part of one. `role` is its kind in the terms of EPUB's structural vocabulary; `body` a `div`."""

    id: str
    title: str
    body: HtmlElement
    number: str = ""
    level: int = 1
    role: str = "chapter"

    @property
    def heading(self) -> str:
        return f"{self.number}\u2002{self.title}" if self.number else self.title


@dataclass
class Book:
    """The paper's metadata and the chapters in reading order."""

    paper: Paper
    chapters: list[Chapter] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The edition's title; the paper's where it has none. A PDF must have one, also while paper.yml cannot be read."""
        return self.paper.edition.title or self.paper.title or UNTITLED

    @property
    def version(self) -> str:
        return self.paper.edition.version

    @property
    def license(self) -> str:
        """SPDX identifier of the license of the edition's text; empty where unknown."""
        return self.paper.edition.text_license

    @property
    def day(self) -> tuple[int, int, int]:
        """Year, month and day of the edition; 1 January 1980, the first that a ZIP archive can hold, where it is unknown."""
        parts = Moment(self.paper.edition.date).parts[:3]
        return (*parts, *(1, 1)[len(parts) - 1 :])[:3] if parts else (1980, 1, 1)

    @property
    def date(self) -> str:
        return readable_date(self.paper.edition.date)

    @property
    def affiliations(self) -> list[str]:
        return list(
            dict.fromkeys(author.affiliation for author in self.paper.authors if author.affiliation)
        )

    @property
    def ids(self) -> set[str]:
        """Every id that a link may lead to."""
        return {chapter.id for chapter in self.chapters} | {
            e.get("id") for chapter in self.chapters for e in chapter.body.iter("*") if e.get("id")
        }


def parse(html: str) -> HtmlElement:
    """A piece of HTML below one `div`."""
    return lxml.html.fragment_fromstring(html, create_parent="div")


def unlink(element: HtmlElement) -> None:
    """Leave a link's words and take away what makes it one."""
    for name in ("href", "role", "class", "aria-label"):
        element.attrib.pop(name, None)
    element.tag = "span"
