"""In: the .bib files. Out: a Bibliography of References in file order, and a Problem for each entry that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from edition.model.files.text import read_text
from edition.model.works.bib_file import Entries, parse_entries
from edition.model.works.reference import Reference
from edition.problem import Problem


@dataclass
class Bibliography:
    """The References of one or more .bib files by key, and every entry in order, doubles included."""

    references: dict[str, Reference] = field(default_factory=dict)
    entries: list[Reference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def __getitem__(self, key: str) -> Reference:
        return self.references[key]

    def __contains__(self, key: str) -> bool:
        return key in self.references

    def __iter__(self) -> Iterator[Reference]:
        return iter(self.references.values())

    def of(self, path: str) -> list[Reference]:
        """The references of one file, in its order."""
        return [reference for reference in self if reference.location.path == path]


def read_bibliography(root: Path, paths: list[str]) -> Bibliography:
    """Read the .bib files `paths` (relative to `root`).

    A key that stands twice keeps its first entry in `references`; `entries` has both, so that a check can name them.
    """
    result = Bibliography()
    for path in paths:
        text, problems = read_text(root, path)
        read = Entries(problems=problems) if problems else parse_entries(text, path)
        result.problems += read.problems
        result.entries += read.entries
        for reference in read.entries:
            result.references.setdefault(reference.key, reference)
    return result
