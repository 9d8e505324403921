"""Rules for the index of names and the glossary (docs/data/names.yml, glossary.yml)."""

from __future__ import annotations

import re

from edition.checks.apparatus.note_rules import MOST_WORDS
from edition.checks.apparatus.record_rules import (
    repeated_ids,
    unknown_choice,
    unknown_fields,
    unknown_key,
    unknown_place,
    unknown_sources,
)
from edition.model import Edition, Name, Term
from edition.model.apparatus.name import KINDS
from edition.model.files.records import Record
from edition.model.pages.inline import inline_text
from edition.model.pages.page import straight
from edition.problem import Problem, Problems

NAME_FIELDS = "id kind name family printed aliases only forms description sources".split()
TERM_FIELDS = "id term aliases text forms sources".split()
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def _entries(edition: Edition) -> list[Name | Term]:
    return [*edition.names, *edition.glossary]


def bad_index_id(edition: Edition) -> Problems:
    """The `id` of a name or a term has lower-case letters, digits and single dashes.

    It is a published address.
    """
    for entry in _entries(edition):
        if not _ID.fullmatch(entry.id):
            yield Problem(
                entry.record.line_of("id"),
                "bad-index-id",
                f"'{entry.id}' is not an id.",
                "Write it like 'ada-lovelace'.",
            )


def duplicate_index_id(edition: Edition) -> Problems:
    """No two names and no two terms have the same `id`."""
    yield from repeated_ids("duplicate-index-id", "name", edition.names)
    yield from repeated_ids("duplicate-index-id", "term", edition.glossary)


def unknown_index_field(edition: Edition) -> Problems:
    """A name or a term has no field that nobody reads."""
    yield from unknown_fields("unknown-index-field", edition.names, NAME_FIELDS)
    yield from unknown_fields("unknown-index-field", edition.glossary, TERM_FIELDS)


def unknown_name_kind(edition: Edition) -> Problems:
    """The `kind` of a name is person, body, document, place or mission."""
    yield from unknown_choice("unknown-name-kind", "kind", "name", edition.names, KINDS)


def unexplained_entry(edition: Edition) -> Problems:
    """A name says in one line who or what it is; a term is explained in at most 60 words."""
    for entry in _entries(edition):
        field = "description" if isinstance(entry, Name) else "text"
        words = len(inline_text(entry.record.text(field)).split())
        if not words:
            yield Problem(
                entry.record.location,
                "unexplained-entry",
                f"'{entry.id}' has no {field}.",
                f"Add `{field}:`.",
            )
        elif words > MOST_WORDS:
            yield Problem(
                entry.record.line_of(field),
                "unexplained-entry",
                f"the {field} of '{entry.id}' has {words} words.",
                f"Say it in {MOST_WORDS} at most.",
            )


def not_in_text(edition: Edition) -> Problems:
    """The text uses each name and term, and each form of its `printed:` and `aliases:`."""
    used = _forms_in_text(edition)
    for entry in _entries(edition):
        forms = used.get(entry.id)
        if not forms:
            yield Problem(
                entry.record.location,
                "not-in-text",
                f"no paragraph names '{entry.id}' by any of its forms.",
                "Add the form that the text uses to `aliases:`, or take the entry out.",
            )
            continue
        printed = entry.printed if isinstance(entry, Name) else ()
        listed = [("printed", form) for form in printed]
        listed += [("aliases", form) for form in entry.aliases]
        for field, form in listed:
            if straight(form) not in forms:
                yield Problem(
                    entry.record.line_of(field),
                    "not-in-text",
                    f"no paragraph names '{entry.id}' by '{form}'.",
                    "Correct the form, or take it out; a longer form may be used in its place.",
                )


def _forms_in_text(edition: Edition) -> dict[str, set[str]]:
    """The forms, with straight quotes, by which the text names each id."""
    used: dict[str, set[str]] = {}
    for mention in [*edition.name_mentions, *edition.term_mentions]:
        for id in mention.ids:
            used.setdefault(id, set()).add(mention.form)
    return used


def ambiguous_name(edition: Edition) -> Problems:
    """A form that two names share is told apart by `only:`.

    It lists the paragraphs in which the form means this one.
    """
    records = {name.id: name.record for name in edition.names}
    for mention in edition.name_mentions:
        if len(mention.ids) > 1:
            meant = "' or '".join(mention.ids)
            yield Problem(
                records[mention.ids[-1]].location,
                "ambiguous-name",
                f"'{mention.form}' in {mention.target} may be '{meant}'.",
                f"Add `only: {{{mention.form}: [{mention.target}]}}` to the one that is meant.",
            )


def only_nowhere(edition: Edition) -> Problems:
    """The paragraphs of `only:` exist and contain the form."""
    mentioned = {(mention.target, mention.form) for mention in edition.name_mentions}
    for name in edition.names:
        location = name.record.line_of("only")
        for form, targets in name.only:
            for target in sorted(targets):
                if not edition.has(target):
                    yield unknown_place("only-nowhere", edition, target, location)
                elif (target, straight(form)) not in mentioned:
                    yield Problem(
                        location,
                        "only-nowhere",
                        f"'{form}' is not in {target}.",
                        "Correct the form or the paragraph.",
                    )


def form_without_source(edition: Edition) -> Problems:
    """A form in another language has `lang`, `text` and the `source` in which it was seen."""
    rule = "form-without-source"
    for entry in _entries(edition):
        for form in _form_records(entry):
            source = form.text("source")
            missing = [name for name in ("lang", "text", "source") if not form.text(name)]
            if missing:
                yield Problem(
                    form.location,
                    rule,
                    f"the form of '{entry.id}' has no {' and no '.join(missing)}.",
                    "A form is printed only where a source was seen.",
                )
            elif source not in edition.bibliography:
                yield unknown_key(rule, edition, source, form.line_of("source"))


def _form_records(entry: Name | Term) -> list[Record]:
    forms = entry.record.get("forms")
    items = forms if isinstance(forms, list) else []
    return [form for form in items if isinstance(form, Record)]


def unknown_index_source(edition: Edition) -> Problems:
    """The `sources` of a name or a term are keys of a bibliography."""
    yield from unknown_sources("unknown-index-source", edition, _entries(edition))


RULES = [
    bad_index_id,
    duplicate_index_id,
    unknown_index_field,
    unknown_name_kind,
    unexplained_entry,
    not_in_text,
    ambiguous_name,
    only_nowhere,
    form_without_source,
    unknown_index_source,
]
