"""Compares notes and the other records of two editions."""

from __future__ import annotations

from edition.model import Edition, Note
from edition.model.files.yaml import read_yaml
from edition.model.pages.inline import inline_text
from edition.model.project import CONFIG
from edition.review.change import Section, compare_texts

IDENTITY = {
    "argument.yml": ("title",),
    "concordance.yml": ("number",),
    "left-out.yml": ("finding",),
    "evidence.yml": ("number",),
    "exceptions.yml": ("rule", "path", "key", "value"),
    "redirects.yml": ("from",),
    "relations.yml": ("from", "to"),
}
"""The fields that name a record of a list; in files that are not named here it is `id`."""


def compare_data(before: Edition, after: Edition, files: list[str]) -> list[Section]:
    """A section for each of the changed YAML files in which a record differs."""
    sections = []
    for file in files:
        is_data = file.startswith(f"{after.project.data}/") and file.endswith(".yml")
        if is_data or file == CONFIG:
            changes = compare_texts(_records(before, file), _records(after, file))
            if changes:
                sections.append(Section(file, file, changes))
    return sections


def _note_text(edition: Edition, note: Note) -> str:
    parts = [
        edition.label(note.target),
        note.standing,
        f"“{note.lemma}”" if note.lemma else "",
        inline_text(note.text),
        "Source: " + ", ".join(f"@{key}" for key in note.sources) if note.sources else "",
        note.type_name,
    ]
    return " · ".join(part for part in parts if part)


def _records(edition: Edition, file: str) -> dict[str, str]:
    """The records of a file as text, by name. Those of a mapping are its values.

    A note is as a reader sees it; other records are as they are written.
    """
    notes = [note for note in edition.notes if note.record.location.path == file]
    if notes:
        return {f"Note {note.id}": _note_text(edition, note) for note in notes}
    value, _problems = read_yaml(edition.project.root, file)
    if isinstance(value, dict):
        return {name: _text(inner) for name, inner in value.items()}
    identity = IDENTITY.get(file.rpartition("/")[2], ("id",))
    found = {}
    for record in value if isinstance(value, list) else []:
        if isinstance(record, dict):
            name = _text({key: record[key] for key in record if key in identity})
            found[name] = _text({key: record[key] for key in record if key not in identity})
    return found


def _text(value: object) -> str:
    if isinstance(value, dict):
        return " · ".join(f"{name}: {_text(inner)}" for name, inner in value.items())
    if isinstance(value, list):
        return "; ".join(_text(inner) for inner in value)
    return "" if value is None else str(value)
