"""Rules for the names of persons and bodies."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person
from pybtex.exceptions import PybtexError

from edition.checks.bibliography.data_model import NAME_FIELDS
from edition.checks.bibliography.fields import fields
from edition.checks.bibliography.values import is_braced
from edition.model import Edition
from edition.problem import Location, Problem, Problems

# Words that name a body in English; a person's name has none of them.
_BODY_WORDS = (
    "academy administration affairs agency army association authority bank board bureau center "
    "centre college commission committee company congress corporation council daily department "
    "embassy forum foundation government group institute library ministry network news newspaper "
    "office online organi[sz]ation parliament party portal press secretariat service society state "
    "times tribune union university web"
).split()
_AND = re.compile(r"(?:^|\s)and(?:\s|$)")
_BODY = re.compile(rf"\b(?:{'|'.join(_BODY_WORDS)})\b", re.IGNORECASE)

# A Chinese given name has two or three of these syllables. Longer initials are tried first.
_INITIALS = "zh|ch|sh|b|p|m|f|d|t|n|l|g|k|h|j|q|x|r|z|c|s|y|w"
_FINALS = (
    "iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|"
    "ue|ve|a|o|e|i|u|v"
)
_SYLLABLES = re.compile(rf"(?:(?:{_INITIALS})?(?:{_FINALS})r?){{2,3}}")
_HAN = re.compile(r"[\u3400-\u9fff]{2}")


@dataclass
class _WrittenName:
    """A name as it is written in a field."""

    text: str
    field: str
    location: Location

    @property
    def is_body(self) -> bool:
        return bool(_BODY.search(self.text))


def body_split(edition: Edition) -> Problems:
    """The name of a body is in braces of its own: `author = {{Ministry of Trade}}`.

    Without them it is taken apart like a person's: "Ministry of Trade and Industry" becomes two
    persons, and "Board, Harbor" loses its order.
    """
    for name in _unbraced_names(edition):
        if name.is_body:
            yield Problem(
                name.location,
                "body-split",
                f"'{name.text}' in {name.field} is a body and would "
                "be taken apart like a person's name.",
                f"Write `{name.field} = {{{{…}}}}` with the whole name inside.",
            )


def name_form(edition: Edition) -> Problems:
    """A person is written "Family, Given", several with ` and ` between them.

    A body, or a single name, is in braces. Only the comma says for certain which name is that of
    the family: "Wang Huan" would be shown with the family "Huan".
    """
    for name in _unbraced_names(edition):
        text, commas = name.text, name.text.count(",")
        if name.is_body or text.lower() == "others":
            continue
        if commas or not text.strip(" ,") or _AND.search(text):
            continue
        if in_order := family_first(text):
            hint = f"Run `make format`, which writes '{in_order}'."
        else:
            hint = "Write 'Family, Given', or braces around a name that has no parts."
        yield Problem(
            name.location,
            "name-form",
            f"'{text}' in {name.field} does not say which is the family name.",
            hint,
        )


def unreadable_name(edition: Edition) -> Problems:
    """Names have ` and ` between them, and a name has at most two commas.

    Otherwise BibTeX reads two persons as one, or one as none.
    """
    for name in _unbraced_names(edition):
        text, commas = name.text, name.text.count(",")
        if name.is_body or text.lower() == "others":
            continue
        if not text.strip(" ,") or _AND.search(text):
            yield Problem(
                name.location,
                "unreadable-name",
                f"{name.field} has an empty name beside '{text}'.",
                "Look for an 'and' too many.",
            )
        elif commas > 2:
            yield Problem(
                name.location,
                "unreadable-name",
                f"'{text[:60]}' in {name.field} has {commas} commas.",
                "Write 'and' between persons.",
            )


def swapped_names(edition: Edition) -> Problems:
    """The family name is before the comma, even if the source prints it last.

    Write "Su, Honghong", not "Honghong, Su". This is found only in Chinese and Korean names, if the
    second part is a frequent family name and the first cannot be one.
    """
    for name in _unbraced_names(edition):
        first, _, second = (part.strip() for part in name.text.partition(","))
        if second.lower() in _family_names() and _looks_like_given_name(first):
            yield Problem(
                name.location,
                "swapped-names",
                f"'{name.text}' in {name.field} seems to have the given name first.",
                f"Write '{second}, {first}', or record it in "
                "docs/data/exceptions.yml if it is right.",
            )


def _unbraced_names(edition: Edition) -> Iterator[_WrittenName]:
    """Each name of a person or body that is not protected by braces."""
    for field in fields(edition, *NAME_FIELDS):
        for name in _split_names(field.value):
            text = " ".join(name.split())
            if not is_braced(text):
                yield _WrittenName(text, field.name, field.location)


def _split_names(value: str) -> list[str]:
    try:
        return list(split_name_list(value))
    except (PybtexError, ValueError):
        return [value]


_INITIAL = re.compile(r"(?:[A-Z]\.?[-~]*)+")
_GIVEN_OR_FAMILY = re.compile(r"(?:Mc|Mac|O'|D')?[A-Z][a-z]+(?:-[A-Z][a-z]+)*")
_TEX_LETTER = re.compile(
    r"""\{?\\(?:["'`^~=.]|[cuvHkr](?=\{))\{?\\?([A-Za-z])\}?\}?|\{\\([oOlLij]|ss|ae|AE|aa|AA)\}"""
)
_PARTICLES = frozenset("van von de der den del della di da dos du la le ter ten zu zur".split())
_NOT_PERSONS = re.compile(
    r"\b(?:collaboration|team|project|consortium|developers?|contributors?|software|community|"
    r"inc|ltd|gmbh|llc|corp|systems?|research|labs?|laborator(?:y|ies)|data|the|of|and)\b",
    re.IGNORECASE,
)


def family_first(name: str) -> str:
    """`Ada M. Brine` as `Brine, Ada M.`; empty where another reading is possible.

    Certain is a name of one given name or initials, initials between, particles such as `van der`,
    and one family name, all in Latin letters and not of a body. A first word that is a frequent
    Chinese or Korean family name leaves doubt.
    """
    words = name.split()
    if len(words) < 2 or _BODY.search(name) or _NOT_PERSONS.search(name):
        return ""
    start = next((at for at, word in enumerate(words) if word in _PARTICLES), len(words) - 1)
    given, particles, family = words[:start], words[start:-1], words[-1]
    if not given or not set(particles) <= _PARTICLES or words[0].lower() in _family_names():
        return ""
    is_known = _INITIAL.fullmatch(given[0]) or _GIVEN_OR_FAMILY.fullmatch(_base_letters(given[0]))
    if not is_known or not all(map(_INITIAL.fullmatch, given[1:])):
        return ""
    if not _GIVEN_OR_FAMILY.fullmatch(_base_letters(family)):
        return ""
    return f"{' '.join([*particles, family])}, {' '.join(given)}"


def names_in_order(names: str) -> str:
    """The names of a field with those put family first that leave no doubt; empty if none is."""
    written = [" ".join(name.split()) for name in _split_names(names)]
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
def _family_names() -> frozenset[str]:
    """Frequent Chinese and Korean family names, in Latin letters and in characters."""
    file = Path(__file__).with_name("family-names.txt")
    return frozenset(file.read_text(encoding="utf-8").split())


def _looks_like_given_name(name: str) -> bool:
    plain = name.lower().replace("-", "").replace("'", "")
    if plain in _family_names():
        return False
    return bool(_SYLLABLES.fullmatch(plain) or _HAN.fullmatch(name))


RULES = [body_split, name_form, unreadable_name, swapped_names]
