"""What is made of small texts: examples/ has for each reader texts and what it makes of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import lxml.html
import pytest
import yaml
from markdown import Markdown
from markdown.util import AtomicString

from conftest import overlay_paper
from edition.model import Edition, Paragraph
from edition.model.apparatus.mention import Finder
from edition.model.apparatus.name import Term
from edition.model.files.records import Record
from edition.model.files.yaml import parse_yaml
from edition.model.pages.annotation import AnnotatedPage, Mark
from edition.model.pages.citation import Part, parse_block, parse_in_text
from edition.model.pages.inline import inline_html, inline_text
from edition.model.pages.markdown import (
    Bracket,
    CitationExtension,
    Extensions,
    convert,
    fragment,
)
from edition.model.pages.page import Page, read_page
from edition.model.pages.sentences import sentence_spans
from edition.problem import Location

LINE = Location("docs/a.md")
USUAL = Extensions.of(["attr_list", "def_list", "md_in_html", "smarty"])
EXAMPLES = [
    (file.stem, text, made)
    for file in sorted((Path(__file__).parent / "examples").glob("*.yml"))
    for text, made in yaml.safe_load(file.read_text("utf-8")).items()
]
TEXT = "One two three, four and five."
PARAGRAPH = Paragraph("p1", "a.md", LINE, TEXT)
PLAIN = f"<p id='p1'>{TEXT}</p>"
RICH = "<p id='p1'>One <em>two</em> <a href='x'>three, <b>four</b></a> and five.</p>"
CITED = (
    "<p id='p1'>Lit.<a class='citation'>[1]</a>, <a class='citation'>[2]</a>"
    "<span class='citation-locator'>, p. 3</span> Out <span class='citation-prefix'>see </span>"
    "<a class='citation'>[3]</a>. Dark<a class='pilcrow'>¶1</a></p>"
)


def page_of(folder: Path, text: str) -> Page:
    (folder / "a.md").write_text(text, encoding="utf-8")
    page = read_page(folder, ".", "a.md", USUAL)
    assert page.problems == []
    return page


def fields_of(parts: list[Part] | None) -> list[dict[str, Any]] | None:
    """The fields of each part that are not empty."""
    if parts is None:
        return None
    return [{name: value for name, value in vars(part).items() if value} for part in parts]


def in_text(text: str) -> list[Any]:
    parts, length = parse_in_text(text)
    return [text[:length], *fields_of(parts)]


def with_links(body: str) -> str:
    """A page's HTML with a renderer of citations as the site has one."""

    def render(bracket: Bracket) -> Element:
        links: list[Element | str] = []
        for part in bracket.parts:
            link = Element("a", {"href": f"#{part.key}"})
            link.text = AtomicString(f"[{bracket.start}]")
            links += [", ", link] if links else [link]
        return fragment(links)

    return Markdown(extensions=[CitationExtension(render), "toc"]).convert(body)


def annotated(html: str, words: str, text: str = TEXT) -> str:
    """The HTML with `<i>` around some words of the paragraph, divided by `|`, and `<sup>` after."""
    marks = []
    for some, name in zip(words.split("|"), "abc", strict=False):
        start = text.index(some)
        after = lxml.html.Element("sup")
        after.text = name
        marks.append(Mark(start, start + len(some), lxml.html.Element("i"), after))
    page = AnnotatedPage(html)
    page.annotate(Paragraph("p1", "a.md", LINE, text), marks)
    return str(page).removeprefix('<p id="p1">').removesuffix("</p>")


def characters(html: str) -> str:
    """The characters of a paragraph that reads `One two.`, each from where it stands."""
    positions = AnnotatedPage(html).positions(Paragraph("p1", "a.md", LINE, "One two."))
    return "".join(position.holder[position.at] for position in positions)


def numbered(folder: Path, text: str) -> list[Any]:
    """The citations of a text in the place of the made-up paper's section 1.1, with numbers."""
    root = overlay_paper(folder / "paper", {"docs/towers/stone.md": text})
    citations = Edition.load(root).by_path["towers/stone.md"].citations
    return [[one.number, one.key, one.paragraph, one.context] for one in citations]


def page_facts(page: Page) -> dict[str, Any]:
    return {
        "title": page.title,
        "section": page.section,
        "from line": page.body_line,
        "anchors": page.anchors,
        "links": [[link.target, link.text, link.paragraph] for link in page.links],
    }


def is_free(words: str) -> bool:
    start = TEXT.index(words)
    return AnnotatedPage(RICH).free(PARAGRAPH, start, start + len(words))


def mentioned(text: str) -> list[str]:
    forms = ["Holm", "Treaty of Holm", "Holm Light", "F.A.O. (old)", "C++"]
    terms = [Term(form, form, "", Record(LINE)) for form in forms]
    found = Finder(terms).mentions(Paragraph("p1", "a.md", LINE, text))
    return [mention.form for mention in found]


def value_of(text: str) -> Any:
    value, problems = parse_yaml(text, "a.yml")
    assert problems == []
    return value


READERS: dict[str, Callable[[Path, str], Any]] = {
    "addresses-of-pages": lambda _, path: Page(path, f"docs/{path}", Record(LINE)).address,
    "cited-keys": lambda folder, text: [one.key for one in page_of(folder, text).citations],
    "citing-sentences": lambda folder, text: [
        one.sentence for one in page_of(folder, text).citations
    ],
    "citations": lambda folder, text: [
        [one.location.line, one.prefix, one.key, one.locator, one.context, one.paragraph]
        for one in page_of(folder, text).citations
    ],
    "paragraphs": lambda folder, text: [
        [one.id, one.number, one.location.line, one.text]
        for one in page_of(folder, text).paragraphs
    ],
    "citations-in-brackets": lambda _, text: fields_of(parse_block(text)),
    "citations-in-text": lambda _, text: in_text(text),
    "sentences": lambda _, text: [text[start:end] for start, end in sentence_spans(text)],
    "inline": lambda _, text: [str(inline_html(text)), inline_text(text)],
    "manuscripts": lambda _, text: convert(text, USUAL, {"a": "Brine"})[0].replace("\n", ""),
    "links-of-citations": lambda _, text: with_links(text),
    "marks": lambda _, words: annotated(PLAIN, words),
    "marks-beside-links": lambda _, words: annotated(RICH, words),
    "words-free-for-a-link": lambda _, words: is_free(words),
    "marks-behind-citations": lambda _, words: annotated(CITED, words, "Lit. Out. Dark"),
    "characters-in-html": lambda _, html: characters(html),
    "numbers": numbered,
    "pages": lambda folder, text: page_facts(page_of(folder, text)),
    "mentions": lambda _, text: mentioned(text),
    "yaml": lambda _, text: value_of(text),
}


@pytest.mark.parametrize(("reader", "text", "made"), EXAMPLES)
def test_what_is_made_of_a_text(tmp_path, reader, text, made):
    assert READERS[reader](tmp_path, text) == made
