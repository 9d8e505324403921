"""In: docs/data/notes/. Out: the editorial Notes: what the record says about words of the text, and who says so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.model.files.records import numbers_of, read_records, text_of, texts_of
from edition.model.files.yaml import Record
from edition.model.pages.target import Target
from edition.problem import Problem

FOLDER = "notes"
LEFT_OUT = "left-out.yml"
TYPES = {
    "fact": "Figure or fact",
    "contradiction": "Contradiction or repetition",
    "name": "Name",
    "time": "Time",
    "citation": "Citation",
    "term": "Term",
}
CONFIDENCE = {"high": "well supported", "medium": "partly supported", "low": "not confirmed"}


@dataclass(frozen=True)
class Note:
    """An editorial note. `page` is relative to docs/; without `paragraph` and `lemma` it speaks of the whole page."""

    id: int
    type: str
    page: str
    text: str
    record: Record
    paragraph: str = ""
    lemma: str = ""
    sources: tuple[str, ...] = ()
    confidence: str = ""
    findings: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        return f"n{self.id}"

    @property
    def target(self) -> Target:
        """The paragraph that it hangs in; the page for a note on the whole of it."""
        return Target(self.page, self.paragraph)

    @property
    def type_name(self) -> str:
        return TYPES.get(self.type, self.type)

    @property
    def confidence_in_words(self) -> str:
        return CONFIDENCE.get(self.confidence, self.confidence)


@dataclass(frozen=True)
class LeftOut:
    """A finding that is no note of its own: why, and the note it went into, if any."""

    finding: str
    reason: str
    record: Record
    into: int | None = None


def _note(record: Record, page: str) -> Note:
    ids = numbers_of(record, "id")
    return Note(
        ids[0] if ids else 0,
        text_of(record, "type"),
        page,
        text_of(record, "text"),
        record,
        text_of(record, "paragraph"),
        text_of(record, "lemma"),
        texts_of(record, "sources"),
        text_of(record, "confidence"),
        texts_of(record, "findings"),
    )


def _files(root: Path, data: str) -> Iterator[str]:
    folder = root / data / FOLDER
    for file in sorted(folder.rglob("*.yml")):
        if file.name != LEFT_OUT:
            yield file.relative_to(folder).as_posix()


def read_notes(root: Path, data: str) -> tuple[list[Note], list[LeftOut], list[Problem]]:
    """The notes, one file for each page (`notes/space.yml` for `space.md`), and the findings that became none."""
    notes, problems = [], []
    for name in _files(root, data):
        records, more = read_records(root, f"{data}/{FOLDER}/{name}")
        notes += [_note(record, name.removesuffix(".yml") + ".md") for record in records]
        problems += more
    records, more = read_records(root, f"{data}/{FOLDER}/{LEFT_OUT}")
    left_out = [
        LeftOut(
            text_of(r, "finding"), text_of(r, "reason"), r, next(iter(numbers_of(r, "into")), None)
        )
        for r in records
    ]
    return notes, left_out, problems + more
