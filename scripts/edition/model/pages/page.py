"""In: a Markdown file of docs/. Out: a Page: its front matter, paragraphs, citations, anchors and links, with lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from edition.model.files.front_matter import split_front_matter
from edition.model.files.limits import over_limit
from edition.model.files.text import read_text
from edition.model.files.yaml import Record
from edition.model.pages.blocks import HEADINGS, Block, block_of, parse_html, read_blocks
from edition.model.pages.citation import Citation, parse_block
from edition.model.pages.link import Link
from edition.model.pages.markdown import Extensions, convert
from edition.model.pages.sentences import sentence_at, sentence_spans
from edition.model.pages.target import Target
from edition.problem import Location, Problem

PARAGRAPH_ID = re.compile(r"^p([1-9]\d{0,8})([a-z]?)$")


def paragraph_number(id: str) -> int | None:
    """The paper's paragraph that the paragraph `id` restates (a part of): `p2b` → 2; None for `abstract` and the like."""
    return int(match[1]) if (match := PARAGRAPH_ID.match(id)) else None


_QUOTES = str.maketrans("‘’“”", "''\"\"")


def straight(text: str) -> str:
    """The text with straight quotes, as it is typed; of the same length."""
    return text.translate(_QUOTES)


@dataclass
class Paragraph:
    """A paragraph with an id of its own. `text` is what a reader sees, without citation markers."""

    id: str
    page: str
    location: Location
    text: str
    citations: list[Citation] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    @property
    def number(self) -> int | None:
        """The paper's paragraph that this restates (a part of); None for `abstract` and the like."""
        return paragraph_number(self.id)

    @property
    def target(self) -> Target:
        return Target(self.page, self.id)

    @property
    def label(self) -> str:
        """`Paragraph 1b`; empty where the id is not the paper's number."""
        return f"Paragraph {self.id.removeprefix('p')}" if self.number else ""

    def find(self, words: str) -> tuple[int, int] | None:
        """Where `words` first stand in the text, as start and end; None where they do not.

        Quotes may be straight or curly on either side.
        """
        start = straight(self.text).find(straight(words)) if words else -1
        return (start, start + len(words)) if start >= 0 else None

    def sentence_around(self, start: int) -> str:
        """The sentence in which the character at `start` stands."""
        return sentence_at(self.text, self.sentences, start + 1)


@dataclass
class Page:
    """A page of the edition. `path` is relative to docs/; `body` is the Markdown without front matter, `html` what it renders to.

    `unread` holds the offsets of brackets with an `@` that stand in the text and yet are no citations.
    """

    path: str
    file: str
    meta: Record
    body: str = ""
    body_line: int = 1
    paragraphs: list[Paragraph] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    heading: str = ""
    html: str = field(default="", repr=False)  # it follows from the rest
    unread: list[int] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def label(self) -> str:
        """`2.3 Education`, or the title of a page that restates no section."""
        return f"{self.section} {self.title}".strip()

    @property
    def title(self) -> str:
        return str(self.meta.get("title") or self.heading or self.path)

    @property
    def section(self) -> str:
        """The paper's section number (`2.3`), or empty for a page that restates none."""
        return str(self.meta.get("section") or "")

    @cached_property
    def address(self) -> str:
        """The page's address below the site's root: `towers/stone/`; the home page's is empty."""
        stem = re.sub(r"(^|/)index$", r"\1", self.path.removesuffix(".md"))
        return stem if stem in ("",) or stem.endswith("/") else stem + "/"

    def location_at(self, offset: int) -> Location:
        """The line of a character of the body."""
        return Location(self.file, self.body_line + self.body.count("\n", 0, offset))

    def location_of(self, words: str) -> Location:
        """The first line that holds `words`, or the page's first."""
        return (
            self.location_at(self.body.index(words)) if words in self.body else Location(self.file)
        )

    def paragraph(self, id: str) -> Paragraph | None:
        return next((paragraph for paragraph in self.paragraphs if paragraph.id == id), None)


def _citations(
    page: Page, block: Block, spans: list[tuple[int, int]], paragraph: str
) -> Iterator[Citation]:
    for mark in block.marks:
        end = page.body.find("]", mark.start) + 1
        if not end or page.body[mark.start] != "[":
            continue  # an `<x-citation>` that the page itself wrote
        sentence = sentence_at(block.text, spans, mark.offset)
        for part in parse_block(mark.inside) or []:
            yield Citation(
                part.key,
                page.location_at(mark.start),
                page.path,
                mark.start,
                end,
                part.prefix,
                part.suffix,
                paragraph,
                block.tag,
                sentence,
            )


def _read_structure(page: Page, html: str) -> None:
    root = parse_html(html)
    for element in root.iter("*"):
        if element.get("id"):
            page.anchors.append(element.get("id"))
        if element.tag == "h1" and not page.heading:
            page.heading = " ".join(element.text_content().split())
        if element.tag == "a" and element.get("href"):
            page.links.append(
                Link(element.get("href"), element.text_content(), block_of(element).get("id") or "")
            )
    paragraph = ""
    for block in read_blocks(root):
        spans = sentence_spans(block.text)
        # A table or a list belongs to the paragraph that it follows, up to the next heading.
        paragraph = (
            "" if block.tag in HEADINGS else block.id if PARAGRAPH_ID.match(block.id) else paragraph
        )
        citations = list(_citations(page, block, spans, block.id or paragraph))
        page.citations += citations
        if block.tag == "p" and block.id:
            page.paragraphs.append(
                Paragraph(
                    block.id, page.path, _line_of_id(page, block.id), block.text, citations, spans
                )
            )


def _line_of_id(page: Page, id: str) -> Location:
    match = re.search(rf"\{{:[^{{}}\n]*#{re.escape(id)}[\s}}]", page.body)
    return page.location_at(match.start()) if match else Location(page.file, page.body_line)


def read_head(root: Path, docs: str, path: str) -> Page:
    """Read `root/docs/path`, without what its Markdown says."""
    text, problems = read_text(root, f"{docs}/{path}")
    meta, body, body_line, more = split_front_matter(text, f"{docs}/{path}")
    return Page(path, f"{docs}/{path}", meta, body, body_line, problems=problems + more)


def read_body(page: Page, extensions: Extensions) -> None:
    """Read the body of a page. What cannot be read is in `problems`; the rest of the page still loads."""
    fault = over_limit(page.body)
    try:
        if not fault:
            page.html, page.unread = convert(page.body, extensions)
            _read_structure(page, page.html)
    except RecursionError:
        fault = 0, "lists, quotations or HTML are nested too deeply to be read.", "Flatten them."
    if fault:
        page.problems.append(Problem(page.location_at(fault[0]), "unreadable-file", *fault[1:]))


def read_page(root: Path, docs: str, path: str, extensions: Extensions) -> Page:
    """Read `root/docs/path` whole."""
    read_body(page := read_head(root, docs, path), extensions)
    return page
