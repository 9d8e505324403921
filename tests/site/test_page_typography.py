"""In: HTML. Out: that texts are set, across elements too, and that code, pictures and attributes are left as they are."""

from __future__ import annotations

import pytest

from edition.site.page_typography import typeset_html


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>On 7 May 2024</p>", "<p>On 7~May~2024</p>"),
        (
            "<p title=\"7 May '24\">the <em>king</em>'s</p>",
            '<p title="7 May \'24">the <em>king</em>’s</p>',
        ),
        ("<p>the king</p><p>'so'</p>", "<p>the king</p><p>‘so’</p>"),
        ("<p>Pakistan&#39;s &quot;friend&quot;</p>", "<p>Pakistan’s “friend”</p>"),
        ("<p>7 May <code>7 May 'x'</code>'s</p>", "<p>7~May <code>7 May 'x'</code>’s</p>"),
        ("<svg><text>7 May</text></svg> 7 May", "<svg><text>7 May</text></svg> 7~May"),
        (
            '<p>so. <a id="cite-1" class="citation" href="#r">[1]</a> and <a href="#x">x</a></p>',
            '<p>so.~<a id="cite-1" class="citation" href="#r">[1]</a> and <a href="#x">x</a></p>',
        ),
        ('<span lang="de">"a"<br>"b"</span> "c"', '<span lang="de">"a"<br>"b"</span> “c”'),
        (
            "<!-- 7 May --><p>1 &lt; 2 and a&nbsp;b</p>",
            "<!-- 7 May --><p>1 &lt; 2 and a&nbsp;b</p>",
        ),
    ],
)
def test_what_is_set_and_what_is_left(html: str, found: str) -> None:
    assert typeset_html(html) == found.replace("~", "\u00a0")


def test_no_straight_quote_is_left_in_the_text_of_a_page(built) -> None:
    for address in built.addresses():
        texts = built.article(address).xpath(
            ".//text()[not(ancestor::code or ancestor::pre or ancestor::svg or ancestor::details[contains(@class, 'cite')])]"
        )
        assert [text for text in texts if "'" in text or '"' in text] == [], address
