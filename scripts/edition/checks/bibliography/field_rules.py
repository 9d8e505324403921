"""Rules of the fields of an entry: those it needs, those nobody reads, and what they refer to."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.bibliography.data_model import FIELDS, TYPES
from edition.checks.nearest import did_you_mean
from edition.language.tags import KNOWN
from edition.model import Edition
from edition.problem import Problem

_INSTEAD = {"journaltitle": "journal", "location": "address"}


def required_field(edition: Edition) -> Iterator[Problem]:
    """An entry has the fields that its type needs, an article its journal, a page on the web its address, and so on.

    They are author (or editor) and title; for @article journal, for @online url, for @techreport institution, for a thesis
    school, for a part of a book booktitle. A date is asked for by `undated-work`.
    """
    for reference in edition.bibliography.entries:
        for needed in TYPES.get(reference.type, ("title",)):
            if needed != "date" and not any(
                reference.fields.get(name) for name in needed.split("/")
            ):
                name = needed.replace("/", "' or '")
                yield Problem(
                    reference.location,
                    "required-field",
                    f"@{reference.type} '{reference.key}' has no '{name}'.",
                    f"Add `{needed.split('/')[0]} = {{…}}`.",
                )


def undated_work(edition: Edition) -> Iterator[Problem]:
    """An entry has a date, as precise as known.

    Where none is known, none is guessed and the year of access is none: leave the date out, write `nd` in the key, and say so in
    docs/data/exceptions.yml.
    """
    for reference in edition.bibliography.entries:
        if not reference.date:
            yield Problem(
                reference.location,
                "undated-work",
                f"'{reference.key}' has no date.",
                "Add `date = {…}`; where none is known, record that in docs/data/exceptions.yml.",
            )


def unknown_field(edition: Edition) -> Iterator[Problem]:
    """A field is one of biblatex's (its manual lists them) or of the edition's own use.

    The own use: usera, userb, userc hold the title as printed under the first, second and third number, verba the address as
    printed; archiveurl and archivedate a capture that someone has seen. A misspelt field is silently never shown.
    """
    for reference in edition.bibliography.entries:
        for name in reference.fields:
            if name not in FIELDS:
                hint = did_you_mean(name, FIELDS, "Take it out, or use a field that biblatex has.")
                yield Problem(
                    reference.line_of(name),
                    "unknown-field",
                    f"'{name}' is not a field that a reader would see.",
                    hint,
                )
            elif name in _INSTEAD:
                yield Problem(
                    reference.line_of(name),
                    "unknown-field",
                    f"'{name}' is written '{_INSTEAD[name]}' in this list.",
                    "Rename it.",
                )


def empty_field(edition: Edition) -> Iterator[Problem]:
    """A field that is not known is left out, not left empty."""
    for reference in edition.bibliography.entries:
        for name, value in reference.fields.items():
            if not value.strip("{} \t\n"):
                yield Problem(
                    reference.line_of(name),
                    "empty-field",
                    f"'{name}' of '{reference.key}' is empty.",
                    "Take it out.",
                )


def missing_language(edition: Edition) -> Iterator[Problem]:
    """`langid` says in which language the source is, also where the title is given in English."""
    for reference in edition.bibliography.entries:
        if not reference.fields.get("langid"):
            yield Problem(
                reference.location,
                "missing-language",
                f"'{reference.key}' does not say in which language it is.",
                "Add `langid = {…}`, the language of the source.",
            )


def unknown_language(edition: Edition) -> Iterator[Problem]:
    """`langid` and `origlanguage` are languages by babel's names: chinese, english, urdu, …"""
    for reference in edition.bibliography.entries:
        for name in ("langid", "origlanguage"):
            value = reference.fields.get(name, "")
            if value and value not in KNOWN:
                hint = did_you_mean(value, KNOWN, f"The languages are {', '.join(sorted(KNOWN))}.")
                yield Problem(
                    reference.line_of(name),
                    "unknown-language",
                    f"'{value}' is not a language that this edition knows.",
                    hint,
                )


def unknown_related(edition: Edition) -> Iterator[Problem]:
    """`related` and `crossref` name another entry of the lists."""
    known = edition.bibliography.references
    for reference in edition.bibliography.entries:
        for name in ("related", "crossref", "xref"):
            for key in filter(
                None, (part.strip() for part in reference.fields.get(name, "").split(","))
            ):
                if key == reference.key:
                    yield Problem(
                        reference.line_of(name),
                        "unknown-related",
                        f"'{key}' is the entry itself.",
                        "Name the other one.",
                    )
                elif key not in known:
                    yield Problem(
                        reference.line_of(name),
                        "unknown-related",
                        f"'{key}' is not in bib/.",
                        did_you_mean(key, known, "Add the entry, or correct the key."),
                    )


RULES = [
    required_field,
    undated_work,
    unknown_field,
    empty_field,
    missing_language,
    unknown_language,
    unknown_related,
]
