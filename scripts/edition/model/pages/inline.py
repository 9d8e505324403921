"""In: a line of Markdown from a data file. Out: its HTML without a paragraph around it, and its words alone."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import lxml.html
from markdown import Markdown
from markupsafe import Markup

_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ,.;:()%/$€£¥–—…’“”‘-])*")
_SET_OTHERWISE = ("--", "..", "  ")
"""Two dashes and three points are one sign each when they are set."""


@cache
def _parser() -> Markdown:
    return Markdown(extensions=["attr_list", "smarty"])


@lru_cache(maxsize=4096)
def inline_html(text: str) -> Markup:
    """`*Dawn* reports` → `<em>Dawn</em> reports`."""
    if (
        _PLAIN.fullmatch(text)
        and text == text.strip()
        and not any(sign in text for sign in _SET_OTHERWISE)
    ):
        return Markup(text)  # in such words Markdown finds nothing
    html = _parser().reset().convert(text)
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))


@lru_cache(maxsize=4096)
def inline_text(text: str) -> str:
    """The words as a reader sees them."""
    return (
        lxml.html.fragment_fromstring(str(inline_html(text)), create_parent="div").text_content()
        if text
        else ""
    )
