"""Rules of an entry as a whole: its key, its type, whether it is used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from edition.checks.bibliography.data_model import OTHER_NAMES, TYPES
from edition.checks.nearest import did_you_mean
from edition.model import Edition, Reference
from edition.model.files.yaml import read_yaml
from edition.problem import Location, Problem

_KEY = re.compile(r"(?=[a-z][a-z0-9]*?(?:\d{4}|nd)[a-z])[a-z0-9-]*+")
_NO_CITATIONS = ("exceptions.yml", "concordance.yml", "redirects.yml", "paper.yml")


def duplicate_key(edition: Edition) -> Iterator[Problem]:
    """A key stands once, in one of the files of bib/.

    Of two entries with one key only the first would be shown. Give the other its own key, or delete it.
    """
    first: dict[str, Location] = {}
    for reference in edition.bibliography.entries:
        place = first.setdefault(reference.key, reference.location)
        if place != reference.location:
            yield Problem(
                reference.location,
                "duplicate-key",
                f"the key '{reference.key}' stands at {place} already.",
                "Give this entry its own key, or delete it.",
            )


def key_convention(edition: Edition) -> Iterator[Problem]:
    """A key is the body or the first author's family name, the year or `nd`, and a word of the title: `brine1919lamps`.

    Lower-case ascii letters and digits; the year is that of `date`, and `nd` stands where none is known, never the year of
    access. A key is an address (`references/#ref-…`): choose it once.
    """
    for reference in edition.bibliography.entries:
        if message := _key_fault(reference):
            yield Problem(reference.location, "key-convention", message[0], message[1])


def _key_fault(reference: Reference) -> tuple[str, str] | None:
    key, year = reference.key, reference.date[:4]
    if not _KEY.fullmatch(key):
        return (
            f"'{key}' is not of the form name, year or 'nd', word.",
            "Write it like 'brine1919lamps', in lower-case ascii.",
        )
    due = year if year.isdigit() else "nd"
    if due not in key:
        known = f"dated {year}" if year.isdigit() else "undated"
        return (
            f"'{key}' does not hold '{due}', though the entry is {known}.",
            "Correct the key or the date.",
        )
    people = reference.authors
    if (
        people
        and people[0].first_names
        and not any(
            reference.fields.get(name) for name in ("organization", "institution", "publisher")
        )
    ):
        family = _ascii(" ".join(people[0].prelast_names + people[0].last_names))
        last = _ascii(" ".join(people[0].last_names))
        if family and last and not key.startswith((family, last)):
            return (
                f"'{key}' does not begin with the first author, '{' '.join(people[0].last_names)}'.",
                f"Write it like '{last}{due}word'.",
            )
    return None


def _ascii(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c)).lower()
    return letters if letters.isascii() else ""


def unknown_type(edition: Edition) -> Iterator[Problem]:
    """The type of an entry is one that the edition can print: article, book, incollection, online, techreport, …

    Any other would be printed with less than it holds, and some tools refuse it.
    """
    for reference in edition.bibliography.entries:
        if reference.type not in TYPES:
            other = OTHER_NAMES.get(reference.type)
            hint = (
                f"Did you mean '@{other}'?"
                if other
                else did_you_mean(
                    reference.type, TYPES, f"The types are {', '.join(sorted(TYPES))}.", "@"
                )
            )
            yield Problem(
                reference.location,
                "unknown-type",
                f"'@{reference.type}' is not a type of this list.",
                hint,
            )


def uncited_entry(edition: Edition) -> Iterator[Problem]:
    """Each entry is cited, on a page or in the data of the apparatus, or is related to one that is.

    An entry that nobody cites is a citation that was lost, or a source that was never used. Cite it, or delete it.
    """
    if any(problem.is_unread for problem in edition.problems):
        return
    used = (
        set(edition.cited_by)
        | {reference.fields.get("related", "") for reference in edition.bibliography}
        | _in_data(edition)
    )
    for reference in edition.bibliography.entries:
        if reference.key not in used:
            # A source of the editors is for notes: in the text it would have no printed number.
            own = reference.location.path != edition.project.paper_bibliography
            use = (
                "Name it under `sources:` of a note" if own else f"Cite it as '[@{reference.key}]'"
            )
            yield Problem(
                reference.location,
                "uncited-entry",
                f"nothing cites '{reference.key}'.",
                f"{use}, or delete the entry.",
            )


def _in_data(edition: Edition) -> set[str]:
    """The keys that stand as values in the data files."""
    root = edition.project.root
    found: set[str] = set()
    for file in sorted((root / edition.project.data).rglob("*.yml")):
        if file.name not in _NO_CITATIONS:
            found |= _texts(read_yaml(root, file.relative_to(root).as_posix())[0])
    return found


def _texts(value: object) -> set[str]:
    if isinstance(value, dict | list):
        return {
            text
            for item in (value.values() if isinstance(value, dict) else value)
            for text in _texts(item)
        }
    return (
        set(re.findall(r"(?<=@)[\w:.-]*\w", value)) | {value} if isinstance(value, str) else set()
    )


RULES = [duplicate_key, key_convention, unknown_type, uncited_entry]
