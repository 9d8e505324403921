"""Rules of the index of names and of the glossary (docs/data/names.yml, glossary.yml)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.checks.apparatus.note_rules import LONGEST
from edition.checks.apparatus.record_rules import (
    hint_for_key,
    repeated,
    targets_like,
    unknown_choice,
    unknown_fields,
    unknown_sources,
)
from edition.model import Edition, Name, Term
from edition.model.apparatus.mention import straight
from edition.model.apparatus.name import KINDS
from edition.model.files.records import Record
from edition.model.pages.inline import inline_text
from edition.problem import Problem

NAME_FIELDS = frozenset(
    ("id", "kind", "name", "printed", "aliases", "only", "forms", "description", "sources")
)
TERM_FIELDS = frozenset(("id", "term", "aliases", "text", "forms", "sources"))
_ID = re.compile(r"^[a-z0-9]+(?:-[a-z0-9]+)*$")


def _entries(edition: Edition) -> list[Name | Term]:
    return [*edition.names, *edition.glossary]


def bad_index_id(edition: Edition) -> Iterator[Problem]:
    """The `id` of a name or a term is of lower-case letters, digits and single dashes: it is a published address."""
    for entry in _entries(edition):
        if not _ID.match(entry.id):
            yield Problem(
                entry.record.line_of("id"),
                "bad-index-id",
                f"'{entry.id}' is not an id.",
                "Write it like 'ada-lovelace'.",
            )


def duplicate_index_id(edition: Edition) -> Iterator[Problem]:
    """No two names and no two terms have the same `id`."""
    for entries, what in ((edition.names, "name"), (edition.glossary, "term")):
        yield from repeated(
            "duplicate-index-id", what, [(entry.id, entry.record) for entry in entries]
        )


def unknown_index_field(edition: Edition) -> Iterator[Problem]:
    """A name or a term has no field that nobody reads."""
    yield from unknown_fields(
        "unknown-index-field", [name.record for name in edition.names], NAME_FIELDS
    )
    yield from unknown_fields(
        "unknown-index-field", [term.record for term in edition.glossary], TERM_FIELDS
    )


def unknown_name_kind(edition: Edition) -> Iterator[Problem]:
    """The `kind` of a name is person, body, document, place or mission."""
    yield from unknown_choice(
        "unknown-name-kind",
        "kind",
        "name",
        KINDS,
        [(name.kind, name.record) for name in edition.names],
    )


def unexplained_entry(edition: Edition) -> Iterator[Problem]:
    """A name says in one line who or what it is; a term is explained in at most 60 words."""
    for entry in _entries(edition):
        field, said = (
            ("description", entry.description) if isinstance(entry, Name) else ("text", entry.text)
        )
        words = len(inline_text(said).split())
        if not words:
            yield Problem(
                entry.record.location,
                "unexplained-entry",
                f"'{entry.id}' has no {field}.",
                f"Add `{field}:`.",
            )
        elif words > LONGEST:
            yield Problem(
                entry.record.line_of(field),
                "unexplained-entry",
                f"the {field} of '{entry.id}' has {words} words.",
                f"Say it in {LONGEST} at most.",
            )


def not_in_text(edition: Edition) -> Iterator[Problem]:
    """Each name and term stands in the text by one of its forms, and so does each form of `printed:` and `aliases:`."""
    used = {
        (id, mention.form)
        for mention in [*edition.name_mentions, *edition.term_mentions]
        for id in mention.ids
    }
    found = {id for id, _ in used}
    for entry in _entries(edition):
        if entry.id not in found:
            hint = "Add the form that the text uses to `aliases:`, or take the entry out."
            yield Problem(
                entry.record.location,
                "not-in-text",
                f"no paragraph names '{entry.id}' by any of its forms.",
                hint,
            )
            continue
        for field in ("printed", "aliases"):
            for form in getattr(entry, field, ()):
                if (entry.id, straight(form)) not in used:
                    hint = "Correct the form, or take it out; a longer form that holds it may stand for it everywhere."
                    yield Problem(
                        entry.record.line_of(field),
                        "not-in-text",
                        f"no paragraph names '{entry.id}' by '{form}'.",
                        hint,
                    )


def ambiguous_name(edition: Edition) -> Iterator[Problem]:
    """A form that two entries share is told apart: `only:` names the paragraphs in which it means this one."""
    records = {entry.id: entry.record for entry in edition.names}
    for mention in edition.name_mentions:
        if len(mention.ids) > 1:
            meant = "' or '".join(mention.ids)
            hint = f"Add `only: {{{mention.form}: [{mention.target}]}}` to the one that is meant."
            yield Problem(
                records[mention.ids[-1]].location,
                "ambiguous-name",
                f"'{mention.form}' in {mention.target} may be '{meant}'.",
                hint,
            )


def only_nowhere(edition: Edition) -> Iterator[Problem]:
    """The paragraphs of `only:` exist and hold the form."""
    for name in edition.names:
        for form, targets in name.only:
            for target in sorted(targets):
                if not edition.has(target):
                    yield Problem(
                        name.record.line_of("only"),
                        "only-nowhere",
                        f"'{target}' is not a place of the text.",
                        targets_like(edition, target),
                    )
                elif not any(
                    mention.target == target and mention.form == straight(form)
                    for mention in edition.name_mentions
                ):
                    yield Problem(
                        name.record.line_of("only"),
                        "only-nowhere",
                        f"'{form}' does not stand in {target}.",
                        "Correct the form or the paragraph.",
                    )


def _form_records(entry: Name | Term) -> list[Record]:
    return entry.record.records("forms")


def form_without_source(edition: Edition) -> Iterator[Problem]:
    """A form in another language has `lang`, `text` and the `source` in which it was seen."""
    for entry in _entries(edition):
        for form in _form_records(entry):
            missing = [name for name in ("lang", "text", "source") if not form.text(name)]
            if missing:
                said = f"the form of '{entry.id}' has no {' and no '.join(missing)}."
                yield Problem(
                    form.location,
                    "form-without-source",
                    said,
                    "A form is printed only where a source was seen.",
                )
            elif (key := form.text("source")) not in edition.bibliography:
                yield Problem(
                    form.line_of("source"),
                    "form-without-source",
                    f"'{key}' is not in bib/.",
                    hint_for_key(edition, key),
                )


def unknown_index_source(edition: Edition) -> Iterator[Problem]:
    """The `sources` of a name or a term are keys of a bibliography."""
    yield from unknown_sources(
        "unknown-index-source",
        edition,
        [(entry.record, entry.sources) for entry in _entries(edition)],
    )


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
