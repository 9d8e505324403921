"""Reads the names of a field: persons in their parts, and bodies whole.

BibTeX's forms are `First von Last`, `von Last, First` and `von Last, Jr, First`, with ` and `
between names. biblatex adds `family=Holm, given=Ludwig, prefix=van der` (its manual, section 3.4).
"""

from __future__ import annotations

import re
from functools import lru_cache

from pybtex.bibtex.utils import split_name_list, split_tex_string
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
_BETWEEN_NAMES = r" [Aa][Nn][Dd] |(?<!\\)(?<!&amp);"


@lru_cache(maxsize=16384)
def read_names(value: str) -> tuple[Person, ...]:
    """The persons and bodies of a field; what is no name stays whole.

    A semicolon divides names, too: no name has one, and other programs write it so.
    """
    names = split_tex_string(_on_one_line(value), _BETWEEN_NAMES, filter_empty=True)
    return tuple(map(_person, names))


def split_names(value: str) -> list[str]:
    """The names of a field as they are written."""
    return list(split_name_list(_on_one_line(value)))


def _on_one_line(value: str) -> str:
    """BibTeX divides names at ` and `, also where a line ends there."""
    return " ".join(value.split())


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
    for part in split_tex_string(name, ","):
        word, _, value = part.strip('"').partition("=")
        attribute = _EXTENDED.get(word.strip().lower())
        text = value.strip().strip('"')
        if attribute and text:
            setattr(person, attribute, [text])
    return person
