"""The links of paragraphs to themselves, and the ids of headings that cite."""

from __future__ import annotations

from dataclasses import replace
from xml.etree.ElementTree import Element

import lxml.html
import markdown
import pytest
from markdown.extensions import Extension

from edition.model import Bibliography, Edition, Reference
from edition.model.pages.markdown import Bracket, CitationExtension, Extensions, fragment
from edition.model.pages.page import read_page
from edition.problem import Location
from edition.site.citation_links import citation_nodes
from edition.site.paragraph_marks import ParagraphMarks

NAMES = ["attr_list", "smarty", "toc", "tables", "fenced_code"]


def rendered(text: str, *more: Extension) -> lxml.html.HtmlElement:
    html = markdown.markdown(text, extensions=[*NAMES, ParagraphMarks(), *more])
    return lxml.html.fragment_fromstring(html, create_parent="div")


@pytest.mark.parametrize(
    "text", ["Lit.", "Lit.\n{: #abstract }", "Lit.\n{: #p0 }", "# Lit {: #p1 }", "- Lit\n{: #p1 }"]
)
def test_other_paragraphs_do_not(text):
    assert list(rendered(text).iter("a")) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Lit [@a]",
        "Lit [@a] and out",
        "Lit [@a; @b]",
        "*Lit* [@a] `[@a]`",
        "Lit {: #own }",
        "Lit [@a] {: #own }",
        "Lit",
        "Öl & Licht [@a]",
        "[@a]",
    ],
)
def test_the_model_reads_the_id_that_a_heading_gets(tmp_path, heading):
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(
        f"# {heading}\n\n## {heading.replace('#own', '#other')}\n", encoding="utf-8"
    )
    page = read_page(tmp_path, "docs", "a.md", Extensions.of(NAMES))
    entries = {
        key: Reference(key, "misc", {"author": "Brine, Ada", "date": "1919"}, Location("a", 1))
        for key in "ab"
    }
    edition = replace(Edition.load(tmp_path), bibliography=Bibliography(entries), pages=[page])

    def render(bracket: Bracket) -> Element:
        citations = [one for one in page.citations if one.start == bracket.start]
        return fragment(citation_nodes(edition, citations))

    assert rendered(page.body, CitationExtension(render)).xpath(".//@id") == page.anchors
