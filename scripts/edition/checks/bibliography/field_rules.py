"""Rules for the fields of an entry: those it needs, those nobody reads, and what they name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from edition.checks.bibliography.data_model import FIELDS, TYPES
from edition.checks.bibliography.fields import fields
from edition.checks.nearest import did_you_mean, one_slip
from edition.language.tags import known_languages, language_tag
from edition.model import Edition
from edition.model.works.bibliography import NO_WORKS
from edition.model.works.private_fields import is_private
from edition.problem import Location, Problems

_NOT_LATIN = re.compile(r"[\u0370-\u1dff\u2c00-\uabff\uac00-\ud7ff\uf900-\ufaff]")


def required_field(edition: Edition) -> Problems:
    """An entry has the fields that its type needs.

    They are author (or editor) and title; for @article also journal, for @online url, for a report
    institution, for a thesis school, for a part of a book booktitle. biblatex's other names for
    them, such as `journaltitle`, count, and so does what `crossref` adds. For dates there is the
    rule `undated-work`.
    """
    for reference in edition.bibliography.entries:
        for field in TYPES.get(reference.type, ("title",)):
            names = field.split("/")
            if field != "date" and not any(map(reference.value, names)):
                missing = " or ".join(f"'{name}'" for name in names)
                yield (
                    reference.location,
                    f"@{reference.type} '{reference.key}' has no {missing}.",
                    f"Add `{names[0]} = {{…}}`.",
                )


def undated_work(edition: Edition) -> Problems:
    """An entry has a date, as precise as known.

    If none is known, do not guess, and do not use the year of access: leave the date out, write
    `nd` in the key, and say so in docs/data/exceptions.yml.
    """
    for reference in edition.bibliography.entries:
        if not reference.date and "date" in TYPES.get(reference.type, ("date",)):
            yield (
                reference.location,
                f"'{reference.key}' has no date.",
                "Add `date = {…}`; if none is known, record that in docs/data/exceptions.yml.",
            )


def unknown_field(edition: Edition) -> Problems:
    """A field is one of biblatex's (its manual lists them) or one of the edition's own.

    Its own are, where the paper prints something else: usera, userb and userc for the title as
    printed under the first, second and third number, userd for the author or body, verba for the
    address, usere for printed words that belong to no part of a reference. annotation says what in
    the entry is inferred, or was seen only in a copy; archiveurl and archivedate are for a capture
    that someone has seen. What reference managers keep for themselves, such as `file`, may be
    there, and is never published. A misspelt field would never be shown, without a warning.
    """
    unknown: dict[tuple[str, str], list[Location]] = {}
    for reference in edition.bibliography.entries:
        for name in reference.fields:
            if name not in FIELDS and not is_private(name):
                location = reference.line_of(name)
                unknown.setdefault((location.path, name), []).append(location)
    for (_, name), locations in unknown.items():
        count = f", in {len(locations)} entries," if len(locations) > 1 else ""
        yield (
            locations[0],
            f"'{name}'{count} is not a field that a reader would see.",
            one_slip(name, FIELDS, "Take it out, or use a field that biblatex has."),
        )


def empty_field(edition: Edition) -> Problems:
    """A field that is not known is left out, not left empty."""
    for reference in edition.bibliography.entries:
        for name, value in reference.fields.items():
            if not value.strip("{} \t\n"):
                yield (
                    reference.line_of(name),
                    f"'{name}' of '{reference.key}' is empty.",
                    "Run `make format`, which takes it out.",
                )


def missing_language(edition: Edition) -> Problems:
    """`langid` names the language of the source, even if the title is given in English."""
    entries = edition.bibliography.entries
    for path in edition.project.bibliographies:
        own = [reference for reference in entries if reference.location.path == path]
        language = shared_language(reference.fields for reference in own)
        for reference in own:
            if reference.langid or reference.type in NO_WORKS:
                continue
            shared = language(reference.fields)
            yield (
                reference.location,
                f"'{reference.key}' does not say in which language it is.",
                f"Run `make format`, which writes '{shared}' as in the other entries."
                if shared
                else "Add `langid = {…}`, the language of the source.",
            )


def shared_language(
    entries: Iterable[Mapping[str, str]],
) -> Callable[[Mapping[str, str]], str]:
    """A function that returns the language that an entry lacks and all others share, or nothing.

    They share it if at least two, and at least half of all entries, name one and it is the same.
    An entry whose title is in other letters than Latin ones gets none.
    """
    languages = list(map(_language, entries))
    named = list(filter(None, languages))
    is_shared = len(set(named)) == 1 and len(named) >= max(2, len(languages) / 2)

    def missing(fields: Mapping[str, str]) -> str:
        has_one = _language(fields) or _NOT_LATIN.search(fields.get("title", ""))
        return named[0] if is_shared and not has_one else ""

    return missing


def _language(fields: Mapping[str, str]) -> str:
    return fields.get("langid", "").strip("{}")


def unknown_language(edition: Edition) -> Problems:
    """`langid` and `origlanguage` are languages by babel's names, or by their BCP 47 tags.

    All of babel's names are known: chinese, english, ngerman, urdu, …
    """
    otherwise = "Write it as babel does: english, french, ngerman, chinese, …"
    for language in fields(edition, "langid", "origlanguage"):
        if not all(map(language_tag, re.split(r"\s+and\s+|,\s*", language.value))):
            yield (
                language.location,
                f"'{language.value}' is not a language that this edition knows.",
                one_slip(language.value, known_languages(), otherwise),
            )


def unknown_related(edition: Edition) -> Problems:
    """`related`, `crossref`, `xref` and `xdata` name other entries of the lists."""
    known = {reference.key for reference in edition.bibliography.entries}
    for field in fields(edition, "related", "crossref", "xref", "xdata"):
        for key in map(str.strip, field.value.split(",")):
            if key == field.reference.key:
                yield (
                    field.location,
                    f"'{key}' is the entry itself.",
                    "Name the other one.",
                )
            elif key and key not in known:
                yield (
                    field.location,
                    f"'{key}' is not in bib/.",
                    did_you_mean(key, known, "Add the entry, or correct the key."),
                )
