"""In: HTML as the site prints it. Out: Passages: its paragraphs, headings, items, rows as they are read, with what words alone do not show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html
from lxml.html import HtmlElement

from edition.model.pages.blocks import HEADINGS
from edition.model.pages.page import PARAGRAPH_ID

_CELLS = {"td", "th"}
_FLOW = {
    "blockquote",
    "caption",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
}
_FLOW |= {"tbody", "thead", "tr", "ul", *HEADINGS}
_NAMES = {
    "li": "list item",
    "pre": "code",
    "tr": "row",
    "dt": "term",
    "dd": "explanation",
} | dict.fromkeys(HEADINGS, "heading")
_STYLES = {
    "em": "italic",
    "strong": "bold",
    "i": "italic",
    "b": "bold",
    "code": "code",
    "del": "struck",
    "sup": "raised",
    "sub": "lowered",
}
_UNREAD = {"script", "style", "svg", "template"}


@dataclass(frozen=True)
class Passage:
    """A paragraph, heading, item, row, …: its element's name, its id and the words; `full` also names links and styles, which `marks` lists."""

    tag: str
    id: str
    text: str
    full: str
    marks: tuple[str, ...]
    after: str = ""

    @property
    def label(self) -> str:
        """`¶1a`, `#abstract`, `heading`, `row after ¶2`."""
        if PARAGRAPH_ID.match(self.id):
            return f"¶{self.id[1:]}"
        if self.id and self.tag not in HEADINGS:
            return f"#{self.id}"
        return _NAMES.get(self.tag, "paragraph") + (
            f" after {self.after}" if self.after and self.tag not in HEADINGS else ""
        )


def _target(link: HtmlElement) -> str:
    # Where a citation leads follows from its number; where it stands is what a reader sees.
    return "" if "citation" in (link.get("class") or "").split() else link.get("href") or ""


def _flow(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """The words of a block that stand in no block inside it, each with the mark that follows them in the full reading."""
    yield element.text or "", ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNREAD:
            if child.tag in _CELLS:
                yield " | " if child.getprevious() is not None else "", ""
            if child.tag == "img":
                yield f"[picture: {child.get('alt') or ''}]", f"[from {child.get('src')}]"
            elif child.tag == "br":
                yield " ", ""
            elif child.tag not in _FLOW:
                yield from _flow(child)
                if child.tag == "a" and _target(child):
                    yield "", f" [to {_target(child)}]"
                elif child.tag in _STYLES:
                    yield "", f" [{_STYLES[child.tag]}]"
        yield child.tail or "", ""


def _folded(text: str) -> str:
    # The white space that HTML folds, and that which only holds a line together; every other character is still there to be shown.
    return re.sub("[ \t\n\r\f\u00a0\u202f]+", " ", text).strip(" ")


def read_passages(html: str) -> list[Passage]:
    """The passages of a piece of HTML in reading order. A row of a table is one, its cells divided by `|`."""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    found, last = [], ""
    for element in root.iter():
        if element.tag not in _FLOW or any(
            ancestor.tag in _UNREAD for ancestor in element.iterancestors()
        ):
            continue
        flow = list(_flow(element))
        text, full = (
            _folded("".join(words for words, _ in flow)),
            _folded("".join(words + mark for words, mark in flow)),
        )
        if not text:
            continue
        passage = Passage(
            element.tag,
            element.get("id") or "",
            text,
            full,
            tuple(mark for _, mark in flow if mark),
            last,
        )
        last = (
            passage.label
            if PARAGRAPH_ID.match(passage.id)
            else ""
            if element.tag in HEADINGS
            else last
        )
        found.append(passage)
    return found


def both_readings(before: Passage, after: Passage) -> tuple[str, str]:
    """The texts to compare: the words alone where they are all that differs, else with links and styles named."""
    return (before.text, after.text) if before.marks == after.marks else (before.full, after.full)


def is_read_alike(before: Passage, after: Passage) -> bool:
    return (before.text, before.marks) == (after.text, after.marks)
