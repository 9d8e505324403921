"""A book: its metadata and its chapters, from which PDF, EPUB and plain text are written.

The XHTML of a chapter has few elements: `p`, `h2` to `h6`, `em`, `strong`, `cite`, `q`, `code`,
`span`, `a`, `img`, `figure`, lists, tables and `aside`. The writers know these classes: `paragraph`
(with the attribute `data-number`), `citation`, `noteref`, `backlink`, `notes`, `note`, `work`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from edition.citing.self_citation import UNTITLED, author_line, edition_authors
from edition.language.dates import first_day, readable_date
from edition.model import Paper

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
"""The headings within a chapter; its own title is the `h1`."""


@dataclass
class Chapter:
    """A chapter (`level` 1) or, at a deeper level, a section of the chapter before it.

    `body` is a `div`. `role` is a term of EPUB's vocabulary (idpf.org/epub/vocab/structure); with
    `doc-` before it, it is a role of DPUB-ARIA.
    """

    id: str
    title: str
    body: HtmlElement
    number: str = ""
    level: int = 1
    role: str = "chapter"

    @property
    def heading(self) -> str:
        """Number and title; a section of the paper has a number."""
        return f"{self.number}\u2002{self.title}" if self.number else self.title

    def ids(self) -> Iterator[str]:
        """Every id in the chapter that a link may lead to."""
        yield self.id
        for element in self.body.iter("*"):
            if element.get("id"):
                yield element.get("id")


@dataclass
class Book:
    """The paper's metadata and the chapters in reading order."""

    paper: Paper
    chapters: list[Chapter] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    """The files that the `src` of an `img` names."""

    @property
    def bodies(self) -> list[HtmlElement]:
        """The XHTML of the chapters."""
        return [chapter.body for chapter in self.chapters]

    @property
    def title(self) -> str:
        """The edition's title, or the paper's. A PDF must have one, even without a paper.yml."""
        return self.paper.edition.title or self.paper.title or UNTITLED

    @property
    def author_line(self) -> str:
        """Who wrote the words of the book; empty where that is not said."""
        return author_line(edition_authors(self.paper))

    @property
    def version(self) -> str:
        return self.paper.edition.version

    @property
    def license(self) -> str:
        """SPDX identifier of the license of the edition's text; empty where unknown."""
        return self.paper.edition.text_license

    @property
    def date(self) -> str:
        return readable_date(self.paper.edition.date)

    @property
    def day(self) -> tuple[int, int, int]:
        """Year, month and day of the edition; the first where one is not given."""
        return first_day(self.paper.edition.date)

    @property
    def affiliations(self) -> list[str]:
        """The authors' affiliations, each once."""
        affiliations = (author.affiliation for author in self.paper.authors)
        return list(dict.fromkeys(filter(None, affiliations)))
