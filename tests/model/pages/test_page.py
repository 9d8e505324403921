"""In: a page's Markdown. Out: its front matter, paragraphs, anchors, links, and every citation with its place and sentence."""

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


def sentences(page: Page) -> list[str]:
    return [citation.sentence for citation in page.citations]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Lit.[@a]", ["a"]),
        ("Lit [@a; @b].", ["a", "b"]),
        ("Lit.[@a][@b]", ["a", "b"]),
        ("Lit.[@a]: so they say.", ["a"]),
        ("Lit [@a;\n@b].", ["a", "b"]),
        ("> Lit [@a;\n> @b].", ["a", "b"]),
        ("- Lit [@a,\n  p. 3].", ["a"]),
        ("*Lit [@a]* and **out [@b]**", ["a", "b"]),
        ("# Lit [@a]", ["a"]),
        ("| A | B |\n|---|---|\n| [@a] | [@b] |", ["a", "b"]),
        ("Term\n:   Lit [@a]", ["a"]),
        ("<div markdown>\nLit [@a]\n</div>", ["a"]),
        ("\\\\[@a]", ["a"]),
    ],
)
def test_citations_are_read_wherever_text_stands(read, body, expected):
    assert keys(read(body)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "`[@a]`",
        "``the `[@a]` form``",
        "    [@a]",
        "```\n[@a]\n\n[@b]\n```",
        "~~~ text\n[@a]\n\n[@b]\n~~~",
        "Text <!-- [@a] --> text",
        "<!--\n[@a]\n\n[@b]\n-->",
        '<p title="[@a]">Text</p>',
        'Text <span title="[@a]">text</span>',
        '<script>const a = "[@a]";</script>',
        "---\ntitle: A\ndescription: Cites [@a]\n---\nText",
        "\\[@a]",
        "Write to [lamps@orrin.example]",
        "[the harbor @a](https://social.example/@a)",
        "[@a](https://social.example/@a)",
        "[@a]: https://social.example",
        "[the harbor @a][there]\n\n[there]: https://social.example",
        "Text ![A lamp @a](lamp.png)",
        "<https://social.example/@a>",
        "Ask \\@a, or a@b.",
        '<x-citation start="0" inside="@a">[]</x-citation>',
        "<x-citation>",
    ],
)
def test_what_is_no_text_holds_no_citation(read, body):
    page = read(body)
    assert keys(page) == []
    assert page.problems == []


def test_a_citation_knows_its_bracket_and_line(read):
    page = read("---\ntitle: A\n---\n\n# Lamps\n\nLit.[@a]\nOut [see @b, p. 3;\n@c].\n{: #p2a }\n")
    assert [
        (
            c.key,
            c.prefix,
            c.locator,
            str(c.location),
            page.body[c.start :].partition("]")[0],
            c.paragraph,
            c.context,
        )
        for c in page.citations
    ] == [
        ("a", "", "", "docs/a.md:7", "[@a", "p2a", "p"),
        ("b", "see", "p. 3", "docs/a.md:8", "[see @b, p. 3;\n@c", "p2a", "p"),
        ("c", "", "", "docs/a.md:8", "[see @b, p. 3;\n@c", "p2a", "p"),
    ]


def test_a_citation_knows_what_it_stands_in(read):
    page = read("# H [@a]\n\n- Item [@b]\n\n| A |\n|---|\n| [@c] |\n\nT\n:   D [@d]\n")
    assert [(c.key, c.context) for c in page.citations] == [
        ("a", "h1"),
        ("b", "li"),
        ("c", "td"),
        ("d", "dd"),
    ]


def test_a_list_in_an_item_is_not_the_items_sentence(read):
    page = read("- Oil came in casks [@a]\n    - small ones [@b]\n    - large ones [@c]\n")
    assert [(c.key, c.sentence) for c in page.citations] == [
        ("a", "Oil came in casks"),
        ("b", "small ones"),
        ("c", "large ones"),
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("It was lit.[@a] It went out.[@b]", ["It was lit.", "It went out."]),
        ("It was lit. [@a] It went out. [@b]", ["It was lit.", "It went out."]),
        ("It was lit [@a]. It went out [@b].", ["It was lit.", "It went out."]),
        ("It was lit [@a], then it went out.", ["It was lit, then it went out."]),
        (
            "It was lit[@a]; it went out.[@b]",
            ["It was lit; it went out.", "It was lit; it went out."],
        ),
        ("It was lit (see [@a]).", ["It was lit (see)."]),
        ('He wrote "it was lit."[@a] It went out.', ["He wrote “it was lit.”"]),
        ('He wrote "it was lit.[@a]" It went out.', ["He wrote “it was lit.”"]),
        (
            "Mr. Sund and Dr. Osk lit it, e.g. in May.[@a] It went out.",
            ["Mr. Sund and Dr. Osk lit it, e.g. in May."],
        ),
        ("It was lit!\n[@a] It went out?[@b] Yes.", ["It was lit!", "It went out?"]),
        ("[@a] says that it was lit. It went out.", ["says that it was lit."]),
        ("It was **lit.**[@a] It went out.", ["It was lit."]),
        ("It was [lit](b.md) in\n1788.[@a] It went out.", ["It was lit in 1788."]),
        ("It cost $3.50 in 1788.[@a] It went out.", ["It cost $3.50 in 1788."]),
        ("灯亮了。[@a] 灯灭了。[@b]", ["灯亮了。", "灯灭了。"]),
    ],
)
def test_the_citing_sentence_is_quoted_whole_and_alone(read, body, expected):
    assert sentences(read(body)) == expected


def test_paragraphs_have_ids_numbers_lines_and_text(read):
    page = read(
        "# Lamps\n\nIntroduction.\n\nLit.[@a] Out.\n{: #p1a }\n\n- An item\n\nKept.\n{: .c #p12 }\n\nSummed up.\n{: #abstract }\n"
    )
    assert [(p.id, p.number, str(p.location), p.text) for p in page.paragraphs] == [
        ("p1a", 1, "docs/a.md:6", "Lit. Out."),
        ("p12", 12, "docs/a.md:11", "Kept."),
        ("abstract", None, "docs/a.md:14", "Summed up."),
    ]
    assert keys(page) == ["a"]
    assert page.paragraph("p12").text == "Kept."
    assert page.paragraph("p2") is None
    assert page.paragraph("p1a").sentence_around(5) == "Out."


@pytest.mark.parametrize("id", ["p0", "p01", "p1ab", "pa", "p1A", "P1"])
def test_other_ids_are_no_paragraph_numbers(read, id):
    assert [(p.id, p.number) for p in read(f"Lit.\n{{: #{id} }}\n").paragraphs] == [(id, None)]


def test_headings_anchors_and_links_are_read(read):
    page = read(
        "# The *Lamps*\n\nSee [stone](b.md#p1).\n{: #p1 }\n\n## How `[@a]` is written\n\n## Lit [@a]\n\n[out](https://out.example)\n"
    )
    assert page.heading == page.title == "The Lamps"
    assert page.anchors == ["the-lamps", "p1", "how-a-is-written", "lit"]
    assert [(link.target, link.text, link.paragraph) for link in page.links] == [
        ("b.md#p1", "stone", "p1"),
        ("https://out.example", "out", ""),
    ]


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("index.md", ""),
        ("a.md", "a/"),
        ("b/index.md", "b/"),
        ("b/c.md", "b/c/"),
        ("an-index.md", "an-index/"),
        ("b/an-index.md", "b/an-index/"),
    ],
)
def test_the_address_of_a_page(path, address, read):
    page = read("Text")
    page.path = path
    assert page.address == address


def test_front_matter_is_read_with_its_lines(read):
    page = read('---\ntitle: Oil\nsection: "1.2"\n---\n\n# Other\n')
    assert (page.title, page.section, page.body, page.body_line) == ("Oil", "1.2", "\n# Other\n", 5)
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


def test_a_page_without_front_matter_is_named_by_its_heading_or_its_path(read):
    assert read("# Oil").title == "Oil"
    assert read("Text").title == "a.md"
    assert read("").title == "a.md"
    assert (
        read("---\n---\nText").body == "---\n---\nText"
    )  # as MkDocs reads it: no front matter without a line in it


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
