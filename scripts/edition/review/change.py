"""What a review is made of: nouns only."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.problem import Problem

ADDED, REMOVED, CHANGED, MOVED, RENAMED = "added", "removed", "changed", "moved", "renamed"


@dataclass(frozen=True)
class Change:
    """One thing that reads otherwise: its name, how it stood before and stands now (plain text), and remarks in whole sentences."""

    kind: str
    label: str
    before: str = ""
    after: str = ""
    said: tuple[str, ...] = ()


@dataclass
class Section:
    """The changes of one page or one list. `path` is its source file, `address` where the built site has it, if it has."""

    title: str
    changes: list[Change]
    path: str = ""
    address: str | None = None
    kind: str = CHANGED
    said: tuple[str, ...] = ()


@dataclass(frozen=True)
class ProblemChange:
    """Problems by what became of them: those that are new, those that stood before and stand still, those that are mended."""

    new: list[Problem] = field(default_factory=list)
    old: list[Problem] = field(default_factory=list)
    mended: list[Problem] = field(default_factory=list)


@dataclass
class Review:
    """What changed since `base` (a name for a person). `remarks` say what no table shows; `again` names pages that differ only in what they repeat."""

    base: str
    problems: ProblemChange
    references: list[Section] = field(default_factory=list)
    pages: list[Section] = field(default_factory=list)
    records: list[Section] = field(default_factory=list)
    again: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)

    @property
    def groups(self) -> list[tuple[str, list[Section]]]:
        """The sections in the order in which they are shown, under their headings; empty groups are left out."""
        named = [
            ("References", self.references),
            ("Pages", self.pages),
            ("Notes and data", self.records),
        ]
        return [(name, sections) for name, sections in named if sections]

    @property
    def is_silent(self) -> bool:
        """Whether no word that a reader sees differs."""
        return not (self.groups or self.again)
