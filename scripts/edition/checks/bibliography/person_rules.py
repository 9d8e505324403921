"""Rules of the names of persons and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pybtex.bibtex.utils import split_name_list
from pybtex.exceptions import PybtexError

from edition.checks.bibliography.data_model import NAME_FIELDS
from edition.checks.bibliography.value_rules import is_braced
from edition.model import Edition
from edition.problem import Location, Problem

# Words that name a body in English; a person's name has none of them.
_BODY = re.compile(
    r"\b(?:academy|administration|affairs|agency|army|association|authority|bank|board|bureau|center|centre|college|commission|committee|company|"
    r"congress|corporation|council|department|embassy|forum|foundation|government|group|institute|ministry|network|news|newspaper|office|"
    r"organi[sz]ation|parliament|party|press|secretariat|service|society|state|times|daily|tribune|union|university|web|online|portal|library)\b",
    re.IGNORECASE,
)
_INITIALS = "b p m f d t n l g k h j q x zh ch sh r z c s y w".split()
_FINALS = "iang iong uang ueng ang eng ing ong iao ian uai uan ai ei ao ou an en in un ia ie iu ua uo ui ue ve a o e i u v".split()
_SYLLABLES = re.compile(
    rf"(?:(?:{'|'.join(sorted(_INITIALS, key=len, reverse=True))})?(?:{'|'.join(_FINALS)})r?){{2,3}}"
)
_HAN = re.compile(r"[\u3400-\u9fff]+")


@lru_cache(maxsize=1)
def _family_names() -> frozenset[str]:
    """Frequent Chinese and Korean family names, in Latin letters and in characters."""
    return frozenset(
        (Path(__file__).parent / "family-names.txt").read_text(encoding="utf-8").split()
    )


def _names(edition: Edition) -> Iterator[tuple[str, str, Location]]:
    """Each name as written, the field it stands in, and its line."""
    for reference in edition.bibliography.entries:
        for field in NAME_FIELDS:
            if value := reference.fields.get(field):
                try:
                    names = split_name_list(value)
                except (PybtexError, ValueError):
                    names = [value]
                for name in names:
                    yield " ".join(name.split()), field, reference.line_of(field)


def body_split(edition: Edition) -> Iterator[Problem]:
    """The name of a body stands in braces of its own, `author = {{Ministry of Trade}}`, so that it is not taken apart like a person's.

    Without them "Ministry of Trade and Industry" becomes two persons, and "Board, Harbor" loses its order.
    """
    for name, field, place in _names(edition):
        if not is_braced(name) and _BODY.search(name):
            yield Problem(
                place,
                "body-split",
                f"'{name}' in {field} is a body and would be taken apart like a person's name.",
                f"Write `{field} = {{{{…}}}}` with the whole name inside.",
            )


def name_form(edition: Edition) -> Iterator[Problem]:
    """A person is written "Family, Given", several persons with ` and ` between them; a body, or a single name, in braces.

    Only the comma says for certain which name is the family's: "Wang Huan" would be shown with the family "Huan".
    """
    for name, field, place in _names(edition):
        if is_braced(name) or _BODY.search(name) or name.lower() == "others":
            continue
        if not name.strip(" ,") or re.search(r"(?:^|\s)and(?:\s|$)", name):
            yield Problem(
                place,
                "name-form",
                f"{field} holds an empty name beside '{name}'.",
                "Look for an 'and' too many.",
            )
        elif name.count(",") > 2:
            yield Problem(
                place,
                "name-form",
                f"'{name[:60]}' in {field} has {name.count(',')} commas.",
                "Write 'and' between persons.",
            )
        elif "," not in name:
            yield Problem(
                place,
                "name-form",
                f"'{name}' in {field} does not say which is the family name.",
                "Write 'Family, Given', or braces around a name that has no parts.",
            )


def swapped_names(edition: Edition) -> Iterator[Problem]:
    """The family name stands before the comma, also where the source prints it last: "Su, Honghong", not "Honghong, Su".

    Told only for Chinese and Korean names, where the second part is a frequent family name and the first cannot be one.
    """
    for name, field, place in _names(edition):
        first, comma, second = (part.strip() for part in name.partition(","))
        if (
            comma
            and not is_braced(name)
            and _looks_given(first)
            and second.lower() in _family_names()
        ):
            yield Problem(
                place,
                "swapped-names",
                f"'{name}' in {field} seems to have the given name first.",
                f"Write '{second}, {first}', or record it in docs/data/exceptions.yml if it is right.",
            )


def _looks_given(name: str) -> bool:
    plain = name.lower().replace("-", "").replace("'", "")
    if plain in _family_names():
        return False
    return bool(_SYLLABLES.fullmatch(plain)) or (bool(_HAN.fullmatch(name)) and len(name) == 2)


RULES = [body_split, name_form, swapped_names]
