"""Applies docs/data/exceptions.yml: where a rule does not hold, and why."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from edition.checks.nearest import did_you_mean
from edition.model import Edition
from edition.model.files.records import Record
from edition.model.files.yaml import read_items
from edition.problem import Problem, Problems

FILE = "exceptions.yml"
FIELDS = ("rule", "path", "key", "value", "reason")


@dataclass(frozen=True)
class Exemption:
    """A place where a rule does not hold: the rule, and optionally the file and what is in it.

    Without `path` the rule is switched off. `key` is the key of an entry in a list; `value` is the
    beginning of the value that the problem quotes.
    """

    rule: str
    path: str
    key: str
    value: str
    reason: str
    record: Record

    @property
    def is_narrow(self) -> bool:
        """Whether it is for an entry or a value, and not for a whole file or edition."""
        return bool(self.key or self.value)

    def covers(self, problem: Problem, lines: Collection[int]) -> bool:
        """Whether it excepts `problem`. `lines` are the lines of the entry `key`."""
        if problem.rule != self.rule or self.path not in ("", problem.location.path):
            return False
        if self.key and problem.location.line not in lines:
            return False
        return f"'{self.value}" in problem.message if self.value else True


def read_exceptions(edition: Edition) -> list[Exemption]:
    """The exceptions in file order; an empty list if there is no file."""
    path = f"{edition.project.data}/{FILE}"
    return read_items(edition.project.root, path, Exemption)[0]


def apply_exceptions(
    edition: Edition, problems: list[Problem], rules: Collection[str]
) -> list[Problem]:
    """The problems that no exception covers, and the problems of the exceptions themselves.

    `rules` are the names of the rules that may have exceptions.
    """
    own: list[Problem] = []
    for exception in read_exceptions(edition):
        faults = [*exception_without_reason(exception), *unknown_exception(exception, rules)]
        if not faults:
            lines = _entry_lines(edition, exception)
            left = [problem for problem in problems if not exception.covers(problem, lines)]
            if len(left) == len(problems) and exception.is_narrow:
                faults = list(unneeded_exception(exception))
            problems = left
        own += faults
    return problems + own


def _entry_lines(edition: Edition, exception: Exemption) -> set[int]:
    lines: set[int] = set()
    for reference in edition.bibliography.entries:
        if (reference.location.path, reference.key) == (exception.path, exception.key):
            lines |= {reference.location.line, *reference.lines.values()}
    return lines


def exception_without_reason(exception: Exemption) -> Problems:
    """An exception in docs/data/exceptions.yml says in `reason:` why the rule does not hold."""
    if not exception.reason:
        yield Problem(
            exception.record.location,
            "exception-without-reason",
            f"the exception to '{exception.rule}' gives no reason.",
            "Add `reason:`.",
        )


def unknown_exception(exception: Exemption, rules: Collection[str]) -> Problems:
    """An exception names a `rule`, and where it does not hold: a file (`path`), and in it an entry
    (`key`) or a `value`; without `path` the rule is switched off.

    It has no other fields but `reason`. The rules that find unreadable files and unsafe pages have
    no exceptions.
    """
    record = exception.record
    for name in sorted(set(record) - set(FIELDS)):
        yield Problem(
            record.line_of(name),
            "unknown-exception",
            f"'{name}' is not a field of an exception.",
            f"The fields are {', '.join(FIELDS)}.",
        )
    if exception.rule not in rules:
        yield Problem(
            record.line_of("rule"),
            "unknown-exception",
            f"'{exception.rule}' is not a rule that may have exceptions.",
            did_you_mean(exception.rule, rules, "See `make rules`."),
        )
    if exception.key and not exception.path:
        yield Problem(
            record.line_of("key"),
            "unknown-exception",
            f"the exception to '{exception.rule}' does not say in which file '{exception.key}' is.",
            "Add `path:`.",
        )


def unneeded_exception(exception: Exemption) -> Problems:
    """An exception for an entry or a value is removed when it is no longer needed."""
    where = f"{exception.path} {exception.key or exception.value}".strip()
    yield Problem(
        exception.record.location,
        "unneeded-exception",
        f"nothing breaks '{exception.rule}' at '{where}' any more.",
        "Take the exception out.",
    )


RULES: list[Callable[..., Problems]] = [
    exception_without_reason,
    unknown_exception,
    unneeded_exception,
]
