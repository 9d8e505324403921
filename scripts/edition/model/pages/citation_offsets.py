"""Marks each citation with the offset at which it stands, while Python-Markdown reads a page.

Python-Markdown does not keep positions: when an inline processor sees a bracket, the lines before
it are gone. So before anything else a preprocessor writes into each bracket that could be a
citation the offset at which it stands: `[@key]` at offset 120 becomes `[‹120›@‹121›key]`; a key in
running text gets its own, `@‹120›key`. The processor of citations reads the offset and drops it.
Others (in code, in a link) keep it until the HTML is finished, and a postprocessor takes it out.

The brackets and digits of a mark are private-use characters (U+E000 and so on): nobody types them,
a check refuses them in sources, no other extension gives them a meaning, and as they are no letters
the slug of a heading is the same with and without them.
"""

from __future__ import annotations

import re

from markdown import Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from edition.language.html_fragment import parse_fragment

OPEN, _CLOSE = "\ue000", "\ue001"
_DIGITS = "\ue010\ue011\ue012\ue013\ue014\ue015\ue016\ue017\ue018\ue019"
_TO_MARK, _FROM_MARK = str.maketrans("0123456789", _DIGITS), str.maketrans(_DIGITS, "0123456789")
MARK = rf"{OPEN}[{_DIGITS}]{{1,9}}{_CLOSE}"
"""The pattern of a mark."""

_MARK = re.compile(MARK)
# A link whose words hold an `@` is one candidate; the `@` of `name@host`, of a path and after a
# backslash are none.
_CANDIDATE = re.compile(
    r"(?<![!\\])(?P<link>\[[^\[\]]*@[^\[\]]*\](?:\(|\[(?![^\[\]]*@)))"
    r"|(?P<bracket>\[(?=[^\[\]]*@))"
    r"|(?<![^\W_])(?<![/@.:=&?#%~+\\-])(?<!\\\[)(?<!\]\()(?P<key>-?@)(?=\w|\{[^{}\n]+\})"
)
_TEXT_WITH_MARKS = (
    f".//text()[contains(., '{OPEN}')]"
    f"[not(ancestor::code or ancestor::pre or ancestor::script or ancestor::style)]"
)


def offset_of(mark: str) -> int:
    """The offset that a mark says."""
    return int(mark[1:-1].translate(_FROM_MARK))


def without_marks(text: str) -> str:
    return _MARK.sub("", text)


def marked_end(text: str, start: int, length: int) -> int:
    """Where `length` characters from `start` on end, those of marks not counted."""
    at = start
    while length:
        if mark := _MARK.match(text, at):
            at = mark.end()
        else:
            at, length = at + 1, length - 1
    return at


class OffsetWriter(Preprocessor):
    """Writes the marks, while the text is as it is in the file."""

    def run(self, lines: list[str]) -> list[str]:
        def mark(match: re.Match[str]) -> str:
            mark = f"{OPEN}{str(match.start()).translate(_TO_MARK)}{_CLOSE}"
            if match["key"]:
                return match["key"] + mark
            return f"[{mark}{(match['link'] or '')[1:]}"

        return _CANDIDATE.sub(mark, "\n".join(lines)).split("\n")


class OffsetRemover(Postprocessor):
    """Takes the marks that are left out of the HTML; `unread` gets those of running text."""

    def __init__(self, md: Markdown, unread: set[int]) -> None:
        super().__init__(md)
        self._unread = unread

    def run(self, text: str) -> str:
        if OPEN not in text:
            return text
        texts = parse_fragment(text).xpath(_TEXT_WITH_MARKS)
        self._unread.update(map(offset_of, _MARK.findall(" ".join(texts))))
        return without_marks(text)
