"""In: docs/data/names.yml and glossary.yml. Out: Names and Terms: what the text speaks of, with every form it uses."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from edition.model.files.records import read_records, text_of, texts_of
from edition.model.files.yaml import Record
from edition.model.pages.target import Target
from edition.problem import Problem

NAMES, GLOSSARY = "names.yml", "glossary.yml"
KINDS = {
    "person": "Persons",
    "body": "Bodies",
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


@dataclass(frozen=True)
class Name:
    """A person, body, document, place or mission. `only` says in which paragraphs a shared form means this one."""

    id: str
    kind: str
    name: str
    description: str
    record: Record
    printed: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    only: tuple[tuple[str, frozenset[Target]], ...] = ()
    forms: tuple[Form, ...] = ()
    sources: tuple[str, ...] = ()

    @property
    def all_forms(self) -> tuple[str, ...]:
        """Every form by which the text may name it."""
        return tuple(dict.fromkeys((self.name, *self.printed, *self.aliases)))


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
        return tuple(dict.fromkeys((self.term, *self.aliases)))


def _forms(record: Record) -> tuple[Form, ...]:
    forms = record.get("forms")
    return tuple(
        Form(text_of(form, "lang"), text_of(form, "text"), text_of(form, "source"))
        for form in (forms if isinstance(forms, list) else [])
        if isinstance(form, Record)
    )


def _only(record: Record) -> tuple[tuple[str, frozenset[Target]], ...]:
    only = record.get("only")
    return (
        tuple((form, frozenset(map(Target.parse, texts_of(only, form)))) for form in only)
        if isinstance(only, Record)
        else ()
    )


def read_names(root: Path, data: str) -> tuple[list[Name], list[Problem]]:
    """The index of names, in file order."""
    records, problems = read_records(root, f"{data}/{NAMES}")
    return [
        Name(
            text_of(r, "id"),
            text_of(r, "kind"),
            text_of(r, "name"),
            text_of(r, "description"),
            r,
            texts_of(r, "printed"),
            texts_of(r, "aliases"),
            _only(r),
            _forms(r),
            texts_of(r, "sources"),
        )
        for r in records
    ], problems


def read_glossary(root: Path, data: str) -> tuple[list[Term], list[Problem]]:
    """The glossary, in file order."""
    records, problems = read_records(root, f"{data}/{GLOSSARY}")
    return [
        Term(
            text_of(r, "id"),
            text_of(r, "term"),
            text_of(r, "text"),
            r,
            texts_of(r, "aliases"),
            _forms(r),
            texts_of(r, "sources"),
        )
        for r in records
    ], problems
