"""In: the made-up paper with one thing wrong. Out: the exact words of the rules of what strangers may send."""

from __future__ import annotations


def test_override_character(said) -> None:
    assert said(
        "override-character",
        ("docs/about.md", "## Citing", "A \u202elamp\u202c here.\n\n## Citing"),
    ) == [
        (
            "docs/about.md:12: override-character: U+202C 'pop directional formatting' in column 8 turns the "
            "direction of the text. Delete it, or type the words around it again."
        ),
        (
            "docs/about.md:12: override-character: U+202E 'right-to-left override' in column 3 turns the "
            "direction of the text. Delete it, or type the words around it again."
        ),
    ]


def test_hidden_character(said) -> None:
    assert said(
        "hidden-character", ("docs/about.md", "## Citing", "A la\u200bmp here.\n\n## Citing")
    ) == [
        (
            "docs/about.md:12: hidden-character: U+200B 'zero width space' in column 5 is invisible. Delete it, or type the words around it again."
        )
    ]
    assert said(
        "hidden-character", ("docs/about.md", "## Citing", "A lamp\U000e0041.\n\n## Citing")
    ) == [
        (
            "docs/about.md:12: hidden-character: U+E0041 'tag latin capital letter a' in column 7 is invisible. Delete it, or type the words around it again."
        )
    ]
    assert (
        said(
            "hidden-character",
            ("docs/about.md", "## Citing", "روشن\u200cی stays, and 👩\u200d🚒 too.\n\n## Citing"),
        )
        == []
    )


def test_private_use_character(said) -> None:
    assert said(
        "private-use-character", ("docs/about.md", "## Citing", "A \ue123 lamp.\n\n## Citing")
    ) == [
        (
            "docs/about.md:12: private-use-character: U+E123 'unnamed' in column 3 means something else in each "
            "font. Delete it, or type the words around it again."
        )
    ]


def test_raw_html(said) -> None:
    assert said(
        "raw-html", ("docs/about.md", "## Citing", "<script>alert(1)</script>\n\n## Citing")
    ) == [
        "docs/about.md:12: raw-html: '<script>' may not stand in a page. Write it in Markdown, or take it out."
    ]
    assert said(
        "raw-html", ("docs/about.md", "## Citing", 'Say <b onclick="x()">it</b>.\n\n## Citing')
    ) == ["docs/about.md:12: raw-html: 'onclick' of '<b>' may not stand in a page. Take it out."]
    assert said(
        "raw-html",
        ("docs/about.md", "## Citing", '<iframe src="https://x.example/"></iframe>\n\n## Citing'),
    ) == [
        "docs/about.md:12: raw-html: '<iframe>' may not stand in a page. Write it in Markdown, or take it out."
    ]
    assert said(
        "raw-html", ("docs/about.md", "## Citing", "Say it.\n{: onclick=x }\n\n## Citing")
    ) == ["docs/about.md:12: raw-html: 'onclick' of '<p>' may not stand in a page. Take it out."]
    assert said(
        "raw-html",
        ("docs/about.md", "## Citing", "<!--><img src=x onerror=alert(1)>-->\n\n## Citing"),
    ) == ["docs/about.md:12: raw-html: 'onerror' of '<img>' may not stand in a page. Take it out."]
    assert (
        said(
            "raw-html",
            (
                "docs/about.md",
                "## Citing",
                "`<script>` in code, and\n\n    <script>x</script>\n\n## Citing",
            ),
        )
        == []
    )
    assert said(
        "raw-html", ("docs/about.md", "## Citing", "<p style='position:fixed'>x</p>\n\n## Citing")
    ) == ["docs/about.md:12: raw-html: 'style' of '<p>' may not stand in a page. Take it out."]


def test_dangerous_address(said) -> None:
    assert said(
        "dangerous-address", ("docs/about.md", "## Citing", "[x](javascript:alert(1))\n\n## Citing")
    ) == [
        (
            "docs/about.md:12: dangerous-address: 'javascript:alert(1)' begins with 'javascript:'. Give an address of the web that begins with 'https://'."
        )
    ]
    assert said(
        "dangerous-address",
        ("docs/about.md", "## Citing", '<a href="jAva&#10;script:alert(1)">x</a>\n\n## Citing'),
    ) == [
        (
            "docs/about.md:12: dangerous-address: 'jAvascript:alert(1)' begins with 'javascript:'. Give an address of the web that begins with 'https://'."
        )
    ]
    assert said(
        "dangerous-address",
        ("docs/about.md", "## Citing", "![x](data:image/png;base64,AAAA)\n\n## Citing"),
    ) == [
        (
            "docs/about.md:12: dangerous-address: 'data:image/png;base64,AAAA' begins with 'data:'. Give an address of the web that begins with 'https://'."
        )
    ]


def test_outside_image(said) -> None:
    assert said(
        "outside-image",
        ("docs/about.md", "## Citing", "![x](https://img.example/a.png)\n\n## Citing"),
    ) == [
        (
            "docs/about.md:12: outside-image: the image 'https://img.example/a.png' is not of this edition. Put the file beside the page and link to that."
        )
    ]
    assert said(
        "outside-image",
        ("docs/about.md", "## Citing", "<img src='//img.example/a.png' alt=''>\n\n## Citing"),
    ) == [
        (
            "docs/about.md:12: outside-image: the image '//img.example/a.png' is not of this edition. Put the file beside the page and link to that."
        )
    ]


def test_lookalike_domain(said, said_of) -> None:
    assert said(
        "lookalike-domain",
        ("docs/about.md", "## Citing", "[x](https://аpple.example/)\n\n## Citing"),
    ) == [
        (
            "docs/about.md:12: lookalike-domain: 'аpple.example' mixes Cyrillic and Latin letters in 'аpple'. "
            "Type the address again from the publisher's own page, or take it out."
        )
    ]
    assert said(
        "lookalike-domain",
        ("docs/about.md", "## Citing", "[x](https://xn--pple-43d.example/)\n\n## Citing"),
    ) == [
        (
            "docs/about.md:12: lookalike-domain: 'xn--pple-43d.example' mixes Cyrillic and Latin letters in "
            "'аpple'. Type the address again from the publisher's own page, or take it out."
        )
    ]
    assert (
        said(
            "lookalike-domain",
            ("docs/about.md", "## Citing", "[x](https://例子.example/)\n\n## Citing"),
        )
        == []
    )
    assert said_of(
        "lookalike-domain",
        """@online{board2020lamps,
  author = {{Harbor Board}},
  title = {{Lamps of Today}},
  date = {2020-05-04},
  url = {https://ѕаре.example/lamps},
  langid = {english},
}
""",
    ) == [
        (
            "5: lookalike-domain: 'ѕаре.example' has the part 'ѕаре' in Cyrillic letters that look like Latin "
            "ones. Type the address again from the publisher's own page, or take it out."
        )
    ]


def test_misleading_link(said) -> None:
    assert said(
        "misleading-link",
        (
            "docs/about.md",
            "## Citing",
            "[https://bank.example](https://thief.example/)\n\n## Citing",
        ),
    ) == [
        (
            "docs/about.md:12: misleading-link: the link says 'bank.example' and leads to 'thief.example'. Let both name the same."
        )
    ]
