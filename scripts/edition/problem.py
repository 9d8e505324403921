"""In: a file and a line. Out: a Location to point at, and a Problem that says what is wrong there and the hint."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 1000
"""Characters of a message; the middle of a longer one is left out."""

UNREAD = {"unreadable-file", "missing-file", "malformed-data", "malformed-entry"}
"""The rules that tell of a source, or a part of one, that could not be read: what seems to be missing may stand there."""


@dataclass(frozen=True, order=True)
class Location:
    """A line of a source file. `path` is relative to the project's root, with `/`; `line` counts from 1."""

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """Something a contributor has to mend: where, by which rule, what (with the value quoted), and how."""

    location: Location
    rule: str
    message: str
    hint: str = ""

    def __post_init__(self) -> None:
        # A value may be quoted that fills the file: what tells it from others stands at its beginning and end.
        if len(self.message) > LONGEST:
            object.__setattr__(
                self, "message", f"{self.message[: LONGEST - 200]} … {self.message[-200:]}"
            )

    @property
    def is_unread(self) -> bool:
        """Whether it tells that a source, or a part of one, could not be read."""
        return self.rule in UNREAD

    def __str__(self) -> str:
        return f"{self.location}: {self.rule}: {self.message}" + (
            f" {self.hint}" if self.hint else ""
        )


Problems = Iterator[Problem]
"""What a rule returns: a rule is a generator of Problems."""
