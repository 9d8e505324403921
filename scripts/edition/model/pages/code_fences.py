"""Reads fences of code as Pandoc, Quarto and R Markdown have them, for Python-Markdown to read.

A fence may have up to three spaces before it. Of the words after it the language, the classes and
the id are read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})[ ]*(?P<words>[^`\n]*)")
# The first word is the language, unless it is the name of an option, `title="…"`.
_LANGUAGE = re.compile(r"\.?\w[\w+#.-]*(?![\w+#.-]*=)")
_CLASS_OR_ID = re.compile(r"(?<!\S)[.#][\w:+-]+")


def opening_fences(lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    """The number, from 0, and the parts of each line that opens a block of code."""
    opened = ""
    for number, line in enumerate(lines):
        fence = _FENCE.fullmatch(line.rstrip())
        if fence and not opened:
            opened = fence["indent"] + fence["fence"]
            yield number, fence
        elif fence and fence[0] == opened:
            opened = ""


def is_deep(fence: re.Match[str]) -> bool:
    """Whether a fence is indented by more than three spaces, which makes it no fence."""
    return len(fence["indent"].expandtabs(4)) > 3


def simplify_fences(lines: list[str]) -> None:
    """Change the lines of a page in place: each fence begins its line, and its words are known."""
    for number, fence in list(opening_fences(lines)):
        if not is_deep(fence):
            lines[number] = fence["fence"] + _attributes(fence["words"])
            _outdent(lines, number + 1, fence)


def _attributes(words: str) -> str:
    """`{r echo=FALSE}` → `{ .r }`; `python title="x"` → `python`."""
    inside = words.strip("{} ")
    language = _LANGUAGE.match(inside)
    name = language[0].lstrip(".") if language else ""
    if not words.startswith("{"):
        return name
    found = [f".{name}"] if name else []
    found += [mark for mark in _CLASS_OR_ID.findall(inside) if mark not in found]
    return f"{{ {' '.join(found)} }}" if found else ""


def _outdent(lines: list[str], start: int, fence: re.Match[str]) -> None:
    """Take the spaces before a fence also from the lines below it, up to the fence that closes."""
    indent = re.compile(f" {{0,{len(fence['indent'])}}}")
    for at in range(start, len(lines)):
        lines[at] = indent.sub("", lines[at], count=1)
        if lines[at].rstrip() == fence["fence"]:
            return
