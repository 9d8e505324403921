"""Rules for the editorial notes (docs/data/notes/)."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.apparatus.record_rules import (
    Faults,
    for_each,
    repeated,
    repeated_ids,
    targets_like,
    unknown_choice,
    unknown_fields,
    unknown_keys,
)
from edition.checks.nearest import did_you_mean
from edition.model import Edition, Note
from edition.model.apparatus.note import CONFIDENCE, TYPES, VERDICTS
from edition.model.pages.inline import inline_text
from edition.model.pages.page import straight
from edition.problem import Location, Problems

MOST_WORDS = 60
"""The words that a note or an entry of the indexes may have at most."""
FIELDS = "id type verdict paragraph lemma text sources confidence findings".split()
LEFT_OUT_FIELDS = "finding reason into".split()
_each = for_each(lambda edition: edition.notes)


@_each
def note_without_id(note: Note, edition: Edition) -> Faults:
    """A note has an `id`: a whole number that never changes: `#n<id>` is a published address."""
    if note.id < 1:
        message = f"'{note.record.get('id', '')}' is not a whole number from 1."
        highest = max([0, *edition.notes_by_id])
        yield "id", message, f"The next free one is {highest + 1}."


def duplicate_note_id(edition: Edition) -> Problems:
    """No two notes have the same `id`."""
    notes = [note for note in edition.notes if note.id > 0]
    yield from repeated_ids("note", notes)


def unknown_note_field(edition: Edition) -> Problems:
    """A note, or a finding in notes/left-out.yml, has no field that nobody reads."""
    yield from unknown_fields(edition.notes, FIELDS)
    yield from unknown_fields(edition.left_out, LEFT_OUT_FIELDS)


@_each
def unknown_note_type(note: Note, _: Edition) -> Faults:
    """The `type` of a note is one of fact, contradiction, name, time, citation, term."""
    yield from unknown_choice(note, "type", "note", TYPES)


@_each
def unknown_confidence(note: Note, _: Edition) -> Faults:
    """The `confidence` of a note is high, medium or low; readers see it in words."""
    if note.confidence not in CONFIDENCE:
        yield (
            "confidence",
            f"'{note.confidence}' is not a degree of confidence.",
            f"Write {' or '.join(CONFIDENCE)}.",
        )


@_each
def unknown_verdict(note: Note, edition: Edition) -> Faults:
    """The `verdict` of a note is one of differs, agrees, unsettled, explains.

    It is what other sources say of the paper's statement, and readers see it first. An edition may
    do without verdicts; if one note has a verdict, all have one.
    """
    if note.verdict:
        yield from unknown_choice(note, "verdict", "a note", VERDICTS)
    elif any(other.verdict for other in edition.notes):
        yield (
            "",
            f"note {note.id} has no verdict, and other notes have one.",
            f"Add `verdict:` with one of {', '.join(VERDICTS)}.",
        )


@_each
def note_hangs_nowhere(note: Note, edition: Edition) -> Faults:
    """A note is in the file of its page, and its `paragraph` is on that page."""
    if note.page not in edition.by_path:
        otherwise = "Move the note to the file named like its page."
        yield (
            "",
            f"there is no page '{note.page}'.",
            did_you_mean(note.page, edition.by_path, otherwise),
        )
    elif not edition.has(note.target):
        yield (
            "paragraph",
            f"'{note.paragraph}' is not a paragraph of {note.page}.",
            targets_like(edition, note.target),
        )


@_each
def lemma_not_found(note: Note, edition: Edition) -> Faults:
    """The `lemma` of a note is in its paragraph, letter for letter as a reader sees it.

    Straight and curly quotes are equal.
    """
    if note.lemma and not note.paragraph:
        yield (
            "lemma",
            f"'{note.lemma}' has no paragraph to be in.",
            "Add `paragraph:`, or remove the lemma if the note is on the whole page.",
        )
    elif note.paragraph and not note.lemma:
        yield (
            "paragraph",
            f"the note on paragraph {note.paragraph} has no lemma.",
            "Add `lemma:` with the words it concerns.",
        )
    elif _lemma_count(edition, note) == 0:
        yield (
            "lemma",
            f"'{note.lemma}' is not in paragraph {note.paragraph} of {note.page}.",
            "Copy the words from the page, or choose others that are still there.",
        )


@_each
def lemma_not_unique(note: Note, edition: Edition) -> Faults:
    """The `lemma` is in its paragraph once, so that a reader sees which words are meant."""
    count = _lemma_count(edition, note) or 0
    if count > 1:
        where = f"in paragraph {note.paragraph} of {note.page}"
        yield (
            "lemma",
            f"'{note.lemma}' is {where} {count} times.",
            "Add a word before or after it.",
        )


def _lemma_count(edition: Edition, note: Note) -> int | None:
    """How often the lemma is in its paragraph; None if there is no lemma or no such paragraph."""
    page = edition.by_path.get(note.page)
    paragraph = page.paragraph(note.paragraph) if page else None
    if not paragraph or not note.lemma:
        return None
    return straight(paragraph.text).count(straight(note.lemma))


@_each
def note_too_long(note: Note, _: Edition) -> Faults:
    """A note has at most 60 words: it states the record and its source, and judges nobody."""
    words = len(inline_text(note.text).split())
    if words > MOST_WORDS:
        yield (
            "text",
            f"the text has {words} words.",
            f"Say it in {MOST_WORDS} at most, or divide it into two notes.",
        )
    elif not words:
        yield (
            "text",
            "the note has no text.",
            "Add `text:` with what the record says.",
        )


@_each
def unknown_note_source(note: Note, edition: Edition) -> Faults:
    """The `sources` of a note are keys of bib/editors.bib or bib/paper.bib."""
    yield from unknown_keys(edition, "sources", note.sources)


def finding_left_hanging(edition: Edition) -> Problems:
    """A finding is accounted for once: in a note, or in notes/left-out.yml with a reason.

    If it was merged with a note, that note exists.
    """
    for item in edition.left_out:
        if not item.reason:
            yield (
                item.record.location,
                f"'{item.finding}' is left out without a reason.",
                "Add `reason:`.",
            )
        if item.into is not None and item.into not in edition.notes_by_id:
            yield (
                item.record.line_of("into"),
                f"'{item.finding}' went into note {item.into}, which does not exist.",
                "Name the note it is merged with.",
            )
    message = "'{}' is already accounted for in {}."
    yield from repeated(_findings(edition), message, "Keep one of the two.")


def _findings(edition: Edition) -> Iterator[tuple[str, Location]]:
    for note in edition.notes:
        for finding in note.findings:
            yield finding, note.record.line_of("findings")
    for item in edition.left_out:
        yield item.finding, item.record.line_of("finding")
