"""Reads a page: its front matter, paragraphs, citations, anchors and links, with their lines."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from edition.model.files.front_matter import split_front_matter
from edition.model.files.limits import Fault, over_limit
from edition.model.files.records import Record
from edition.model.files.text import read_text
from edition.model.pages.blocks import HEADINGS, Block, Content, read_content
from edition.model.pages.citation import Citation
from edition.model.pages.markdown import Extensions
from edition.model.pages.sentences import Span, sentence_at
from edition.model.pages.target import Target
from edition.problem import Location, Problem

PARAGRAPH_ID = re.compile(r"^p([1-9]\d{0,8})([a-z]?)$")
_WORD = re.compile(r"[^\W_]+")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
"""Characters that XML and so the tools for HTML refuse; a rule names them, a page shows U+FFFD."""

DIRECTIVE = re.compile(r"<p>\\([A-Za-z][\w-]*)\s*</p>")
"""A directive in the HTML of a page. Code that quotes one is left alone: it is no paragraph."""

_QUOTES = str.maketrans("‘’“”", "''\"\"")


def paragraph_number(id: str) -> int | None:
    """The paper's paragraph that the paragraph `id` restates: `p2b` → 2; None for `abstract`."""
    return int(match[1]) if (match := PARAGRAPH_ID.match(id)) else None


def straight(text: str) -> str:
    """The text with straight quotes, as it is typed; of the same length."""
    return text.translate(_QUOTES)


@dataclass
class Paragraph:
    """A paragraph with an id of its own. `text` is what a reader sees, without citations."""

    id: str
    page: str
    location: Location
    text: str
    citations: list[Citation] = field(default_factory=list)
    sentences: Sequence[Span] = ()

    @property
    def number(self) -> int | None:
        """The paper's paragraph that this restates; None for `abstract` and the like."""
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
class Page(Content):
    """A page of the edition. `path` is relative to docs/, `file` to the project's root.

    `body` is the Markdown without front matter. Where it cannot be read, the page has no content.
    """

    path: str
    file: str
    meta: Record
    body: str = ""
    body_line: int = 1
    paragraphs: list[Paragraph] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find the citations and paragraphs in the blocks."""
        paragraph = ""
        for block in self.blocks:
            # A table or a list belongs to the paragraph that it follows, up to the next heading.
            if block.tag in HEADINGS:
                paragraph = ""
            elif PARAGRAPH_ID.match(block.id):
                paragraph = block.id
            citations = self._citations(block, block.id or paragraph)
            self.citations += citations
            if block.tag == "p" and block.id:
                line, text = self._line_of_id(block.id), block.text
                self.paragraphs.append(
                    Paragraph(block.id, self.path, line, text, citations, block.sentences)
                )

    def _citations(self, block: Block, paragraph: str) -> list[Citation]:
        return [
            Citation(
                key=part.key,
                location=self.location_at(marker.start),
                page=self.path,
                start=marker.start,
                prefix=part.prefix,
                locator=part.suffix,
                paragraph=paragraph,
                context=block.tag,
                sentence=sentence_at(block.text, block.sentences, marker.offset),
                is_named=part.is_named,
                is_hidden=part.is_hidden,
            )
            for marker in block.markers
            for part in marker.parts
        ]

    def _line_of_id(self, id: str) -> Location:
        match = re.search(rf"\{{:[^{{}}\n]*#{re.escape(id)}[\s}}]", self.body)
        return self.location_at(match.start() if match else 0)

    @property
    def label(self) -> str:
        """`2.3 Education`, or the title of a page that restates no section."""
        return f"{self.section} {self.title}".strip()

    @property
    def title(self) -> str:
        return self.meta.text("title") or self.heading or self.path

    @cached_property
    def directives(self) -> list[str]:
        """The names of its directives in order, unknown ones included."""
        return DIRECTIVE.findall(self.html)

    @property
    def section(self) -> str:
        """The paper's section number (`2.3`), or empty for a page that restates none."""
        return self.meta.text("section")

    @property
    def paper_heading(self) -> str:
        """The heading of the section as the paper prints it."""
        return self.meta.text("heading")

    @property
    def description(self) -> str:
        return self.meta.text("description")

    @cached_property
    def address(self) -> str:
        """The page's address below the site's root: `towers/stone/`; the home page's is empty."""
        stem = re.sub(r"(^|/)index$", r"\1", self.path.removesuffix(".md"))
        return stem + "/" if stem and not stem.endswith("/") else stem

    def location_at(self, offset: int) -> Location:
        """The line of a character of the body."""
        return Location(self.file, self.body_line + self.body.count("\n", 0, offset))

    def location_of(self, words: str, after: int = 0) -> Location:
        """The first line below line `after` where `words` begin, or the page's first.

        In the source there may be other quotes, and marks of emphasis, links and code between them.
        """
        above = self.body.split("\n")[: max(after - self.body_line, 0)]
        start = sum(len(line) + 1 for line in above)
        offset = self.body.find(words, start)
        if offset >= 0:
            return self.location_at(offset)
        for count in (6, 3):
            first_words = map(re.escape, _WORD.findall(words)[:count])
            pattern = re.compile(r"[\W_]+".join(first_words))
            match = pattern.search(self.body, start) or pattern.search(self.body)
            if match and match[0]:
                return self.location_at(match.start())
        return Location(self.file)

    def paragraph(self, id: str) -> Paragraph | None:
        return next((paragraph for paragraph in self.paragraphs if paragraph.id == id), None)


def read_page(
    root: Path,
    docs: str,
    path: str,
    extensions: Extensions,
    author_of: Callable[[str], str] = lambda key: "",
) -> Page:
    """Read `root/docs/path`. What cannot be read is in `problems`; the rest of the page loads.

    `author_of` gives the author of a work that the text names, by its key.
    """
    file = f"{docs}/{path}"
    text, problems = read_text(root, file)
    meta, body, body_line, more = split_front_matter(text, file)
    body = _CONTROL.sub("\ufffd", body)
    fault, content = over_limit(body), Content()
    if not fault:
        try:
            content = read_content(body, extensions)
            if authors := tuple((key, author_of(key)) for key in content.named_keys):
                content = read_content(body, extensions, authors)
        except RecursionError:
            message = "lists, quotations or HTML are nested too deeply to be read."
            fault = Fault(0, message, "Flatten them.")
    if fault:
        location = Location(file, body_line + body.count("\n", 0, fault.offset))
        more.append(Problem(location, "unreadable-file", fault.message, fault.hint))
    return Page(path, file, meta, body, body_line, problems=problems + more, **vars(content))
