"""Reads an edition as passages: each paragraph, work, note and record as plain text."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from edition.citing.citation_words import as_written, citation_text
from edition.citing.formatted_reference import FormattedReference
from edition.citing.formatter import Formatter
from edition.language.html_fragment import parse_fragment
from edition.model import Citation, Edition, Page
from edition.model.pages.blocks import HEADINGS
from edition.model.pages.markdown import TAG
from edition.model.pages.page import DIRECTIVE, PARAGRAPH_ID
from edition.site.templates import macro

_BLOCKS = (
    *HEADINGS,
    *("p", "li", "ul", "ol", "dl", "dt", "dd", "pre", "blockquote", "figure", "figcaption"),
    *("table", "caption", "thead", "tbody", "tr", "div", "section", "details", "summary"),
)
_NAMES = {
    "li": "list item",
    "pre": "code",
    "tr": "row",
    "dt": "term",
    "dd": "explanation",
}
_UNREAD = "script", "style", "svg", "template"
_MARKS = [
    (".//em | .//i", "*", "*"),
    (".//strong | .//b", "**", "**"),
    (".//code", "`", "`"),
    (".//del", "~~", "~~"),
    (".//sup", "^", "^"),
    (".//sub", "~", "~"),
    (".//td[preceding-sibling::*] | .//th[preceding-sibling::*]", " | ", ""),
    (".//br", " ", ""),
    (".//img", "[picture: {alt}] [from {src}]", ""),
    (".//a[@href][not(starts-with(@href, '#fn'))]", "", " [to {href}]"),
]
"""Elements, and what a review writes before and after their words; `{href}` is an attribute.

They are found by tag, never by class: a page may give an element any class, and could so hide a
change from its reviewers."""


@dataclass(frozen=True)
class Passage:
    """A piece of an edition as a reader sees it.

    `id` is its lasting name; empty for what has none, such as a row of a table. For a work,
    `fields` has all fields of its entry, printed or not, and `remark` says where it is cited.
    """

    label: str = field(compare=False)
    text: str
    id: str = ""
    fields: str = ""
    remark: str = field(default="", compare=False)


def head_passages(page: Page) -> list[Passage]:
    """What the front matter of a page says."""
    names = {f"{name} (page head)": value for name, value in page.meta.items() if value}
    return [Passage(name, str(value), id=name) for name, value in names.items()]


def page_passages(edition: Edition, page: Page) -> list[Passage]:
    """The passages of a page's own text, without what the edition adds: notes and lists."""
    citations: dict[str, list[Citation]] = defaultdict(list)
    for citation in page.citations:
        citations[str(citation.start)].append(citation)
    root = parse_fragment(DIRECTIVE.sub("", page.html))
    for mark in root.iter(TAG):
        here = citations[mark.get("start", "")]
        mark.text = ", ".join(_citation(edition, citation) for citation in here)
    return _read(root)


def _citation(edition: Edition, citation: Citation) -> str:
    """A citation as it is printed.

    One whose entry was removed keeps its number, so that the paragraph does not seem changed: the
    loss is reported as a problem.
    """
    if citation.number:
        words = f"[{citation.number}]"
    elif citation.key in edition.bibliography:
        words = citation_text(edition, citation)
    else:
        words = as_written(citation)
    locator = f", {citation.locator}" if citation.locator else ""
    return f"{citation.prefix} {words}{locator}".lstrip()


def work_passages(edition: Edition, file: str) -> list[Passage]:
    """The works of a .bib file by key, each as it stands in the list of references."""
    formatted = Formatter(edition.bibliography, edition.link_status)
    works = sorted(edition.bibliography.of(file), key=lambda work: work.key)
    return [_work(edition, formatted(work)) for work in works]


def _work(edition: Edition, entry: FormattedReference) -> Passage:
    numbers, body, printed = (
        macro("reference-body", part, entry) for part in ("numbers", "body", "as_printed")
    )
    root = parse_fragment(f"<p>{numbers} {body}</p>{printed}")
    for link in root.find_class("ref-archive"):  # the same for every address
        link.drop_tree()
    work = entry.reference
    fields = [f"{name} = {' '.join(value.split())}" for name, value in work.fields.items()]
    return Passage(
        label=f"@{work.key}",
        text=" ".join(passage.text for passage in _read(root)),
        id=work.key,
        fields="; ".join([f"@{work.type}", *sorted(fields)]),
        remark=_cited(edition, work.key),
    )


def _cited(edition: Edition, key: str) -> str:
    """`Cited in 1.2 Oil, paragraph 1; note 15.`"""
    places = [edition.label(citation.target) for citation in edition.cited_by.get(key, [])]
    places += [f"note {note.id}" for note in edition.notes_by_source.get(key, [])]
    return f"Cited in {'; '.join(dict.fromkeys(places))}." if places else "Cited nowhere."


def _read(root: HtmlElement) -> list[Passage]:
    """The paragraphs, headings, items and rows below an element, which is empty afterwards."""
    _write_marks(root)
    blocks = []
    # From the innermost out: what is read is taken out of what is around it.
    for element in reversed(list(root.iter(*_BLOCKS))):
        blocks.append((element.tag, element.get("id", ""), _fold(element.text_content())))
        element.clear(keep_tail=True)
    passages, above = [], ""
    for tag, id, text in reversed(blocks):
        if tag in HEADINGS:
            label, id = "heading", ""  # its id follows from its words
        elif PARAGRAPH_ID.match(id):
            label = above = f"¶{id[1:]}"
        elif id:
            label = f"#{id}"
        else:
            label = _NAMES.get(tag, "paragraph") + (f" after {above}" if above else "")
        if text:
            passages.append(Passage(label, text, id))
    return passages


def _write_marks(root: HtmlElement) -> None:
    """Write into the text what a reader sees of links, pictures and styles.

    `<em>Dawn</em>` reads `*Dawn*`, and `<a href="oil.md">oil</a>` reads `oil [to oil.md]`.
    """
    for element in list(root.iter(*_UNREAD)):
        element.drop_tree()
    for path, before, after in _MARKS:
        for element in root.xpath(path):
            attributes = defaultdict(str, element.attrib)
            element.text = before.format_map(attributes) + (element.text or "")
            element.tail = after.format_map(attributes) + (element.tail or "")


def _fold(text: str) -> str:
    """Fold the white space that HTML folds, and no-break spaces; other characters stay visible."""
    return re.sub("[ \t\n\r\f\u00a0\u202f]+", " ", text).strip(" ")
