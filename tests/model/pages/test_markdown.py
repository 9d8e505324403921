"""The extension that reads citations, with a renderer as the site has one."""

from __future__ import annotations

from xml.etree.ElementTree import Element

import pytest
from markdown import Markdown
from markdown.util import AtomicString

from edition.model.pages.markdown import (
    Bracket,
    CitationExtension,
    Extensions,
    convert,
    fragment,
)

PLAIN = Extensions(("attr_list", "toc"))


def render(bracket: Bracket) -> Element:
    links: list[Element | str] = []
    for part in bracket.parts:
        link = Element("a", {"href": f"#{part.key}"})
        link.text = AtomicString(f"[{bracket.start}]")
        links += [", ", link] if links else [link]
    return fragment(links)


@pytest.mark.parametrize(
    ("body", "html"),
    [
        ("Lit [@a; @b].", '<p>Lit <a href="#a">[4]</a>, <a href="#b">[4]</a>.</p>'),
        ("`[@a]` *[@a]*", '<p><code>[@a]</code> <em><a href="#a">[8]</a></em></p>'),
        (
            "The interval [0, 1) is open.[@a]",
            '<p>The interval [0, 1) is open.<a href="#a">[28]</a></p>',
        ),
        ("[me@a.example] [a@b](c)", '<p>[me@a.example] <a href="c">a@b</a></p>'),
        ("# A [@a] [b@c]", '<h1 id="a-4-bc">A <a href="#a">[4]</a> [b@c]</h1>'),
    ],
)
def test_a_citation_is_rendered_where_it_stands(body, html):
    parser = Markdown(extensions=[CitationExtension(render), "toc"])
    assert parser.convert(body) == html
    assert [token["name"] for token in parser.toc_tokens] in ([], ["A [4] [b@c]"])


def test_what_one_page_did_not_read_is_not_of_the_next():
    assert convert("Ask [a@b] or `[a@b]`.", PLAIN)[1] == [4]
    assert convert("Ask [@a].", PLAIN) == (
        '<p>Ask <x-citation inside="@a" start="4"></x-citation>.</p>',
        [],
    )
    assert convert("", PLAIN) == ("", [])
