"""Renders a line of Markdown from a data file, as HTML or as its words alone."""

from __future__ import annotations

from functools import cache, lru_cache

from markdown import Markdown
from markupsafe import Markup

from edition.language.html_fragment import parse_fragment


@cache
def _parser() -> Markdown:
    return Markdown(extensions=["attr_list", "smarty"])


@lru_cache(maxsize=4096)
def inline_html(text: str) -> Markup:
    """`*Dawn* reports` → `<em>Dawn</em> reports`, without a paragraph around it."""
    html = _parser().reset().convert(text)
    return Markup(html.removeprefix("<p>").removesuffix("</p>"))


@lru_cache(maxsize=4096)
def inline_text(text: str) -> str:
    """The words as a reader sees them."""
    if not text:
        return ""
    return str(parse_fragment(inline_html(text)).text_content())
