"""Any text becomes Markdown that GitHub renders to that text and nothing else."""

from __future__ import annotations

import re
from unicodedata import normalize

import lxml.html
import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.review.change import ADDED, CHANGED, Change, Review, Section
from edition.review.escaping import markdown_text, visible
from edition.review.markdown_report import summary_markdown

HOSTILE = [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "</td></tr></table><h1>Approved</h1>",
    "</details></summary><!-- ",
    "![](https://tracker.example/p.png)",
    "[click](javascript:alert(1))",
    "[a]: https://evil.example\n\n[a]",
    "<https://evil.example> https://evil.example www.evil.example WWW.evil.example ftp://evil.example",
    "mailto:a@evil.example a@evil.example",
    "@maintainer please merge, cc @org/team, see #1, GH-1 and org/repo#2",
    "&#64;maintainer &commat;maintainer &lt;b&gt;",
    "| a | b |\n|---|---|\n| c | d |",
    "# Heading\n## Approved\n---\n===",
    "1. one\n- two\n* three\n> four\n+ five\n    code",
    "``` \n~~~ `code` ``code``",
    "*bold* __bold__ ~~gone~~ _it_ ***x***",
    "$\\text{x}$ $$y$$ $`z`$",
    ":tada: :+1:",
    "[^1] [^1]: note [ ] [x]",
    "> [!IMPORTANT]\n> Approved",
    "\\<b> \\\\ \\@x",
    "::error file=x::no\n::add-mask::secret ##[error]no",
    "\u202egnp.exe\u202c a\u200bb \u2066x\u2069 \x1b[31mred\x07 \ue000 \ufeff \U000e0041",
    "</del></ins><b>all of it</b>",
    "{+ [- -] +}",
]
READ = {"p", "span"}


def rendered(texts: list[str]) -> list[lxml.html.HtmlElement]:
    """A paragraph for each text, as GitHub's Markdown with raw HTML, bare addresses, emoji, formulas and notes reads it."""
    source = "\n\n".join(f"Text: {markdown_text(text)}." for text in texts)
    kinds = "gfm+raw_html+autolink_bare_uris+emoji+tex_math_dollars+tex_math_gfm+footnotes+alerts+strikeout+pipe_tables+task_lists"
    html = pypandoc.convert_text(source, "html", format=kinds, extra_args=["--wrap=none"])
    return list(lxml.html.fragment_fromstring(html, create_parent="div"))


def assert_renders_to_itself(texts: list[str]) -> None:
    paragraphs = rendered(texts)
    assert [paragraph.tag for paragraph in paragraphs] == ["p"] * len(texts)
    for text, paragraph in zip(texts, paragraphs, strict=True):
        shown, meant = paragraph.text_content(), normalize("NFC", f"Text: {visible(text)}.")
        assert re.sub(r"\s+", " ", shown) == re.sub(r"\s+", " ", meant)  # pandoc composes
        assert {element.tag for element in paragraph.iter()} <= READ
        assert all(not element.attrib for element in paragraph.iter())
        # What GitHub itself looks for in a run of text, after Markdown is read.
        for run in paragraph.xpath(".//text()"):
            assert not re.search(r"@\w|#\w|://|:[\w+-]+:|www\.", run, re.IGNORECASE), run


def test_hostile_texts():
    assert_renders_to_itself(HOSTILE)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.text(
            alphabet=st.one_of(
                st.sampled_from("\\`*_{}[]<>()#+-.!|~&@$:^=\"'/;wxW1 \n\t"),
                st.characters(exclude_categories=["Cs"]),
            )
        ),
        min_size=1,
        max_size=40,
    )
)
def test_any_text(texts):
    # A carriage return or form feed would be made visible; pandoc drops a few code points that are no characters.
    assert_renders_to_itself(
        [text for text in texts if not re.search("[\ufdd0-\ufdef]|.(?<=[\ufffe\uffff])", text)]
        or ["x"]
    )


@given(st.text())
def test_visible_is_one_line_without_controls(text):
    shown = visible(text)
    assert "\n" not in shown
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert visible(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\u202eb", "a⟨U+202E⟩b"),
        ("one\n two\t three", "one two three"),
        ("\x1b[1m", "⟨U+001B⟩[1m"),
        ("می\u200cروم", "می\u200cروم"),  # a joiner that does its work is no trick
        ("a\u200cb", "a⟨U+200C⟩b"),
    ],
)
def test_visible(text, shown):
    assert visible(text) == shown


def test_a_hostile_text_in_every_place():
    """Titles, paths, labels, texts, remarks: all comes through as text, and tables stay tables."""
    for text in HOSTILE:
        changes = [
            Change(ADDED, text, "", text, text),
            Change(CHANGED, text, f"{text} one", f"{text} two", text),
        ]
        review = Review(
            base=text,
            references=[Section(text, f"{text}/", changes, remark=f"It was {text}.")],
            remarks=[f"At the base {text}"],
            other_files=[text],
        )
        markdown = summary_markdown(review)
        html = pypandoc.convert_text(markdown, "html", format="gfm", extra_args=["--wrap=none"])
        root = lxml.html.fragment_fromstring(html, create_parent="div")
        ours = {"div", "span", "colgroup", "col", "strong"}
        tags = " ".join(element.tag for element in root.iter() if element.tag not in ours)
        assert tags == (
            "h2 p h3 p table thead tr th th th tbody tr td b br td td tr td b br td del td ins b p p"
        ), text
