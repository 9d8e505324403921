"""Rules of the editorial notes (docs/data/notes/)."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.apparatus.record_rules import (
    repeated,
    targets_like,
    unknown_choice,
    unknown_fields,
    unknown_sources,
)
from edition.checks.nearest import did_you_mean
from edition.model import Edition, Note
from edition.model.apparatus.mention import straight
from edition.model.apparatus.note import CONFIDENCE, TYPES
from edition.model.pages.inline import inline_text
from edition.problem import Location, Problem

LONGEST = 60
FIELDS = frozenset(
    ("id", "type", "paragraph", "lemma", "text", "sources", "confidence", "findings")
)
LEFT_OUT_FIELDS = frozenset(("finding", "reason", "into"))


def note_without_id(edition: Edition) -> Iterator[Problem]:
    """A note has an `id`: a whole number that stays for ever, since `#n<id>` is a published address."""
    for note in edition.notes:
        if note.id < 1:
            used = max((other.id for other in edition.notes), default=0)
            hint = f"The next free one is {used + 1}."
            yield Problem(
                note.record.line_of("id"),
                "note-without-id",
                f"'{note.record.get('id', '')}' is not a whole number from 1.",
                hint,
            )


def duplicate_note_id(edition: Edition) -> Iterator[Problem]:
    """No two notes have the same `id`."""
    yield from repeated(
        "duplicate-note-id",
        "note",
        [(note.id, note.record) for note in edition.notes if note.id > 0],
    )


def unknown_note_field(edition: Edition) -> Iterator[Problem]:
    """A note, or a finding in notes/left-out.yml, has no field that nobody reads."""
    yield from unknown_fields("unknown-note-field", [note.record for note in edition.notes], FIELDS)
    yield from unknown_fields(
        "unknown-note-field", [item.record for item in edition.left_out], LEFT_OUT_FIELDS
    )


def unknown_note_type(edition: Edition) -> Iterator[Problem]:
    """The `type` of a note is one of fact, contradiction, name, time, citation, term."""
    yield from unknown_choice(
        "unknown-note-type",
        "type",
        "note",
        TYPES,
        [(note.type, note.record) for note in edition.notes],
    )


def unknown_confidence(edition: Edition) -> Iterator[Problem]:
    """The `confidence` of a note is high, medium or low; readers see it in words."""
    for note in edition.notes:
        if note.confidence not in CONFIDENCE:
            hint = f"Write {' or '.join(CONFIDENCE)}."
            yield Problem(
                note.record.line_of("confidence"),
                "unknown-confidence",
                f"'{note.confidence}' is not a degree of confidence.",
                hint,
            )


def note_hangs_nowhere(edition: Edition) -> Iterator[Problem]:
    """A note lies in the file of its page, and its `paragraph` is on that page."""
    for note in edition.notes:
        if note.page not in edition.by_path:
            hint = did_you_mean(
                note.page, edition.by_path, "Move the note to the file named like its page."
            )
            yield Problem(
                note.record.location, "note-hangs-nowhere", f"there is no page '{note.page}'.", hint
            )
        elif note.paragraph and not edition.has(note.target):
            said = f"'{note.paragraph}' is not a paragraph of {note.page}."
            yield Problem(
                note.record.line_of("paragraph"),
                "note-hangs-nowhere",
                said,
                targets_like(edition, note.target),
            )


def _lemma_count(edition: Edition, note: Note) -> int | None:
    page = edition.by_path.get(note.page)
    paragraph = page.paragraph(note.paragraph) if page else None
    return (
        straight(paragraph.text).count(straight(note.lemma)) if paragraph and note.lemma else None
    )


def lemma_not_found(edition: Edition) -> Iterator[Problem]:
    """The `lemma` of a note stands in its paragraph, letter for letter as a reader sees it; straight and curly quotes are equal."""
    for note in edition.notes:
        if _lemma_count(edition, note) == 0:
            hint = "Copy the words from the page, or choose others that are still there."
            said = f"'{note.lemma}' is not in paragraph {note.paragraph} of {note.page}."
            yield Problem(note.record.line_of("lemma"), "lemma-not-found", said, hint)
        elif note.lemma and not note.paragraph:
            hint = "Add `paragraph:`, or take the lemma away if the note concerns the whole page."
            yield Problem(
                note.record.line_of("lemma"),
                "lemma-not-found",
                f"'{note.lemma}' has no paragraph to stand in.",
                hint,
            )
        elif note.paragraph and not note.lemma:
            said = f"the note on paragraph {note.paragraph} has no lemma."
            yield Problem(
                note.record.line_of("paragraph"),
                "lemma-not-found",
                said,
                "Add `lemma:` with the words it concerns.",
            )


def lemma_not_unique(edition: Edition) -> Iterator[Problem]:
    """The `lemma` stands in its paragraph once, so that a reader sees which words are meant."""
    for note in edition.notes:
        count = _lemma_count(edition, note) or 0
        if count > 1:
            said = (
                f"'{note.lemma}' stands {count} times in paragraph {note.paragraph} of {note.page}."
            )
            yield Problem(
                note.record.line_of("lemma"),
                "lemma-not-unique",
                said,
                "Take in a word before or after it.",
            )


def note_too_long(edition: Edition) -> Iterator[Problem]:
    """A note has at most 60 words: it states the record and its source, and judges nobody."""
    for note in edition.notes:
        words = len(inline_text(note.text).split())
        if words > LONGEST:
            hint = f"Say it in {LONGEST} at most, or divide it into two notes."
            yield Problem(
                note.record.line_of("text"), "note-too-long", f"the text has {words} words.", hint
            )
        elif not words:
            yield Problem(
                note.record.line_of("text"),
                "note-too-long",
                "the note has no text.",
                "Add `text:` with what the record says.",
            )


def unknown_note_source(edition: Edition) -> Iterator[Problem]:
    """The `sources` of a note are keys of bib/editors.bib or bib/paper.bib."""
    yield from unknown_sources(
        "unknown-note-source", edition, [(note.record, note.sources) for note in edition.notes]
    )


def finding_left_hanging(edition: Edition) -> Iterator[Problem]:
    """A finding is accounted for once: as a note, or in notes/left-out.yml with a reason and, if merged, a note that exists."""
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
            hint = "Name the note it is merged with."
            yield Problem(
                item.record.line_of("into"),
                "finding-left-hanging",
                f"'{item.finding}' went into note {item.into}, which does not exist.",
                hint,
            )
    uses = [
        (finding, note.record.line_of("findings"))
        for note in edition.notes
        for finding in note.findings
    ]
    seen: dict[str, Location] = {}
    for finding, place in [
        *uses,
        *((item.finding, item.record.line_of("finding")) for item in edition.left_out),
    ]:
        if finding in seen:
            yield Problem(
                place,
                "finding-left-hanging",
                f"'{finding}' is accounted for in {seen[finding]} already.",
                "Keep one of the two.",
            )
        seen.setdefault(finding, place)


RULES = [
    note_without_id,
    duplicate_note_id,
    unknown_note_field,
    unknown_note_type,
    unknown_confidence,
    note_hangs_nowhere,
    lemma_not_found,
    lemma_not_unique,
    note_too_long,
    unknown_note_source,
    finding_left_hanging,
]
