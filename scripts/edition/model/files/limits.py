"""The limits of what is parsed, so that any text is parsed in bounded time.

Python-Markdown looks from each open bracket to the end of its paragraph, and from each tag to the
end of the page: a few kilobytes of nothing but brackets take it minutes. The limits are far above
what a person writes; a text beyond them is refused before it is parsed.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

MOST_CHARACTERS = 256 * 1024
MOST_IN_PARAGRAPH = 50_000
MOST_LINES = 5000
MOST_OPEN = 20
MOST_TAGS = 500

_EMPTY_LINE = re.compile(r"\n[ \t]*+\n")
_BRACKETS = re.compile(r"[\[\]()]|\n[ \t]*+\n")
_OPENING = {"]": "[", ")": "("}
_TAG = re.compile(r"<[A-Za-z/!?]")


class Fault(NamedTuple):
    """The offset at which a limit is passed, what is wrong, and a hint."""

    offset: int
    message: str
    hint: str


def over_limit(markdown: str) -> Fault | None:
    """The first limit that a Markdown text passes, in the order below; None if it can be parsed."""
    if len(markdown) > MOST_CHARACTERS:
        return Fault(0, f"the text is longer than {MOST_CHARACTERS:,} characters.", "Split it.")
    if markdown.count("\n") > MOST_LINES:
        return Fault(0, f"the text has more than {MOST_LINES:,} lines.", "Split it.")
    if (offset := _too_open(markdown)) is not None:
        message = f"more than {MOST_OPEN} brackets are open at once in one paragraph."
        return Fault(offset, message, "Close them, or take them out.")
    if (offset := _too_long(markdown)) is not None:
        message = f"a paragraph, list or table is longer than {MOST_IN_PARAGRAPH:,} characters."
        return Fault(offset, message, "Divide it by empty lines.")
    tag = next(islice(_TAG.finditer(markdown), MOST_TAGS, None), None)
    if tag:
        message = f"the text holds more than {MOST_TAGS} tags of HTML."
        return Fault(tag.start(), message, "Write it in Markdown.")
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
    """The offset of the bracket that is one too many; square and round ones are counted apart."""
    # A bracket that closes nothing does not make room for another.
    count = {"[": 0, "(": 0}
    for match in _BRACKETS.finditer(markdown):
        mark = match[0]
        if mark in count:
            count[mark] += 1
            if count[mark] > MOST_OPEN:
                return match.start()
        elif mark in _OPENING:
            opening = _OPENING[mark]
            count[opening] = max(0, count[opening] - 1)
        else:  # the paragraph ends
            count = dict.fromkeys(count, 0)
    return None
