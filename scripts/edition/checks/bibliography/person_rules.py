"""Rules for the names of persons and bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.checks.bibliography.data_model import NAME_FIELDS
from edition.checks.bibliography.fields import fields
from edition.checks.bibliography.name_order import family_first, family_names
from edition.checks.bibliography.values import is_braced
from edition.model import Edition
from edition.model.works.person_names import is_extended, split_names
from edition.problem import Location, Problems

# Words that name a body in English; a person's name has none of them.
_BODY_WORDS = (
    "academy administration affairs agency association authority commission committee "
    "company corporation council department embassy foundation government institute institution "
    "ministry organi[sz]ation parliament secretariat university"
).split()
# Words of bodies that are names of persons, too: William Press, Web Keane, Seth Bank.
_PERHAPS_BODY_WORDS = (
    "army bank board bureau center centre college congress daily forum group library network news "
    "newspaper office online party portal press service society state times tribune union web"
).split()
_AND = re.compile(r"(?:^|\s)and(?:\s|$)")
_SEVERAL = re.compile(rf"[,;]|{_AND.pattern}")
_BODY = re.compile(rf"\b(?:{'|'.join(_BODY_WORDS)})\b", re.IGNORECASE)
_PERHAPS_BODY = re.compile(rf"\b(?:{'|'.join(_PERHAPS_BODY_WORDS)})\b", re.IGNORECASE)
_OF_BODIES = re.compile(r"\b(?:of|for|the|and|on)\b|&")
_INITIAL = re.compile(r"(?:^|\s)[A-Z]\.")

# A Chinese or Korean given name of one syllable could be a family name; one of two has an initial
# within, as in `Honghong`. Longer initials are tried first.
_INITIALS = "zh|ch|sh|b|p|m|f|d|t|n|l|g|k|h|j|q|x|r|z|c|s|y|w"
_FINALS = (
    "iang|iong|uang|ueng|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|"
    "ue|ve|a|o|e|i|u|v"
)
_SYLLABLES = re.compile(rf"(?:{_INITIALS})?(?:{_FINALS})(?:{_INITIALS})(?:{_FINALS})")
# Family names that are given names in English, too: in `Baker, Kim` all is right.
_GIVEN_IN_ENGLISH = frozenset("kim lee long jo an may".split())
_HAN = re.compile(r"[\u3400-\u9fff]{2}")


@dataclass
class _WrittenName:
    """A name as it is written in a field."""

    text: str
    field: str
    location: Location

    @property
    def is_body(self) -> bool:
        if _BODY.search(self.text):
            return True
        before, comma, _ = self.text.partition(",")
        is_persons = not _OF_BODIES.search(before) if comma else _INITIAL.search(self.text)
        return bool(_PERHAPS_BODY.search(self.text) and not is_persons)

    @property
    def is_persons(self) -> bool:
        """Whether it is a name whose parts follow from its commas."""
        return not (self.is_body or self.text.lower() == "others" or is_extended(self.text))


def body_split(edition: Edition) -> Problems:
    """The name of a body is in braces of its own: `author = {{Ministry of Trade}}`.

    Without them it is taken apart like a person's: "Ministry of Trade and Industry" becomes two
    persons, and "Authority, Harbor" loses its order.
    """
    for name in _unbraced_names(edition):
        if name.is_body:
            yield (
                name.location,
                f"'{name.text}' in {name.field} is a body and would "
                "be taken apart like a person's name.",
                f"Write `{name.field} = {{{{…}}}}` with the whole name inside.",
            )


def name_form(edition: Edition) -> Problems:
    """A person is written "Family, Given".

    biblatex's `family=Holm, given=Ludwig, prefix=van der` is read, too. A body, or a single name,
    is in braces. Only the comma says for certain which name is that of the family: "Wang Huan"
    would be shown with the family "Huan".
    """
    for name in _unbraced_names(edition):
        if not name.is_persons or not name.text.strip() or _SEVERAL.search(name.text):
            continue
        hint = "Write 'Family, Given', or braces around a name that has no parts."
        if in_order := family_first(name.text):
            hint = f"Run `make format`, which writes '{in_order}'."
        yield (
            name.location,
            f"'{name.text}' in {name.field} does not say which is the family name.",
            hint,
        )


def unreadable_name(edition: Edition) -> Problems:
    """Names have ` and ` between them, never a semicolon, and a name has at most two commas.

    Otherwise BibTeX reads two persons as one, or one as none.
    """
    for name in _unbraced_names(edition):
        text = name.text
        if not name.is_persons:
            continue
        if not text.strip(" ,") or _AND.search(text):
            yield (
                name.location,
                f"{name.field} has an empty name beside '{text}'.",
                "Look for an 'and' too many.",
            )
        elif marks := _marks_of_a_list(text):
            yield (
                name.location,
                f"'{text[:60]}' in {name.field} has {marks}.",
                "Write 'and' between persons.",
            )


def _marks_of_a_list(name: str) -> str:
    """What only a list of names would have, or empty."""
    if ";" in name.replace("&amp;", ""):
        return "a semicolon"
    commas = name.count(",")
    return f"{commas} commas" if commas > 2 else ""


def swapped_names(edition: Edition) -> Problems:
    """The family name is before the comma, even if the source prints it last.

    Write "Su, Honghong", not "Honghong, Su". This is found only in Chinese and Korean names, if the
    second part is a frequent family name and the first cannot be one.
    """
    for name in _unbraced_names(edition):
        first, _, second = (part.strip() for part in name.text.partition(","))
        is_family = not second.isupper() and second.lower() in family_names() - _GIVEN_IN_ENGLISH
        if is_family and _looks_like_given_name(first):
            yield (
                name.location,
                f"'{name.text}' in {name.field} seems to have the given name first.",
                f"Write '{second}, {first}', or record it in "
                "docs/data/exceptions.yml if it is right.",
            )


def _unbraced_names(edition: Edition) -> Iterator[_WrittenName]:
    """Each name of a person or body that is not protected by braces."""
    for field in fields(edition, *NAME_FIELDS):
        for text in split_names(field.value):
            if not is_braced(text):
                yield _WrittenName(text, field.name, field.location)


def _looks_like_given_name(name: str) -> bool:
    plain = name.lower().replace("-", "").replace("'", "")
    if plain in family_names():
        return False
    return bool(_SYLLABLES.fullmatch(plain) or _HAN.fullmatch(name))
