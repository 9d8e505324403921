"""What a review consists of."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.problem import Problem

ADDED, REMOVED, CHANGED, MOVED = "added", "removed", "changed", "moved"


@dataclass(frozen=True)
class Change:
    """One thing that reads otherwise, as plain text before and after."""

    kind: str
    label: str
    before: str = ""
    after: str = ""
    remark: str = ""

    @property
    def has_both(self) -> bool:
        """Whether there is a text before and one after, which can be compared."""
        return bool(self.before and self.after)


def compare_texts(before: dict[str, str], after: dict[str, str]) -> list[Change]:
    """The changes of texts that have names, in the order of the new ones; those gone come last.

    An empty text counts as none.
    """
    changes = []
    for name in dict.fromkeys([*after, *before]):
        was, now = before.get(name, ""), after.get(name, "")
        if was != now:
            kind = CHANGED if was and now else ADDED if now else REMOVED
            changes.append(Change(kind, name, was, now))
    return changes


@dataclass(frozen=True)
class Section:
    """The changes of a page, or of a file of references or data."""

    title: str
    path: str
    changes: list[Change]
    kind: str = CHANGED
    remark: str = ""


@dataclass
class Review:
    """What changed since `base`, the name of a revision for a person.

    `fixed_problems` and `old_problems` count the problems at the base. `remarks` say why something
    could not be compared. `other_files` changed without a change that is shown.
    """

    base: str
    new_problems: list[Problem] = field(default_factory=list)
    old_problems: int = 0
    fixed_problems: int = 0
    references: list[Section] = field(default_factory=list)
    pages: list[Section] = field(default_factory=list)
    records: list[Section] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    other_files: list[str] = field(default_factory=list)

    @property
    def sections(self) -> list[Section]:
        return [*self.references, *self.pages, *self.records]
