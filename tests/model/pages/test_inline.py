"""In: lines of Markdown from data files. Out: their HTML without a paragraph, and their words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from edition.model.pages.inline import inline_html, inline_text


@pytest.mark.parametrize(
    ("markdown", "html", "text"),
    [
        ("", "", ""),
        ("*Dawn* reports", "<em>Dawn</em> reports", "Dawn reports"),
        ('the "first" keeper\'s', "the &ldquo;first&rdquo; keeper&rsquo;s", "the “first” keeper’s"),
        (
            '<span lang="zh-Hans">灯</span> & <3',
            '<span lang="zh-Hans">灯</span> &amp; &lt;3',
            "灯 & <3",
        ),
        ("[here](https://a.example/)", '<a href="https://a.example/">here</a>', "here"),
        ("1788 -- 1845...", "1788 &ndash; 1845&hellip;", "1788 – 1845…"),
    ],
)
def test_a_line_is_shown_without_a_paragraph_around_it(markdown: str, html: str, text: str) -> None:
    assert (str(inline_html(markdown)), inline_text(markdown)) == (html, text)


@given(st.one_of(st.text(alphabet="aB9灯و ,.;:()%/$–—…’“”‘-_*`'\"&<[]{}!#>+=~|\\\n"), st.text()))
def test_words_that_are_not_handed_to_markdown_are_what_it_would_make_of_them(text: str) -> None:
    by_markdown = Markdown(extensions=["attr_list", "smarty"]).convert(text)
    assert str(inline_html(text)) == by_markdown.removeprefix("<p>").removesuffix("</p>")
