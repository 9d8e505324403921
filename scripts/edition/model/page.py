"""In: a Markdown file of docs/. Out: a Page: its front matter, paragraphs, citations, anchors and links, with lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import lxml.html

from .citation import Citation, parse_block
from .data import Record, parse_yaml
from .markdown import TAG, Extensions, convert
from .place import Place, Problem
from .sentence import sentence_at, sentence_spans
from .text import read_text

PARAGRAPH_ID = re.compile(r"^p([1-9]\d*)([a-z]?)$")
# The shape MkDocs reads as front matter (mkdocs.utils.meta.YAML_RE).
_FRONT_MATTER = re.compile(r"^-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
_BLOCKS = {"p", "li", "td", "th", "dd", "dt", "blockquote", "figcaption", "caption", "h1", "h2", "h3", "h4", "h5", "h6"}
_OTHER_FLOW = _BLOCKS | {"dl", "ol", "pre", "table", "ul"}
"""What stands in a block without being part of its text: a list in an item is not the item's sentence."""


@dataclass
class Paragraph:
    """A paragraph with an id of its own. `text` is what a reader sees, without citation markers."""

    id: str
    page: str
    place: Place
    text: str
    citations: list[Citation] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    @property
    def number(self) -> int | None:
        """The paper's paragraph that this one restates (a part of): `p2b` → 2; None for `abstract` and the like."""
        match = PARAGRAPH_ID.match(self.id)
        return int(match[1]) if match else None

    def sentence_around(self, start: int) -> str:
        """The sentence in which the character at `start` stands."""
        return sentence_at(self.text, self.sentences, start + 1)


@dataclass(frozen=True)
class Link:
    """A link as written in the page: its target and its words."""

    target: str
    text: str
    paragraph: str


@dataclass
class Page:
    """A page of the edition. `path` is relative to docs/; `body` is the Markdown without front matter."""

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
    problems: list[Problem] = field(default_factory=list)

    @property
    def title(self) -> str:
        return str(self.meta.get("title") or self.heading or self.path)

    @property
    def section(self) -> str:
        """The paper's section number (`2.3`), or empty for a page that restates none."""
        return str(self.meta.get("section") or "")

    @property
    def address(self) -> str:
        """The page's address below the site's root: `cooperation/education/`; the home page's is empty."""
        stem = re.sub(r"(^|/)index$", r"\1", self.path.removesuffix(".md"))
        return stem if stem in ("",) or stem.endswith("/") else stem + "/"

    def place_at(self, offset: int) -> Place:
        """The line of a character of the body."""
        return Place(self.file, self.body_line + self.body.count("\n", 0, offset))

    def place_of(self, words: str) -> Place:
        """The first line that holds `words`, or the page's first."""
        at = self.body.find(words)
        return self.place_at(at) if at >= 0 else Place(self.file)

    def paragraph(self, id: str) -> Paragraph | None:
        return next((paragraph for paragraph in self.paragraphs if paragraph.id == id), None)


def _split(text: str, file: str) -> tuple[Record, str, int, list[Problem]]:
    match = _FRONT_MATTER.match(text)
    empty = Record()
    empty.place, empty.lines = Place(file), {}
    if not match:
        return empty, text, 1, []
    meta, problems = parse_yaml(match[1], file, first_line=2)
    if not isinstance(meta, Record):
        if meta is not None:
            problems.append(Problem(Place(file, 2), "malformed-data", "the front matter is not a list of `name: value` lines.", "Write `title: …` and so on, one a line."))
        meta = empty
    return meta, text[match.end() :], match[0].count("\n") + 1, problems


def _block_of(element: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    for ancestor in element.iterancestors():
        if ancestor.tag in _BLOCKS:
            return ancestor
    return element.getparent()


def _flow(block: lxml.html.HtmlElement) -> Iterator[str | lxml.html.HtmlElement]:
    """The texts and citation markers of a block, in reading order."""
    if block.text:
        yield block.text
    for child in block:
        if child.tag == TAG:
            yield child
        elif isinstance(child.tag, str) and child.tag not in _OTHER_FLOW:
            yield from _flow(child)
        if child.tail:
            yield child.tail


_CLOSING = tuple(".,;:!?)\u2019\u201d")


def _text_and_marks(block: lxml.html.HtmlElement) -> tuple[str, list[tuple[int, lxml.html.HtmlElement]]]:
    text, marks = "", []
    for piece in _flow(block):
        if isinstance(piece, str):
            folded = re.sub(r"\s+", " ", piece)
            if marks and marks[-1][0] == len(text) and folded[:1] in _CLOSING:
                # `so [@key].` reads `so.` once the marker is gone.
                text = text.rstrip()
            text += folded.lstrip() if not text or text.endswith(" ") else folded
        else:
            marks.append((len(text), piece))
    return text.rstrip(), marks


def _citations(page: Page, block: lxml.html.HtmlElement, paragraph_id: str) -> tuple[str, list[tuple[int, int]], list[Citation]]:
    text, marks = _text_and_marks(block)
    spans = sentence_spans(text) if marks or paragraph_id else []
    found = []
    for offset, mark in marks:
        start = int(mark.get("start", ""))
        end = page.body.index("]", start) + 1
        for part in parse_block(mark.get("inside")) or []:
            found.append(
                Citation(
                    part.key,
                    page.place_at(start),
                    page.path,
                    start,
                    end,
                    part.prefix,
                    part.suffix,
                    paragraph_id,
                    block.tag,
                    sentence_at(text, spans, offset),
                )
            )
    return text, spans, found


def _read_structure(page: Page, html: str) -> None:
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for mark in root.iter("math", "script", "style"):
        mark.text = ""
    seen: list[lxml.html.HtmlElement] = []
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        if element.get("id"):
            page.anchors.append(element.get("id"))
        if element.tag == "h1" and not page.heading:
            page.heading = " ".join(element.text_content().split())
        if element.tag == "a" and element.get("href"):
            block = _block_of(element)
            page.links.append(Link(element.get("href"), element.text_content(), block.get("id") or ""))
        is_paragraph = element.tag == "p" and element.get("id")
        block = element if is_paragraph else _block_of(element) if element.tag == TAG else None
        if block is None or any(block is other for other in seen):
            continue
        seen.append(block)
        id = block.get("id") or ""
        text, spans, citations = _citations(page, block, id)
        page.citations += citations
        if block.tag == "p" and id:
            page.paragraphs.append(Paragraph(id, page.path, _line_of_id(page, id), text, citations, spans))


def _line_of_id(page: Page, id: str) -> Place:
    match = re.search(rf"\{{:[^}}\n]*#{re.escape(id)}[\s}}]", page.body)
    return page.place_at(match.start()) if match else Place(page.file, page.body_line)


def read_page(root: Path, docs: str, path: str, extensions: Extensions) -> Page:
    """Read `root/docs/path`. What cannot be read is in `problems`; the rest of the page still loads."""
    file = f"{docs}/{path}"
    text, problems = read_text(root, file)
    meta, body, body_line, more = _split(text, file)
    page = Page(path, file, meta, body, body_line, problems=problems + more)
    _read_structure(page, convert(body, extensions))
    return page
