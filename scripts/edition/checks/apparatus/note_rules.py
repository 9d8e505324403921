"""Rules for the editorial notes (docs/data/notes/)."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.apparatus.record_rules import (
    repeated,
    repeated_ids,
    targets_like,
    unknown_choice,
    unknown_fields,
    unknown_sources,
)
from edition.checks.nearest import did_you_mean
from edition.model import Edition, Note
from edition.model.apparatus.note import CONFIDENCE, TYPES, VERDICTS
from edition.model.pages.inline import inline_text
from edition.model.pages.page import straight
from edition.problem import Location, Problem, Problems

MOST_WORDS = 60
"""The words that a note or an entry of the indexes may have at most."""
FIELDS = "id type verdict paragraph lemma text sources confidence findings".split()
LEFT_OUT_FIELDS = "finding reason into".split()


def note_without_id(edition: Edition) -> Problems:
    """A note has an `id`: a whole number that never changes: `#n<id>` is a published address."""
    highest = max((note.id for note in edition.notes), default=0)
    for note in edition.notes:
        if note.id < 1:
            yield Problem(
                note.record.line_of("id"),
                "note-without-id",
                f"'{note.record.get('id', '')}' is not a whole number from 1.",
                f"The next free one is {highest + 1}.",
            )


def duplicate_note_id(edition: Edition) -> Problems:
    """No two notes have the same `id`."""
    notes = [note for note in edition.notes if note.id > 0]
    yield from repeated_ids("duplicate-note-id", "note", notes)


def unknown_note_field(edition: Edition) -> Problems:
    """A note, or a finding in notes/left-out.yml, has no field that nobody reads."""
    yield from unknown_fields("unknown-note-field", edition.notes, FIELDS)
    yield from unknown_fields("unknown-note-field", edition.left_out, LEFT_OUT_FIELDS)


def unknown_note_type(edition: Edition) -> Problems:
    """The `type` of a note is one of fact, contradiction, name, time, citation, term."""
    yield from unknown_choice("unknown-note-type", "type", "note", edition.notes, TYPES)


def unknown_confidence(edition: Edition) -> Problems:
    """The `confidence` of a note is high, medium or low; readers see it in words."""
    for note in edition.notes:
        if note.confidence not in CONFIDENCE:
            yield Problem(
                note.record.line_of("confidence"),
                "unknown-confidence",
                f"'{note.confidence}' is not a degree of confidence.",
                f"Write {' or '.join(CONFIDENCE)}.",
            )


def unknown_verdict(edition: Edition) -> Problems:
    """The `verdict` of a note is one of differs, agrees, unsettled, explains.

    It is what other sources say of the paper's statement, and readers see it first. An edition may
    do without verdicts; if one note has a verdict, all have one.
    """
    uses_verdicts = any(note.verdict for note in edition.notes)
    for note in edition.notes:
        if note.verdict:
            yield from unknown_choice("unknown-verdict", "verdict", "a note", [note], VERDICTS)
        elif uses_verdicts:
            yield Problem(
                note.record.location,
                "unknown-verdict",
                f"note {note.id} has no verdict, and other notes have one.",
                f"Add `verdict:` with one of {', '.join(VERDICTS)}.",
            )


def note_hangs_nowhere(edition: Edition) -> Problems:
    """A note is in the file of its page, and its `paragraph` is on that page."""
    for note in edition.notes:
        if note.page not in edition.by_path:
            yield Problem(
                note.record.location,
                "note-hangs-nowhere",
                f"there is no page '{note.page}'.",
                did_you_mean(
                    note.page, edition.by_path, "Move the note to the file named like its page."
                ),
            )
        elif not edition.has(note.target):
            yield Problem(
                note.record.line_of("paragraph"),
                "note-hangs-nowhere",
                f"'{note.paragraph}' is not a paragraph of {note.page}.",
                targets_like(edition, note.target),
            )


def lemma_not_found(edition: Edition) -> Problems:
    """The `lemma` of a note is in its paragraph, letter for letter as a reader sees it.

    Straight and curly quotes are equal.
    """
    for note in edition.notes:
        if note.lemma and not note.paragraph:
            yield Problem(
                note.record.line_of("lemma"),
                "lemma-not-found",
                f"'{note.lemma}' has no paragraph to be in.",
                "Add `paragraph:`, or remove the lemma if the note is on the whole page.",
            )
        elif note.paragraph and not note.lemma:
            yield Problem(
                note.record.line_of("paragraph"),
                "lemma-not-found",
                f"the note on paragraph {note.paragraph} has no lemma.",
                "Add `lemma:` with the words it concerns.",
            )
        elif _lemma_count(edition, note) == 0:
            yield Problem(
                note.record.line_of("lemma"),
                "lemma-not-found",
                f"'{note.lemma}' is not in paragraph {note.paragraph} of {note.page}.",
                "Copy the words from the page, or choose others that are still there.",
            )


def lemma_not_unique(edition: Edition) -> Problems:
    """The `lemma` is in its paragraph once, so that a reader sees which words are meant."""
    for note in edition.notes:
        count = _lemma_count(edition, note) or 0
        if count > 1:
            yield Problem(
                note.record.line_of("lemma"),
                "lemma-not-unique",
                f"'{note.lemma}' is in paragraph {note.paragraph} of {note.page} {count} times.",
                "Add a word before or after it.",
            )


def _lemma_count(edition: Edition, note: Note) -> int | None:
    """How often the lemma is in its paragraph; None if there is no lemma or no such paragraph."""
    page = edition.by_path.get(note.page)
    paragraph = page.paragraph(note.paragraph) if page else None
    if not paragraph or not note.lemma:
        return None
    return straight(paragraph.text).count(straight(note.lemma))


def note_too_long(edition: Edition) -> Problems:
    """A note has at most 60 words: it states the record and its source, and judges nobody."""
    for note in edition.notes:
        location = note.record.line_of("text")
        words = len(inline_text(note.text).split())
        if words > MOST_WORDS:
            yield Problem(
                location,
                "note-too-long",
                f"the text has {words} words.",
                f"Say it in {MOST_WORDS} at most, or divide it into two notes.",
            )
        elif not words:
            yield Problem(
                location,
                "note-too-long",
                "the note has no text.",
                "Add `text:` with what the record says.",
            )


def unknown_note_source(edition: Edition) -> Problems:
    """The `sources` of a note are keys of bib/editors.bib or bib/paper.bib."""
    yield from unknown_sources("unknown-note-source", edition, edition.notes)


def finding_left_hanging(edition: Edition) -> Problems:
    """A finding is accounted for once: in a note, or in notes/left-out.yml with a reason.

    If it was merged with a note, that note exists.
    """
    ids = {note.id for note in edition.notes}
    for item in edition.left_out:
        if not item.reason:
            yield Problem(
                item.record.location,
                "finding-left-hanging",
                f"'{item.finding}' is left out without a reason.",
                "Add `reason:`.",
            )
        if item.into is not None and item.into not in ids:
            yield Problem(
                item.record.line_of("into"),
                "finding-left-hanging",
                f"'{item.finding}' went into note {item.into}, which does not exist.",
                "Name the note it is merged with.",
            )
    for finding, location, first in repeated(_findings(edition)):
        yield Problem(
            location,
            "finding-left-hanging",
            f"'{finding}' is already accounted for in {first}.",
            "Keep one of the two.",
        )


def _findings(edition: Edition) -> Iterator[tuple[str, Location]]:
    for note in edition.notes:
        for finding in note.findings:
            yield finding, note.record.line_of("findings")
    for item in edition.left_out:
        yield item.finding, item.record.line_of("finding")


RULES = [
    note_without_id,
    duplicate_note_id,
    unknown_note_field,
    unknown_note_type,
    unknown_confidence,
    unknown_verdict,
    note_hangs_nowhere,
    lemma_not_found,
    lemma_not_unique,
    note_too_long,
    unknown_note_source,
    finding_left_hanging,
]
