"""In: Markdown with paragraph ids and headings that cite. Out: the paragraphs' own links, and headings with the ids that the model reads."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import markdown
import pytest

from edition.model import Bibliography, Edition, Location, Paper, Reference
from edition.model.pages.markdown import Extensions
from edition.model.pages.page import read_page
from edition.model.project import Project
from edition.site.citation_links import bracket_markdown
from edition.site.paragraph_marks import ParagraphMarks

NAMES = ["attr_list", "smarty", "toc", "tables", "fenced_code"]


def rendered(text: str) -> lxml.html.HtmlElement:
    return lxml.html.fragment_fromstring(
        markdown.markdown(text, extensions=[*NAMES, ParagraphMarks()]), create_parent="div"
    )


@pytest.mark.parametrize("id", ["p1", "p12", "p2b"])
def test_a_numbered_paragraph_links_to_itself(id: str) -> None:
    paragraph = rendered(f"Lit.\n{{: #{id} .wide }}").find("p")
    link = paragraph.find("a")
    assert set(paragraph.get("class").split()) == {"wide", "para"}
    assert (link.get("href"), link.text_content(), link.get("aria-label")) == (
        f"#{id}",
        f"¶{id[1:]}",
        f"Address of paragraph {id[1:]}",
    )


@pytest.mark.parametrize(
    "text", ["Lit.", "Lit.\n{: #abstract }", "Lit.\n{: #p0 }", "# Lit {: #p1 }", "- Lit\n{: #p1 }"]
)
def test_other_paragraphs_do_not(text: str) -> None:
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
def test_the_model_reads_the_id_that_a_heading_gets(tmp_path: Path, heading: str) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(
        f"# {heading}\n\n## {heading.replace('#own', '#other')}\n", encoding="utf-8"
    )
    page = read_page(tmp_path, "docs", "a.md", Extensions.of(NAMES))
    entries = {
        key: Reference(key, "misc", {"author": "Brine, Ada", "date": "1919"}, Location("a", 1))
        for key in "ab"
    }
    edition = Edition(Project(tmp_path), Paper(), Bibliography(entries), [], [page])
    text, brackets = page.body, {}
    for citation in page.citations:
        brackets.setdefault((citation.start, citation.end), []).append(citation)
    for (start, end), citations in sorted(brackets.items(), reverse=True):
        text = text[:start] + bracket_markdown(edition, citations) + text[end:]
    assert rendered(text).xpath(".//@id") == page.anchors
