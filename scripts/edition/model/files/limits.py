"""In: Markdown, before it is parsed. Out: what makes it too much to be parsed in bounded time, in words, or nothing.

Python-Markdown looks from each open bracket to the end of its paragraph, and from each tag to the end of the page: a few
kilobytes of nothing but brackets take it minutes. Far above what a person writes, such a text is refused before it is read.
"""

from __future__ import annotations

import re

MOST_CHARACTERS = 256 * 1024
MOST_IN_PARAGRAPH = 50_000
MOST_LINES = 5000
MOST_OPEN = 20
MOST_TAGS = 500

Fault = tuple[int, str, str]
"""The offset at which the bound is passed, what is wrong, and the hint."""

_MARKS = re.compile(r"[\[\]()]|\n[ \t]*+\n")
_EMPTY_LINE = re.compile(r"\n[ \t]*+\n")
_TAG = re.compile(r"<[A-Za-z/!?]")


def over_limit(markdown: str) -> Fault | None:
    """Return what is too long, too deep or too much in `markdown`; None for what can be parsed."""
    if len(markdown) <= MOST_OPEN:
        return None  # as most values of the data are
    if len(markdown) > MOST_CHARACTERS:
        return 0, f"the text is longer than {MOST_CHARACTERS:,} characters.", "Split it."
    if markdown.count("\n") > MOST_LINES:
        return 0, f"the text has more than {MOST_LINES:,} lines.", "Split it."
    if (at := _too_open(markdown)) is not None:
        return (
            at,
            f"more than {MOST_OPEN} brackets are open at once in one paragraph.",
            "Close them, or take them out.",
        )
    if (at := _too_long(markdown)) is not None:
        return (
            at,
            f"a paragraph, list or table is longer than {MOST_IN_PARAGRAPH:,} characters.",
            "Divide it by empty lines.",
        )
    tags = _TAG.finditer(markdown)
    if passing := next(
        (match for count, match in enumerate(tags, start=1) if count > MOST_TAGS), None
    ):
        return (
            passing.start(),
            f"the text holds more than {MOST_TAGS} tags of HTML.",
            "Write it in Markdown.",
        )
    return None


def _too_long(markdown: str) -> int | None:
    """The offset of a paragraph that is too long."""
    begin = 0
    for match in _EMPTY_LINE.finditer(markdown + "\n\n"):
        if match.start() - begin > MOST_IN_PARAGRAPH:
            return begin
        begin = match.end()
    return None


def _too_open(markdown: str) -> int | None:
    """The offset of the bracket that is one too many, square and round ones counted apart."""
    square = round_ = 0
    for match in _MARKS.finditer(markdown):
        mark = match[0]
        if mark == "[":
            square += 1
        elif mark == "(":
            round_ += 1
        elif mark == "]":
            square = max(0, square - 1)
        elif mark == ")":
            round_ = max(0, round_ - 1)
        else:
            square = round_ = 0
        if max(square, round_) > MOST_OPEN:
            return match.start()
    return None
