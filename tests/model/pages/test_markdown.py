"""The extension that reads citations, with a renderer as the site has one."""

from __future__ import annotations

from edition.model.pages.markdown import (
    Extensions,
    convert,
)

PLAIN = Extensions(("attr_list", "toc"))


def test_what_one_page_did_not_read_is_not_of_the_next():
    assert convert("Ask [a@b] or `[a@b]`.", PLAIN)[1] == [4]
    assert convert("Ask [@a].", PLAIN) == (
        '<p>Ask <x-citation inside="@a" start="4"></x-citation>.</p>',
        [],
    )
    assert convert("", PLAIN) == ("", [])
