"""names.yml and glossary.yml: names and terms, with every form that the text uses."""

from __future__ import annotations

from dataclasses import dataclass

from edition.model.files.records import FIELD_TYPES, Record, read_as
from edition.model.pages.target import Target

KINDS = {
    "person": "People",
    "body": "Organizations",
    "document": "Agreements and documents",
    "place": "Places",
    "mission": "Missions and projects",
}


@dataclass(frozen=True)
class Form:
    """A name in another language, as a source has it. `lang` is a BCP 47 tag."""

    lang: str
    text: str
    source: str


Only = tuple[tuple[str, frozenset[Target]], ...]
"""Forms, each with the paragraphs in which it means one of the names that share it."""


def _read_forms(record: Record, name: str) -> tuple[Form, ...]:
    return tuple(read_as(Form, form) for form in record.records(name))


def _read_only(record: Record, name: str) -> Only:
    only = record.record(name)
    return tuple((form, frozenset(map(Target.parse, only.texts(form)))) for form in only)


FIELD_TYPES["tuple[Form, ...]"] = _read_forms
FIELD_TYPES["Only"] = _read_only


@dataclass(frozen=True)
class Name:
    """A person, body, document, place or mission.

    `name` is how it is listed; the text may also use the forms in `printed` and `aliases`. `only`
    has the forms that it shares with another name, and the paragraphs in which they mean this one.
    `family` is the part of a person's name by which it is sorted, if that does not begin it.
    """

    id: str
    kind: str
    name: str
    description: str
    record: Record
    family: str = ""
    printed: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    only: Only = ()
    forms: tuple[Form, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def all_forms(self) -> tuple[str, ...]:
        """Every form by which the text may name it."""
        return tuple(dict.fromkeys((self.name, *self.printed, *self.aliases)))

    @property
    def heading(self) -> str:
        """The name as an index lists it: `Trump, Donald J.`"""
        given = self.name.removesuffix(self.family).strip() if self.family else ""
        return f"{self.family}, {given}" if given and given != self.name else self.name


@dataclass(frozen=True)
class Term:
    """A term of art and its explanation."""

    id: str
    term: str
    text: str
    record: Record
    aliases: tuple[str, ...] = ()
    forms: tuple[Form, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def all_forms(self) -> tuple[str, ...]:
        """Every form by which the text may name it."""
        return tuple(dict.fromkeys((self.term, *self.aliases)))
