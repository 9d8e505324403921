"""Reads the .bib files of an edition as one bibliography."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from edition.model.files.text import read_text
from edition.model.works.bib_file import parse_entries
from edition.model.works.inheritance import inherit
from edition.model.works.reference import Reference
from edition.problem import Problem

NO_WORKS = frozenset(["xdata"])
"""Types of entries that only hold data for others: nothing to cite or to print."""


@dataclass
class Bibliography:
    """The References of the .bib files by key, and every entry in order, doubles included."""

    references: dict[str, Reference] = field(default_factory=dict)
    entries: list[Reference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __getitem__(self, key: str) -> Reference:
        return self.references[key]

    def __contains__(self, key: str) -> bool:
        return key in self.references

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references.values())

    def author_of(self, key: str) -> str:
        """The author of a work as a text names it; empty for an unknown key."""
        return self.references[key].short_author if key in self.references else ""

    def of(self, path: str) -> list[Reference]:
        """The references of one file, in its order."""
        return [reference for reference in self if reference.location.path == path]


def read_bibliography(root: Path, paths: list[str]) -> Bibliography:
    """Read the .bib files `paths` (relative to `root`).

    `references` has the first entry of a key, `entries` all of them, so that a check can name them.
    """
    result = Bibliography()
    texts: dict[str, str] = {}
    for path in paths:
        text, problems = read_text(root, path)
        result.problems += problems
        texts[path] = text
    # Lists share their macros: each is read alone first, to find what it defines for the others.
    alone = {path: parse_entries(text, path, known=()) for path, text in texts.items()}
    for path, text in texts.items():
        others = (file.macros for other, file in alone.items() if other != path)
        parsed = parse_entries(text, path, known=tuple(chain.from_iterable(others)))
        result.problems += parsed.problems
        result.entries += parsed.entries
    known = {reference.key: reference for reference in reversed(result.entries)}
    result.entries = [inherit(known, reference) for reference in result.entries]
    for reference in result.entries:
        if reference.key and reference.type not in NO_WORKS:
            result.references.setdefault(reference.key, reference)
    return result
