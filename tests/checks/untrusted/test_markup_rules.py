"""The exact messages of the rules for HTML."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "<script>alert(1)</script>",
            "docs/about.md:12: raw-html: '<script>' may not be used in a page. Write it in Markdown, or take it out.",
        ),
        (
            'Say <b onclick="x()">it</b>.',
            "docs/about.md:12: raw-html: 'onclick' of '<b>' may not be used in a page. Take it out.",
        ),
        (
            "Ask <keeper> of the lamp.",
            "docs/about.md:12: raw-html: '<keeper>' may not be used in a page. If it is no HTML, write `&lt;keeper>`.",
        ),
        (
            '<iframe src="https://x.example/"></iframe>',
            "docs/about.md:12: raw-html: '<iframe>' may not be used in a page. Write it in Markdown, or take it out.",
        ),
        (
            "Say it.\n{: onclick=x }",
            "docs/about.md:12: raw-html: 'onclick' of '<p>' may not be used in a page. Take it out.",
        ),
        (
            "<!--><img src=x onerror=alert(1)>-->",
            "docs/about.md:12: raw-html: 'onerror' of '<img>' may not be used in a page. Take it out.",
        ),
        ("`<script>` in code, and\n\n    <script>x</script>", ""),
        (
            "<p style='position:fixed'>x</p>",
            "docs/about.md:12: raw-html: 'style' of '<p>' may not be used in a page. Take it out.",
        ),
    ],
)
def test_raw_html(problems_in_text, text, expected) -> None:
    assert problems_in_text("raw-html", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "[x](javascript:alert(1))",
            "docs/about.md:12: dangerous-address: 'javascript:alert(1)' begins with 'javascript:'. Give an address of the web that begins with 'https://'.",
        ),
        (
            '<a href="jAva&#10;script:alert(1)">x</a>',
            "docs/about.md:12: dangerous-address: 'jAvascript:alert(1)' begins with 'javascript:'. Give an address of the web that begins with 'https://'.",
        ),
        (
            "![x](data:image/png;base64,AAAA)",
            "docs/about.md:12: dangerous-address: 'data:image/png;base64,AAAA' begins with 'data:'. Give an address of the web that begins with 'https://'.",
        ),
    ],
)
def test_dangerous_address(problems_in_text, text, expected) -> None:
    assert problems_in_text("dangerous-address", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "![x](https://img.example/a.png)",
            "docs/about.md:12: outside-image: the image 'https://img.example/a.png' is not of this edition. Put the file beside the page and link to that.",
        ),
        (
            "<img src='//img.example/a.png' alt=''>",
            "docs/about.md:12: outside-image: the image '//img.example/a.png' is not of this edition. Put the file beside the page and link to that.",
        ),
    ],
)
def test_outside_image(problems_in_text, text, expected) -> None:
    assert problems_in_text("outside-image", text) == expected
