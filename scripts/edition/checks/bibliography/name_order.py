"""Puts the family name first where a name can be read in one way only."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from pathlib import Path

from pybtex.database import Person

from edition.model.works.person_names import split_names

_INITIAL = re.compile(r"(?:[A-Z]\.?[-~]*)+")
_GIVEN_OR_FAMILY = re.compile(r"(?:Mc|Mac|O'|D')?[A-Z][a-z]+(?:-[A-Z][a-z]+)*")
_TEX_LETTER = re.compile(
    r"""\{?\\(?:["'`^~=.]|[cuvHkr](?=\{))\{?\\?([A-Za-z])\}?\}?|\{\\([oOlLij]|ss|ae|AE|aa|AA)\}"""
)
_PARTICLES = frozenset("van von de der den del della di da dos du la le ter ten zu zur".split())
_NOT_PERSONS = re.compile(
    r"\b(?:collaboration|team|project|consortium|developers?|contributors?|software|community|"
    r"inc|ltd|gmbh|llc|corp|systems?|research|labs?|laborator(?:y|ies)|data|the|of|and|"
    r"academy|agency|association|authority|bureau|center|centre|commission|committee|company|"
    r"corporation|council|department|foundation|government|group|institute|institution|library|"
    r"ministry|network|organi[sz]ation|service|society|university|web)\b",
    re.IGNORECASE,
)


def family_first(name: str) -> str:
    """`Ada M. Brine` as `Brine, Ada M.`; empty where another reading is possible.

    Certain is a name of one given name or initials, initials between, particles such as `van der`,
    and one family name, all in Latin letters and not of a body. A first word that is a frequent
    Chinese or Korean family name leaves doubt.
    """
    words = name.split()
    if len(words) < 2 or _NOT_PERSONS.search(name):
        return ""
    start = next((at for at, word in enumerate(words) if word in _PARTICLES), len(words) - 1)
    given, particles, family = words[:start], words[start:-1], words[-1]
    if not given or not set(particles) <= _PARTICLES or words[0].lower() in family_names():
        return ""
    is_known = _INITIAL.fullmatch(given[0]) or _GIVEN_OR_FAMILY.fullmatch(_base_letters(given[0]))
    if not is_known or not all(map(_INITIAL.fullmatch, given[1:])):
        return ""
    if not _GIVEN_OR_FAMILY.fullmatch(_base_letters(family)):
        return ""
    return f"{' '.join([*particles, family])}, {' '.join(given)}"


def names_in_order(names: str) -> str:
    """The names of a field with those put family first that leave no doubt; empty if none is."""
    written = [" ".join(name.split()) for name in split_names(names)]
    better = [name if "," in name else family_first(name) or name for name in written]
    if better == written or [Person(name) for name in better] != [Person(n) for n in written]:
        return ""
    return " and ".join(better)


def _base_letters(word: str) -> str:
    """Latin letters without their accents, also those of TeX: `M{\\"u}ller` is `Muller`."""
    plain = _TEX_LETTER.sub(lambda match: match[1] or match[2], word)
    decomposed = unicodedata.normalize("NFD", plain)
    letters = "".join(one for one in decomposed if not unicodedata.combining(one))
    return letters.translate(str.maketrans("øØłŁßæÆđĐıð", "oOlLsaAdDid"))


@cache
def family_names() -> frozenset[str]:
    """Frequent Chinese and Korean family names, in Latin letters and in characters."""
    file = Path(__file__).with_name("family-names.txt")
    return frozenset(file.read_text(encoding="utf-8").split())
