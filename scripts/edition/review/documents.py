"""Reads an edition as documents: its lists of works, its pages, its files of data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.model import Edition, Note
from edition.model.files.yaml import read_yaml
from edition.model.pages.inline import inline_text
from edition.model.project import CONFIG
from edition.review.passages import Passage, head_passages, page_passages, work_passages


@dataclass(frozen=True)
class Document:
    """A source file as a reader sees it."""

    title: str
    file: str
    passages: list[Passage]

    @property
    def text(self) -> str:
        """All its words."""
        return "\n".join(passage.text for passage in self.passages)


def documents(edition: Edition) -> Iterator[Document]:
    """The documents of an edition: works, pages in reading order, data."""
    for file in edition.project.bibliographies:
        yield Document(f"References: {file}", file, work_passages(edition, file))
    for page in edition.pages:
        passages = [*head_passages(page), *page_passages(edition, page)]
        yield Document(f"Page: {page.label} ({page.file})", page.file, passages)
    for file in _data_files(edition):
        yield Document(f"Data: {file}", file, _records(edition, file))


def _data_files(edition: Edition) -> list[str]:
    root = edition.project.root
    found = (root / edition.project.data).rglob("*.yml")
    return sorted([CONFIG, *(file.relative_to(root).as_posix() for file in found)])


def _records(edition: Edition, file: str) -> list[Passage]:
    """The records of a file: the items of a list, or the values of a mapping.

    A note is shown as a reader sees it, other records as they are written.
    """
    notes = [note for note in edition.notes if note.record.location.path == file]
    if notes:
        return [_note(note) for note in notes]
    value, _problems = read_yaml(edition.project.root, file)
    if isinstance(value, dict):
        return [Passage(name, _text(inner), id=name) for name, inner in value.items()]
    return [_record(record) for record in value] if isinstance(value, list) else []


def _note(note: Note) -> Passage:
    parts = [
        f"¶{note.paragraph.removeprefix('p')}" if note.paragraph else "",
        note.standing,
        f"“{note.lemma}”" if note.lemma else "",
        inline_text(note.text),
        "Source: " + ", ".join(f"@{key}" for key in note.sources) if note.sources else "",
        note.type_name,
    ]
    label = f"Note {note.id}"
    return Passage(label, " · ".join(filter(None, parts)), id=label)


def _record(record: object) -> Passage:
    """A record of a list, called by its first field."""
    text = _text(record)
    return Passage(text.split(" · ")[0], text)


def _text(value: object) -> str:
    if isinstance(value, dict):
        return " · ".join(f"{name}: {_text(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    return "" if value is None else str(value)
