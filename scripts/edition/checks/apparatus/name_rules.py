"""Rules for the index of names and the glossary (docs/data/names.yml, glossary.yml)."""

from __future__ import annotations

import re

from edition.checks.apparatus.note_rules import MOST_WORDS
from edition.checks.apparatus.record_rules import (
    Faults,
    for_each,
    repeated_ids,
    unknown_choice,
    unknown_fields,
    unknown_keys,
    unknown_places,
)
from edition.model import Edition, Name, Term
from edition.model.apparatus.name import KINDS
from edition.model.pages.inline import inline_text
from edition.model.pages.page import straight
from edition.problem import Problems

NAME_FIELDS = "id kind name family printed aliases only forms description sources".split()
TERM_FIELDS = "id term aliases text forms sources".split()
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


_each = for_each(lambda edition: edition.names)


@for_each
def _each_entry(edition: Edition) -> list[Name | Term]:
    return [*edition.names, *edition.glossary]


@_each_entry
def bad_index_id(entry: Name | Term, _: Edition) -> Faults:
    """The `id` of a name or a term has lower-case letters, digits and single dashes.

    It is a published address.
    """
    if not _ID.fullmatch(entry.id):
        yield (
            "id",
            f"'{entry.id}' is not an id.",
            "Write it like 'ada-lovelace'.",
        )


def duplicate_index_id(edition: Edition) -> Problems:
    """No two names and no two terms have the same `id`."""
    yield from repeated_ids("name", edition.names)
    yield from repeated_ids("term", edition.glossary)


def unknown_index_field(edition: Edition) -> Problems:
    """A name or a term has no field that nobody reads."""
    yield from unknown_fields(edition.names, NAME_FIELDS)
    yield from unknown_fields(edition.glossary, TERM_FIELDS)


@_each
def unknown_name_kind(name: Name, _: Edition) -> Faults:
    """The `kind` of a name is person, body, document, place or mission."""
    yield from unknown_choice(name, "kind", "name", KINDS)


@_each_entry
def unexplained_entry(entry: Name | Term, _: Edition) -> Faults:
    """A name says in one line who or what it is; a term is explained in at most 60 words."""
    field = "description" if isinstance(entry, Name) else "text"
    words = len(inline_text(entry.record.text(field)).split())
    if not words:
        yield (
            "",
            f"'{entry.id}' has no {field}.",
            f"Add `{field}:`.",
        )
    elif words > MOST_WORDS:
        yield (
            field,
            f"the {field} of '{entry.id}' has {words} words.",
            f"Say it in {MOST_WORDS} at most.",
        )


@_each_entry
def not_in_text(entry: Name | Term, edition: Edition) -> Faults:
    """The text uses each name and term, and each form of its `printed:` and `aliases:`."""
    mentions = [*edition.name_mentions, *edition.term_mentions]
    used = {mention.form for mention in mentions if entry.id in mention.ids}
    if not used:
        yield (
            "",
            f"no paragraph names '{entry.id}' by any of its forms.",
            "Add the form that the text uses to `aliases:`, or take the entry out.",
        )
        return
    for field in ("printed", "aliases"):
        for form in getattr(entry, field, ()):
            if straight(form) not in used:
                yield (
                    field,
                    f"no paragraph names '{entry.id}' by '{form}'.",
                    "Correct the form, or take it out; a longer form may be used in its place.",
                )


def ambiguous_name(edition: Edition) -> Problems:
    """A form that two names share is told apart by `only:`.

    It lists the paragraphs in which the form means this one.
    """
    records = {name.id: name.record for name in edition.names}
    for mention in edition.name_mentions:
        if len(mention.ids) > 1:
            meant = "' or '".join(mention.ids)
            yield (
                records[mention.ids[-1]].location,
                f"'{mention.form}' in {mention.target} may be '{meant}'.",
                f"Add `only: {{{mention.form}: [{mention.target}]}}` to the one that is meant.",
            )


@_each
def only_nowhere(name: Name, edition: Edition) -> Faults:
    """The paragraphs of `only:` exist and contain the form."""
    mentioned = {(mention.target, mention.form) for mention in edition.name_mentions}
    for form, targets in name.only:
        for target in sorted(targets):
            yield from unknown_places(edition, "only", [target])
            if edition.has(target) and (target, straight(form)) not in mentioned:
                yield (
                    "only",
                    f"'{form}' is not in {target}.",
                    "Correct the form or the paragraph.",
                )


def form_without_source(edition: Edition) -> Problems:
    """A form in another language has `lang`, `text` and the `source` in which it was seen."""
    entries: list[Name | Term] = [*edition.names, *edition.glossary]
    for entry in entries:
        for form in entry.record.records("forms"):
            missing = [name for name in ("lang", "text", "source") if not form.text(name)]
            if missing:
                yield (
                    form.location,
                    f"the form of '{entry.id}' has no {' and no '.join(missing)}.",
                    "A form is printed only where a source was seen.",
                )
                continue
            for field, message, hint in unknown_keys(edition, "source", [form.text("source")]):
                yield form.line_of(field), message, hint


@_each_entry
def unknown_index_source(entry: Name | Term, edition: Edition) -> Faults:
    """The `sources` of a name or a term are keys of a bibliography."""
    yield from unknown_keys(edition, "sources", entry.sources)
