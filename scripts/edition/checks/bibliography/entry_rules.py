"""Rules for an entry as a whole: its key, its type, whether it is used."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from edition.checks.bibliography.data_model import OTHER_NAMES, TYPES
from edition.checks.nearest import one_slip
from edition.model import Edition, Reference
from edition.model.files.yaml import read_yaml
from edition.problem import Problems

_KEY = re.compile(r"(?=[a-z][a-z0-9]*?(?:\d{4}|nd)[a-z])[a-z0-9-]*+")
_CITED_KEY = re.compile(r"(?<=@)[\w:.-]*\w")
SHOWN = 8
_WITHOUT_CITATIONS = ("exceptions.yml", "concordance.yml", "redirects.yml", "paper.yml")


def duplicate_key(edition: Edition) -> Problems:
    """A key is used once in all files of bib/.

    Of two entries with one key only the first would be shown. Give the other its own key, or delete
    it.
    """
    for reference, first in _with_a_used_key(edition, are_equal=False):
        yield (
            reference.location,
            f"the key '{reference.key}' is already used at {first.location}.",
            "Give this entry its own key, or delete it.",
        )


def repeated_entry(edition: Edition) -> Problems:
    """An entry is not given a second time, letter for letter. `make format` deletes the second."""
    for reference, first in _with_a_used_key(edition, are_equal=True):
        in_one_file = reference.location.path == first.location.path
        yield (
            reference.location,
            f"'{reference.key}' is already given at {first.location}, and is the same.",
            "Run `make format`, which deletes this one." if in_one_file else "Delete one.",
        )


def _with_a_used_key(edition: Edition, are_equal: bool) -> Iterator[tuple[Reference, Reference]]:
    """Each entry whose key another has, with the first that has it.

    With `are_equal` those that are the same as the first, letter for letter; without, the others.
    """
    first: dict[str, Reference] = {}
    for reference in edition.bibliography.entries:
        other = first.setdefault(reference.key, reference)
        same = (reference.type, reference.fields) == (other.type, other.fields)
        if other is not reference and same is are_equal:
            yield reference, other


def key_convention(edition: Edition) -> Problems:
    """A key is made of a name, the year or `nd`, and a word of the title: `brine1919lamps`.

    The name is that of the body or the family name of the first author; all is in lower-case ascii
    letters and digits. The year is that of `date`, or `nd` if none is known, never the year of
    access. A key is an address (`references/#ref-…`): choose it once.
    """
    for reference in edition.bibliography.entries:
        if fault := _key_fault(reference):
            yield reference.location, *fault


def _key_fault(reference: Reference) -> tuple[str, str] | None:
    """What is wrong with a key, and the hint."""
    key, year = reference.key, reference.date[:4]
    if not _KEY.fullmatch(key):
        return (
            f"'{key}' is not made of a name, the year or 'nd', and a word.",
            "Write it like 'brine1919lamps', in lower-case ascii.",
        )
    expected = year if year.isdigit() else "nd"
    if expected not in key:
        known = f"dated {year}" if year.isdigit() else "undated"
        return (
            f"'{key}' does not contain '{expected}', though the entry is {known}.",
            "Correct the key or the date.",
        )
    family, last = _first_family_name(reference)
    plain = _ascii(last)
    if plain and not key.startswith((_ascii(family), plain)):
        return (
            f"'{key}' does not begin with the first author, '{last}'.",
            f"Write it like '{plain}{expected}word'.",
        )
    return None


def _first_family_name(reference: Reference) -> tuple[str, str]:
    """The first author's family name with and without its particle: `van der Holm`, `Holm`.

    Both empty where the key may begin with another name: that of a body, or of a publisher.
    """
    person = reference.authors[0] if reference.authors else None
    bodies = ("organization", "institution", "publisher")
    if not person or not person.first_names or any(map(reference.value, bodies)):
        return "", ""
    last = " ".join(person.last_names)
    return " ".join([*person.prelast_names, last]), last


def _ascii(name: str) -> str:
    """`Müller-Lyer` is `mullerlyer`; empty for a name in other letters."""
    plain = unicodedata.normalize("NFKD", name)
    letters = "".join(c for c in plain if c.isalnum() and not unicodedata.combining(c)).lower()
    return letters if letters.isascii() else ""


def unknown_type(edition: Edition) -> Problems:
    """The type of an entry is one of biblatex's: article, book, online, report, software, …

    Any other would be printed with less than it contains, and some tools refuse it.
    """
    otherwise = "Use @misc, or @online for a page on the web."
    for reference in edition.bibliography.entries:
        if reference.type not in TYPES:
            meant = OTHER_NAMES.get(reference.type)
            yield (
                reference.location,
                f"'@{reference.type}' is not a type of this list.",
                f"Did you mean '@{meant}'?"
                if meant
                else one_slip(reference.type, TYPES, otherwise, "@"),
            )


def uncited_entry(edition: Edition) -> Problems:
    """Each entry is cited, on a page or in the data, or is related to one that is.

    An entry that nobody cites is a citation that was lost, or a source that was never used. Cite
    it, or delete it.
    """
    for reference in _uncited(edition):
        # In the text, a source of the editors would lack a printed number: it is for notes.
        is_papers = reference.location.path == edition.project.paper_bibliography
        use = (
            f"Cite it as '[@{reference.key}]'"
            if is_papers
            else "Name it under `sources:` of a note"
        )
        yield (
            reference.location,
            f"nothing cites '{reference.key}'.",
            f"{use}, or delete the entry.",
        )


def uncited_entries(edition: Edition) -> Problems:
    """A list has no works that nothing cites: its readers would take them for the paper's sources.

    It is said once for a list, of a paper that asks for no conventions; for one that does, there is
    `uncited-entry`.
    """
    if edition.paper.edition.conventions:
        return
    for path, entries in groupby(_uncited(edition), key=lambda entry: entry.location.path):
        uncited = list(entries)
        keys = ", ".join(f"'{entry.key}'" for entry in uncited[:SHOWN])
        more = f" and {len(uncited) - SHOWN} more" if len(uncited) > SHOWN else ""
        yield (
            uncited[0].location,
            f"nothing cites {keys}{more} of {path}.",
            "Cite them, or delete the entries.",
        )


def _uncited(edition: Edition) -> Iterator[Reference]:
    # What cites it may be in a file that cannot be read.
    if any(problem.is_unread for problem in edition.problems):
        return
    used = {*edition.cited_by, *_keys_in_data(edition)}
    for reference in edition.bibliography.entries:
        for name in ("related", "crossref", "xref", "xdata", "entryset"):
            used |= set(reference.keys_in(name))
    for reference in edition.bibliography.entries:
        if reference.key not in used:
            yield reference


def _keys_in_data(edition: Edition) -> set[str]:
    """The texts in the data files that may be keys: whole values, and words after an `@`."""
    root = edition.project.root
    found: set[str] = set()
    for file in sorted((root / edition.project.data).rglob("*.yml")):
        if file.name not in _WITHOUT_CITATIONS:
            value, _ = read_yaml(root, file.relative_to(root).as_posix())
            for text in _texts(value):
                found |= {text, *_CITED_KEY.findall(text)}
    return found


def _texts(value: object) -> Iterator[str]:
    """Every text in lists and mappings of any depth."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)
