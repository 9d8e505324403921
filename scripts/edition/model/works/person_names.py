"""Reads the names of a field: persons in their parts, and bodies whole.

BibTeX's forms are `First von Last`, `von Last, First` and `von Last, Jr, First`, with ` and `
between names. biblatex adds `family=Holm, given=Ludwig, prefix=van der` (its manual, section 3.4).
"""

from __future__ import annotations

import re
from functools import lru_cache

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person
from pybtex.exceptions import PybtexError

_PART = re.compile(
    r'\s*"?(?P<name>family|given|prefix|suffix|useprefix|id)(?:-i)?\s*=', re.IGNORECASE
)
_EXTENDED = {
    "family": "last_names",
    "given": "first_names",
    "prefix": "prelast_names",
    "suffix": "lineage_names",
}
_SEMICOLON = re.compile(r"(?<!\\)(?<!&amp);")


@lru_cache(maxsize=16384)
def read_names(value: str) -> tuple[Person, ...]:
    """The persons and bodies of a field; what is no name stays whole.

    A semicolon divides names, too: no name has one, and other programs write it so.
    """
    names: list[str] = []
    for name in split_names(value):
        names += map(str.strip, split_outside_braces(name, _SEMICOLON))
    return tuple(_person(name) for name in names if name)


def split_names(value: str) -> list[str]:
    """The names of a field as they are written."""
    # BibTeX divides names at ` and `, also where a line ends there.
    folded = " ".join(value.split())
    try:
        return list(split_name_list(folded)) if folded else []
    except (PybtexError, ValueError):
        return [folded]


def split_outside_braces(text: str, separator: re.Pattern[str]) -> list[str]:
    """The parts of a text between separators that are not within braces."""
    parts, start, depth, at = [], 0, 0, 0
    while at < len(text):
        depth += (text[at] == "{") - (text[at] == "}")
        match = separator.match(text, at) if depth <= 0 else None
        if match:
            parts.append(text[start : match.start()])
            start = match.end()
        at = max(at + 1, match.end() if match else 0)
    return [*parts, text[start:]]


def is_extended(name: str) -> bool:
    """Whether a name is in biblatex's extended form."""
    return bool(_PART.match(name))


def _person(name: str) -> Person:
    if is_extended(name):
        return _extended(name)
    try:
        return Person(name)
    except PybtexError:
        return Person(last=f"{{{name}}}")


def _extended(name: str) -> Person:
    person = Person()
    for part in split_outside_braces(name, re.compile(",")):
        word, _, value = part.strip().strip('"').partition("=")
        attribute = _EXTENDED.get(word.strip().lower())
        text = value.strip().strip('"')
        if attribute and text:
            setattr(person, attribute, [text])
    return person
