"""Lines of Markdown from data files, as HTML and as words."""

from __future__ import annotations

import pytest

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
def test_a_line_is_shown_without_a_paragraph_around_it(markdown, html, text):
    assert (str(inline_html(markdown)), inline_text(markdown)) == (html, text)
