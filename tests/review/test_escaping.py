"""Any text becomes Markdown that GitHub renders to that text and nothing else."""

from __future__ import annotations

import re
from unicodedata import normalize

import lxml.html
import pypandoc
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.language.word_diff import difference
from edition.review.compare import Change, Review, Section
from edition.review.escaping import visible
from edition.review.report import summary_markdown

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
KINDS = "gfm+raw_html+autolink_bare_uris+emoji+tex_math_dollars+tex_math_gfm+footnotes+alerts+strikeout+pipe_tables+task_lists"
"""What GitHub reads: raw HTML, bare addresses, emoji, formulas, notes."""


def rendered(review: Review) -> lxml.html.HtmlElement:
    """The summary as GitHub's Markdown; what GitHub looks for afterwards is in no run of text."""
    markdown = summary_markdown(review)
    html = pypandoc.convert_text(markdown, "html", format=KINDS, extra_args=["--wrap=none"])
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for run in root.xpath(".//text()"):
        assert not re.search(r"@\w|#\w|://|:[\w+-]+:|www\.", run, re.IGNORECASE), run
    return root


def assert_renders_to_itself(texts: list[str]) -> None:
    root = rendered(Review("BASE", remarks=[f"Text: {text}." for text in texts]))
    _title, _summary, *paragraphs, _nothing = root
    for text, paragraph in zip(texts, paragraphs, strict=True):
        shown, meant = paragraph.text_content(), normalize("NFC", f"Text: {visible(text)}.")
        assert re.sub(r"\s+", " ", shown) == re.sub(r"\s+", " ", meant)  # pandoc composes
        assert {element.tag for element in paragraph.iter()} <= {"p", "span"}
        assert all(not element.attrib for element in paragraph.iter())


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
        ).filter(lambda text: not re.search("[\ufdd0-\ufdef]|.(?<=[\ufffe\uffff])", text)),
        min_size=1,
        max_size=40,
    )
)
def test_any_text(texts):
    assert_renders_to_itself(texts)  # pandoc drops a few code points that are no characters


@given(st.text())
def test_visible_is_one_line_without_controls(text):
    shown = visible(text)
    assert "\n" not in shown
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert visible(shown) == shown


def test_visible():
    # A joiner that does its work is no trick.
    text = "a\u202eb, a\u200cb, می\u200cروم"
    assert visible(text) == "a⟨U+202E⟩b, a⟨U+200C⟩b, می\u200cروم"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_in_every_place(text):
    """Titles, labels, texts, remarks: all comes through as text, and tables stay tables."""
    changes = [
        Change("added", text, difference("", text), text),
        Change("changed", text, difference(f"{text} one", f"{text} two"), text),
    ]
    root = rendered(
        Review(text, sections=[Section(f"Page: {text}", changes)], remarks=[f"At the base {text}"])
    )
    ours = {"div", "span", "colgroup", "col", "strong"}
    tags = " ".join(element.tag for element in root.iter() if element.tag not in ours)
    assert tags == (
        "h2 p p h3 table thead tr th th th tbody tr td b br td td tr td b br td del td ins b"
    )


def test_two_pieces_of_a_text_make_no_link():
    """The words that were added part what was one address before."""
    pairs = [
        ("www.evil.example", "www x.evil.example"),
        ("http://evil.example", "http: x//evil.example"),
    ]
    changes = [Change("changed", "¶1", difference(*pair)) for pair in pairs]
    assert rendered(Review("BASE", sections=[Section("Page", changes)])).find(".//a") is None
