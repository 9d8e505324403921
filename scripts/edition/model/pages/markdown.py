"""In: a page's Markdown. Out: its HTML with every citation marked by its place in the source.

The page is read by the parser that renders it, so that code, comments and raw HTML are never taken for text. Python-
Markdown keeps no positions; each bracket that could be a citation is therefore numbered with its offset before parsing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from xml.etree.ElementTree import Element

import lxml.html
import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import InlineProcessor

from edition.model.pages.citation import parse_block

OPEN, CLOSE = "\ue000", "\ue001"
"""Private-use characters around an offset. They cannot be typed by accident, and a check refuses them in a source."""

_DIGITS = "\ue010\ue011\ue012\ue013\ue014\ue015\ue016\ue017\ue018\ue019"
"""The offset's digits: no letters, so that a heading that quotes a citation in code keeps the id it has in the site."""

_CANDIDATE = re.compile(r"\[(?=[^\[\]]*@)")
# A bracket followed by an address or a name is a link, unless the name is itself a citation: `[@a][@b]` are two.
_MARKED = rf"\[{OPEN}([{_DIGITS}]{{1,9}}){CLOSE}([^\[\]]*)\](?!\(|\[(?!{OPEN}))"
_LEFT_OVER = re.compile(rf"{OPEN}[{_DIGITS}]{{1,9}}{CLOSE}")
_TO_MARK, _FROM_MARK = str.maketrans("0123456789", _DIGITS), str.maketrans(_DIGITS, "0123456789")
TAG = "x-citation"
_ALWAYS = ("toc", "tables", "fenced_code")


class _CitationReader(InlineProcessor):
    def handleMatch(
        self, match: re.Match[str], _data: str
    ) -> tuple[Element | None, int | None, int | None]:
        inside = self.unescape(match[2])
        if "\x02" in inside or parse_block(inside) is None:
            return None, None, None
        element = Element(TAG)
        element.set("start", match[1].translate(_FROM_MARK))
        element.set("inside", inside)
        return element, match.start(0), match.end(0)


class _CitationReading(Extension):
    def extendMarkdown(self, md: markdown.Markdown) -> None:  # noqa: N802 (Python-Markdown's name)
        # After code (190) and escapes (180), before links (160): `[@key]` is a citation, `[@key](address)` a link.
        md.inlinePatterns.register(_CitationReader(_MARKED, md), "edition-citation", 175)


@dataclass(frozen=True)
class Extensions:
    """The Markdown extensions of an edition, as its mkdocs.yml names them: names and, as sorted items, options."""

    names: tuple[str, ...]
    options: tuple[tuple[str, tuple[tuple[str, Any], ...]], ...] = ()

    @classmethod
    def of(cls, configured: list[str | Mapping[str, Any]]) -> Extensions:
        """From the value of `markdown_extensions` in mkdocs.yml, with the three that MkDocs always adds."""
        names, options = list(_ALWAYS), {}
        for item in configured:
            if isinstance(item, Mapping):
                for name, given in item.items():
                    names.append(name)
                    options[name] = {
                        k: v for k, v in (given or {}).items() if isinstance(v, str | int | bool)
                    }
            else:
                names.append(item)
        return cls(
            tuple(dict.fromkeys(names)),
            tuple((name, tuple(sorted(given.items()))) for name, given in sorted(options.items())),
        )


@lru_cache(maxsize=4)
def _parser(extensions: Extensions) -> markdown.Markdown:
    return markdown.Markdown(
        extensions=[*extensions.names, _CitationReading()],
        extension_configs={name: dict(given) for name, given in extensions.options},
    )


def convert(body: str, extensions: Extensions) -> tuple[str, list[int]]:
    """Return the HTML of a Markdown body; citations are `<x-citation start="offset" inside="@key, p. 3">`.

    With it the offsets of the brackets with an `@` that stand in running text and were not read as citations. Raises
    RecursionError where the body is nested deeper than Python-Markdown can follow.
    """
    marked = _CANDIDATE.sub(
        lambda match: f"[{OPEN}{str(match.start()).translate(_TO_MARK)}{CLOSE}", body
    )
    try:
        html = _parser(extensions).reset().convert(marked)
    except RecursionError:
        _parser.cache_clear()  # it stopped halfway and remembers it
        raise
    return _LEFT_OVER.sub("", html), _left_over(html)


def _left_over(html: str) -> list[int]:
    if not _LEFT_OVER.search(html):
        return []
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    found = []
    for text in root.xpath(
        ".//text()[not(ancestor::code or ancestor::pre or ancestor::script or ancestor::style or ancestor::"
        + TAG
        + ")]"
    ):
        found += [int(mark[1:-1].translate(_FROM_MARK)) for mark in _LEFT_OVER.findall(text)]
    return sorted(found)
