"""In: a page's Markdown. Out: its front matter, paragraphs, anchors, links, and every citation
with its place and sentence.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.model.pages.markdown import Extensions
from edition.model.pages.page import Page, paragraph_number, read_page

EXTENSIONS = Extensions.of(
    ["attr_list", "def_list", "md_in_html", "smarty", {"toc": {"permalink": False}}]
)
Read = Callable[[str | bytes], Page]


@pytest.fixture()
def read(tmp_path: Path) -> Read:
    def read(content: str | bytes) -> Page:
        (tmp_path / "docs").mkdir(exist_ok=True)
        (tmp_path / "docs" / "a.md").write_bytes(
            content if isinstance(content, bytes) else content.encode("utf-8")
        )
        return read_page(tmp_path, "docs", "a.md", EXTENSIONS)

    return read


def keys(page: Page) -> list[str]:
    return [citation.key for citation in page.citations]


def test_a_paragraph_is_found_by_its_id(read):
    page = read("Lit.[@a] Out.\n{: #p1a }\n\nKept.\n{: .c #p12 }\n")
    assert page.paragraph("p12").text == "Kept."
    assert page.paragraph("p2") is None
    assert page.paragraph("p1a").sentence_around(5) == "Out."


def test_front_matter_is_read_with_its_lines(read):
    page = read('---\ntitle: Oil\nsection: "1.2"\n---\n\n# Other\n')
    assert page.body == "\n# Other\n"
    assert str(page.meta.line_of("section")) == "docs/a.md:3"
    assert str(page.location_at(1)) == "docs/a.md:6"
    assert str(page.location_of("Other")) == "docs/a.md:6"


def test_the_text_below_front_matter_that_cannot_be_read_still_loads(read):
    for front in ("title: A\ntitle: B\n", "- A\n", "title: 'A\n"):
        page = read(f"---\n{front}---\nLit.[@a]\n")
        assert ([problem.rule for problem in page.problems], keys(page)) == (
            ["malformed-data"],
            ["a"],
        )


def test_a_page_nested_too_deeply_is_a_problem_and_the_next_one_loads(read):
    assert [str(problem) for problem in read("- " * 2000 + "[@a]").problems] == [
        "docs/a.md:1: unreadable-file: lists, quotations or HTML are nested too deeply to be read. Flatten them."
    ]
    assert keys(read("- Lit [@a]")) == ["a"]


def test_long_pages_are_read_whole(read):
    page = read("".join(f"Lit {n}.[@a{n}]\n{{: #p{n} }}\n\n" for n in range(1, 501)))
    assert keys(page) == [f"a{n}" for n in range(1, 501)]
    assert [p.number for p in page.paragraphs] == list(range(1, 501))


@pytest.mark.parametrize("id", ["p" + "1" * 5000, "p" + "1" * 10])
def test_a_number_that_no_paragraph_has(id):
    assert paragraph_number(id) is None
