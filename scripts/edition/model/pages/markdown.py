"""Reads Markdown with citations. The only grammar of citations: the model and the site both use it.

`CitationExtension` is an extension of Python-Markdown. The model converts a page with it to HTML in
which each citation is an element `<x-citation start="120" inside="@key, p. 3">`. The site gives it
a function that renders a citation, and adds it to the extensions of its own parser:

    def render(bracket: Bracket) -> Element:
        return fragment([link_to(part.key) for part in bracket.parts])

    config.markdown_extensions.append(CitationExtension(render))

A page is read by the parser that renders it, so code, comments and raw HTML are never taken for
text, and every citation that the model knows is rendered, and no other.

**How a citation gets its offset.** Python-Markdown does not keep positions: when an inline
processor sees a bracket, the lines before it are gone. So before anything else a preprocessor
writes into each bracket that could be a citation the offset at which it stands: `[@key]` at offset
120 becomes `[‹120›@‹121›key]`; a key in running text gets its own, `@‹120›key`. The inline
processor reads the number and drops it. Others (in code, in a link) keep their number until the
HTML is finished, and a postprocessor takes it out. The brackets and digits of the number are
private-use characters (U+E000 and so on): nobody types them, a check refuses them in sources, no
other extension gives them a meaning, and as they are no letters the slug of a heading is the same
with and without them.
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
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from edition.language.html_fragment import parse_fragment
from edition.model.pages.citation import Part, parse_block, parse_in_text

TAG = "x-citation"
_FRAGMENT = "x-citations"
OPEN, CLOSE = "\ue000", "\ue001"
_DIGITS = "\ue010\ue011\ue012\ue013\ue014\ue015\ue016\ue017\ue018\ue019"
_TO_MARK, _FROM_MARK = str.maketrans("0123456789", _DIGITS), str.maketrans(_DIGITS, "0123456789")

# A link whose words hold an `@` is one candidate; the `@` of `name@host`, of a path and after a
# backslash are none.
_CANDIDATE = re.compile(
    r"(?<![!\\])(?P<link>\[[^\[\]]*@[^\[\]]*\](?:\(|\[(?![^\[\]]*@)))"
    r"|(?P<bracket>\[(?=[^\[\]]*@))"
    r"|(?<![^\W_])(?<![/@.:=&?#%~+\\-])(?<!\\\[)(?<!\]\()(?P<key>-?@)(?=\w|\{[^{}\n]+\})"
)
MARK = rf"{OPEN}[{_DIGITS}]{{1,9}}{CLOSE}"
"""The pattern of an offset, while a page is read."""

_MARK = re.compile(MARK)
_NUMBER = rf"{OPEN}(?P<{{}}>[{_DIGITS}]{{{{1,9}}}}){CLOSE}"
_IMAGE = rf"!\[(?:[^\[\]]|\[[^\[\]]*\])*\](?:\(|\[(?!{OPEN}))"
# A bracket before `(address)` or `[name]` is a link, unless the name is a citation: `[@a][@b]`.
_MARKED_BRACKET = rf"\[{_NUMBER.format('bracket')}(?P<inside>[^\[\]]*)\](?!\(|\[(?!{OPEN}))"
_MARKED_KEY = rf"-?@{_NUMBER.format('key')}"
_LONGEST = 1000
"""Characters of a citation in running text, with the bracket after it."""

_TEXT_WITH_MARKS = (
    f".//text()[contains(., '{OPEN}')]"
    f"[not(ancestor::code or ancestor::pre or ancestor::script or ancestor::style)]"
)


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


class _OffsetWriter(Preprocessor):
    def run(self, lines: list[str]) -> list[str]:
        def mark(match: re.Match[str]) -> str:
            number = f"{OPEN}{str(match.start()).translate(_TO_MARK)}{CLOSE}"
            if match["key"]:
                return match["key"] + number
            return f"[{number}{(match['link'] or '')[1:]}"

        return _CANDIDATE.sub(mark, "\n".join(lines)).split("\n")


class _CitationProcessor(InlineProcessor):
    """Reads `[@key]`, and `@key [p. 3]` in running text; passes over descriptions of images."""

    def __init__(self, md: Markdown, render: Render) -> None:
        super().__init__(f"{_IMAGE}|{_MARKED_BRACKET}|{_MARKED_KEY}", md)
        self._render = render

    def handleMatch(  # type: ignore[override]  # of InlineProcessor's and Pattern's signature  # noqa: N802
        self, match: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        bracket, end = None, match.end()
        if match["bracket"]:
            inside = self.unescape(_MARK.sub("", match["inside"]))
            bracket = _bracket(match["bracket"], inside, parse_block(inside))
        elif match["key"]:
            start = match.start()
            text = _MARK.sub("", data[start : start + _LONGEST])
            parts, length = parse_in_text(text)
            bracket = _bracket(match["key"], text[:length], parts)
            end = _marked_end(data, start, length)
        return (self._render(bracket), match.start(), end) if bracket else (None, None, None)


def _bracket(offset: str, inside: str, parts: list[Part] | None) -> Bracket | None:
    """A citation; none where there are no parts, or code or HTML (marked by \x02) in it."""
    if not parts or "\x02" in inside:
        return None
    return Bracket(int(offset.translate(_FROM_MARK)), inside, tuple(parts))


def _marked_end(data: str, start: int, length: int) -> int:
    """Where `length` characters from `start` on end, those of marks not counted."""
    at = start
    while length:
        if mark := _MARK.match(data, at):
            at = mark.end()
        else:
            at, length = at + 1, length - 1
    return at


class _Unwrapper(Treeprocessor):
    """Takes away the elements around fragments.

    An inline processor has to return one element. The serializer writes of an element whose tag is
    None only what is in it; until then other extensions need a tag that is a text.
    """

    def run(self, root: Element) -> None:
        for row in list(root.iter(_FRAGMENT)):
            row.tag = None  # type: ignore[assignment]  # as in markdown.serializers


class _OffsetRemover(Postprocessor):
    def __init__(self, md: Markdown, unread: set[int]) -> None:
        super().__init__(md)
        self._unread = unread

    def run(self, text: str) -> str:
        if OPEN not in text:
            return text
        root = parse_fragment(text)
        marks = _MARK.findall(" ".join(root.xpath(_TEXT_WITH_MARKS)))
        self._unread.update(int(mark[1:-1].translate(_FROM_MARK)) for mark in marks)
        return _MARK.sub("", text)


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
        # Before everything else, while the text is as it is in the file.
        md.preprocessors.register(_OffsetWriter(md), "citation-offsets", 1000)
        # After code (190) and escapes (180), before links (160): `[@key]` is a citation,
        # `[@key](address)` a link.
        md.inlinePatterns.register(_CitationProcessor(md, self._render), "citation", 175)
        md.ESCAPED_CHARS = list(dict.fromkeys([*md.ESCAPED_CHARS, "@"]))  # `\@` is an `@`
        # After everything else.
        md.treeprocessors.register(_Unwrapper(md), "citation-fragments", -1000)
        md.postprocessors.register(_OffsetRemover(md, self.unread), "citation-offsets", -1000)

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
            for name, values in item.items() if isinstance(item, Mapping) else [(item, None)]:
                plain = (one for one in (values or {}).items() if isinstance(one[1], str | int))
                options[name] = tuple(sorted(plain))
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


@lru_cache(maxsize=4)
def _parser(extensions: Extensions) -> tuple[Markdown, CitationExtension]:
    from edition.model.pages.manuscript import ManuscriptExtension  # it imports MARK

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
