"""Reads Markdown with citations. The only grammar of citations: the model and the site both use it.

`CitationExtension` is an extension of Python-Markdown. The model converts a page with it to HTML in
which each citation is an element `<x-citation start="120" inside="@key, p. 3">`. The site gives it
a function that renders a citation, and adds it to the extensions of its own parser:

    def render(bracket: Bracket) -> Element:
        return fragment([link_to(part.key) for part in bracket.parts])

    config.markdown_extensions.append(CitationExtension(render))

A page is read by the parser that renders it, so code, comments and raw HTML are never taken for
text, and every citation that the model knows is rendered, and no other.

How a citation gets its offset is told in `citation_offsets`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from edition.model.pages.citation import Part, parse_block, parse_in_text
from edition.model.pages.citation_offsets import (
    MARK,
    OPEN,
    OffsetRemover,
    OffsetWriter,
    marked_end,
    offset_of,
    without_marks,
)
from edition.model.pages.manuscript import ManuscriptExtension

TAG = "x-citation"
_FRAGMENT = "x-citations"
_LONGEST = 1000
"""Characters of a citation in running text, with the bracket after it."""

_IMAGE = rf"!\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\(|\[(?!{OPEN}))"
# A bracket before `(address)` or `[name]` is a link, unless the name is a citation: `[@a][@b]`.
_BRACKET = rf"\[(?P<bracket>{MARK})(?P<inside>[^\[\]]*)\](?!\(|\[(?!{OPEN}))"
_KEY = rf"-?@(?P<key>{MARK})"


@dataclass(frozen=True)
class Bracket:
    """A citation's bracket: its offset in the page's body, its inside as written and in parts.

    For a citation in running text, `@key [p. 3]`, the inside is all of it.
    """

    start: int
    inside: str
    parts: tuple[Part, ...]


Render = Callable[[Bracket], Element]


def named_author(author: str) -> Element:
    """The author whom a citation in running text names, and the space after it."""
    words = Element("span", {"class": "named-author"})
    words.text = AtomicString(f"{author} ")
    return words


def fragment(nodes: Iterable[Element | str]) -> Element:
    """Elements and texts in a row, without an element around them in the HTML."""
    row = Element(_FRAGMENT)
    for node in nodes:
        if not isinstance(node, str):
            row.append(node)
        elif len(row):
            row[-1].tail = (row[-1].tail or "") + node
        else:
            row.text = (row.text or "") + node
    return row


class _CitationProcessor(InlineProcessor):
    """Reads `[@key]`, and `@key [p. 3]` in running text; passes over descriptions of images."""

    def __init__(self, md: Markdown, render: Render) -> None:
        super().__init__(f"{_IMAGE}|{_BRACKET}|{_KEY}", md)
        self._render = render

    def handleMatch(  # type: ignore[override]  # of InlineProcessor's and Pattern's signature  # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        bracket, end = None, match.end()
        if match["bracket"]:
            inside = self.unescape(without_marks(match["inside"]))
            bracket = _bracket(match["bracket"], inside, parse_block(inside))
        elif match["key"]:
            start = match.start()
            text = without_marks(data[start : start + _LONGEST])
            parts, length = parse_in_text(text)
            bracket = _bracket(match["key"], text[:length], parts)
            end = marked_end(data, start, length)
        return (self._render(bracket), match.start(), end) if bracket else (None, None, None)


def _bracket(mark: str, inside: str, parts: list[Part] | None) -> Bracket | None:
    """A citation; none where there are no parts, or code or HTML (marked by \x02) in it."""
    if not parts or "\x02" in inside:
        return None
    return Bracket(offset_of(mark), inside, tuple(parts))


class _Unwrapper(Treeprocessor):
    """Takes away the elements around fragments.

    An inline processor has to return one element. The serializer writes of an element whose tag is
    None only what is in it; until then other extensions need a tag that is a text.
    """

    def run(self, root: Element) -> None:
        for row in list(root.iter(_FRAGMENT)):
            row.tag = None  # type: ignore[assignment]  # as in markdown.serializers


class CitationExtension(Extension):
    """Reads citations; `render` makes the element that stands for one.

    By default that is one by which the model finds the citation in the HTML of a page. `authors`
    are then those of the works by key: where the text names one (`@key`), the words are a part of
    it, and stand before the element.

    `unread` then holds the offsets of the brackets with an `@` that stand in running text and are
    no citations. Text in a rendered element is read by Markdown again, unless it is an
    `AtomicString` (markdown.util).
    """

    def __init__(self, render: Render | None = None) -> None:
        super().__init__()
        self.authors: Mapping[str, str] = {}
        self.unread: set[int] = set()
        self._render = render or self._marker

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        md.registerExtension(self)
        # Before everything else.
        md.preprocessors.register(OffsetWriter(md), "citation-offsets", 1000)
        # After code (190) and escapes (180), before links (160): `[@key]` is a citation,
        # `[@key](address)` a link.
        md.inlinePatterns.register(_CitationProcessor(md, self._render), "citation", 175)
        md.ESCAPED_CHARS = list(dict.fromkeys([*md.ESCAPED_CHARS, "@"]))  # `\@` is an `@`
        # After everything else.
        md.treeprocessors.register(_Unwrapper(md), "citation-fragments", -1000)
        md.postprocessors.register(OffsetRemover(md, self.unread), "citation-offsets", -1000)

    def reset(self) -> None:
        """Forget the page before."""
        self.unread.clear()

    def _marker(self, bracket: Bracket) -> Element:
        mark = Element(TAG, {"start": str(bracket.start), "inside": bracket.inside})
        first = bracket.parts[0]
        author = self.authors.get(first.key) if first.is_named else None
        return fragment([named_author(author), mark]) if author else mark


_ALWAYS = ("toc", "tables", "fenced_code")
"""The extensions that MkDocs adds to those of mkdocs.yml."""

Options = tuple[tuple[str, str | int | bool], ...]


@dataclass(frozen=True)
class Extensions:
    """The Markdown extensions of an edition: their names, and by name their options."""

    names: tuple[str, ...]
    options: tuple[tuple[str, Options], ...] = ()

    @classmethod
    def of(cls, configured: Iterable[str | Mapping[str, Any]]) -> Extensions:
        """From the value of `markdown_extensions` in mkdocs.yml."""
        options: dict[str, Options] = dict.fromkeys(_ALWAYS, ())
        for item in configured:
            named = item if isinstance(item, Mapping) else {item: None}
            for name, values in named.items():
                options[name] = _plain_options(values or {})
        return cls(tuple(options), tuple(sorted(options.items())))

    def parser(self, *own: Extension) -> Markdown:
        """A parser with these extensions and with others. Raises what an extension raises."""
        configs = {name: dict(values) for name, values in self.options}
        return Markdown(extensions=[*self.names, *own], extension_configs=configs)

    def unknown(self) -> dict[str, str]:
        """The names of those that cannot be loaded, each with the reason."""
        found = {}
        for name in self.names:
            try:
                Extensions((name,), self.options).parser()
            except Exception as error:  # an extension may raise anything
                found[name] = " ".join(str(error).split())
        return found


def _plain_options(values: Mapping[str, Any]) -> Options:
    """Without those that are lists or mappings: what is cached by extensions needs plain ones."""
    return tuple(sorted((name, one) for name, one in values.items() if isinstance(one, str | int)))


@lru_cache(maxsize=4)
def _parser(extensions: Extensions) -> tuple[Markdown, CitationExtension]:
    citations = CitationExtension()
    return extensions.parser(citations, ManuscriptExtension()), citations


def convert(
    body: str, extensions: Extensions, authors: Mapping[str, str] | None = None
) -> tuple[str, list[int]]:
    """The HTML of a Markdown body, with an element for each citation, and the offsets in `unread`.

    `authors` are those of `CitationExtension`. Raises RecursionError where the body is nested
    deeper than Python-Markdown can follow.
    """
    parser, citations = _parser(extensions)
    citations.authors = authors or {}
    try:
        html = parser.reset().convert(body)
    except RecursionError:
        _parser.cache_clear()  # the parser stopped halfway and cannot be used again
        raise
    return html, sorted(citations.unread)
