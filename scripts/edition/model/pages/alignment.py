"""In: the element of a paragraph, and the paragraph's text as the model reads it. Out: where each character of the text stands in the element."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from lxml.html import HtmlElement

_NO_TEXT = ("citation", "pilcrow")
_SPACE = re.compile(r"\s")
_WINDOW = 2000
"""So many characters are compared at once: more would be copied again and again where a text differs often."""


class Run(NamedTuple):
    """Characters that follow each other in the model's text, from `start` to `end`, and in the text or the tail of an element, from `at`."""

    start: int
    end: int
    element: HtmlElement
    tail: bool
    at: int


class Character(NamedTuple):
    """A character of the text: the element that holds it, in its text or its tail, and where."""

    element: HtmlElement
    tail: bool
    at: int


class Text:
    """Where the characters of a text stand. In runs: an object for each character would take longer than all else that is done with them."""

    def __init__(self, runs: list[Run]) -> None:
        self._runs = runs
        self._starts = [run.start for run in runs]

    def __len__(self) -> int:
        return self._runs[-1].end if self._runs else 0

    def __getitem__(self, at: int) -> Character:
        run = self._runs[bisect_right(self._starts, at) - 1]
        return Character(run.element, run.tail, run.at + at - run.start)

    def is_whole(self, start: int, end: int) -> bool:
        """Whether all characters from `start` to `end` are there, and in one text or tail."""
        if not 0 <= start < end <= len(self):
            return False
        first, last = (bisect_right(self._starts, at) - 1 for at in (start, end - 1))
        return len({(id(run.element), run.tail) for run in self._runs[first : last + 1]}) == 1


def aligned(element: HtmlElement, text: str) -> Text:
    """The characters that make up `text`. Others are passed over: white space, and what stands between citations."""
    runs, start = [], 0
    for holder, tail, piece in _pieces(element):
        read, at = _SPACE.sub(" ", piece), 0
        while at < len(read) and start < len(text):
            if length := _common(read, at, text, start):
                runs.append(Run(start, start + length, holder, tail, at))
                at, start = at + length, start + length
            else:
                at += 1
    return Text(runs if start == len(text) else [])


def _common(one: str, at: int, other: str, start: int) -> int:
    """How many characters are the same from there on, as far as is looked at once."""
    most = min(len(one) - at, len(other) - start, _WINDOW)
    if one.startswith(other[start : start + most], at):
        return most
    return next(length for length in range(most) if one[at + length] != other[start + length])


def _pieces(element: HtmlElement) -> Iterator[tuple[HtmlElement, bool, str]]:
    """The texts and tails within an element, in reading order, without those of citations."""
    if element.text:
        yield element, False, element.text
    for child in element:
        if isinstance(child.tag, str) and not (child.get("class") or "").startswith(_NO_TEXT):
            yield from _pieces(child)
        if child.tail:
            yield child, True, child.tail
