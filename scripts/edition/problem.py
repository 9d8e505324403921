"""Location, a line of a source file, and Problem, what is wrong there and how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from inspect import isgeneratorfunction
from types import ModuleType

LONGEST = 1000
"""Characters of a message; the middle of a longer one is left out."""

UNREAD = {"unreadable-file", "missing-file", "malformed-data", "malformed-entry"}
"""The rules about a source that could not be read whole: more may be in it than is known."""


class Level(StrEnum):
    """How much a problem matters; checks/examples.txt has the level of each rule."""

    ERROR = "error"
    WARNING = "warning"
    CONVENTION = "convention"


@dataclass(frozen=True, order=True)
class Location:
    """A line of a source file.

    `path` is relative to the project's root, with `/`; `line` counts from 1.
    """

    path: str
    line: int = 1

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@dataclass(frozen=True, order=True)
class Problem:
    """Something to mend: where, by which rule, what is wrong (with the value), and a hint.

    `level` is None until the table of levels was asked; such a problem is taken for an error.
    """

    location: Location
    rule: str
    message: str
    hint: str = ""
    level: Level | None = None

    def __post_init__(self) -> None:
        # A quoted value may be as long as its file. Its beginning and end tell it from others.
        if len(self.message) > LONGEST:
            short = f"{self.message[: LONGEST - 200]} … {self.message[-200:]}"
            object.__setattr__(self, "message", short)

    @property
    def is_unread(self) -> bool:
        """Whether a source, or a part of one, could not be read."""
        return self.rule in UNREAD

    @property
    def is_error(self) -> bool:
        """Whether it stops a build."""
        return self.level in (None, Level.ERROR)

    def __str__(self) -> str:
        level = f"{self.level}: " if self.level else ""
        hint = f" {self.hint}" if self.hint else ""
        return f"{self.location}: {level}{self.rule}: {self.message}{hint}"


def is_whole(problems: Iterable[Problem], *paths: str) -> bool:
    """Whether files could be read whole, so that what is not known of them is not in them."""
    return not any(problem.is_unread and problem.location.path in paths for problem in problems)


Problems = Iterator[Problem | tuple[Location, str, str]]
"""What a rule returns: for each place that breaks it the location, what is wrong, and a hint.

`problems_of` makes a Problem of it. A problem that was found in reading is passed on as it is.
"""

Rule = Callable[..., Problems]
"""A generator that takes what it looks at, mostly the edition; its docstring is in the manual."""


def rules_in(*modules: ModuleType) -> list[Rule]:
    """The rules in modules of rules: their public generators, in the order of the source."""
    return [
        function
        for module in modules
        for name, function in vars(module).items()
        if isgeneratorfunction(function)
        and function.__module__ == module.__name__
        and not name.startswith("_")
    ]


def rule_name(rule: Rule) -> str:
    """The name that problems print: `undefined_citation` is `undefined-citation`."""
    return rule.__name__.replace("_", "-")


def problems_of(rules: Iterable[Rule], *subjects: object) -> Iterator[Problem]:
    """The problems that rules find in what they are given, which mostly is the edition."""
    for rule in rules:
        for found in rule(*subjects):
            if isinstance(found, Problem):
                yield found
            else:
                location, message, hint = found
                yield Problem(location, rule_name(rule), message, hint)
