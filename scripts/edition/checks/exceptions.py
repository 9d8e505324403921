"""Applies docs/data/exceptions.yml: where a rule does not hold, and why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from edition.checks.nearest import did_you_mean
from edition.model import Edition
from edition.model.files.records import Record
from edition.model.files.yaml import read_items
from edition.problem import Problem, Problems, is_whole, problems_of

FILE = "exceptions.yml"
FIELDS = ("rule", "path", "key", "value", "reason")


@dataclass(frozen=True)
class Exemption:
    """An exception to a rule: the rule, and optionally the file and what is in it.

    It is called so because an exception is something else in Python.
    Without `path` the rule is switched off. `key` is the key of an entry in a list; `value` is the
    beginning of the value that the problem quotes.
    """

    rule: str
    path: str
    key: str
    value: str
    reason: str
    record: Record

    def covers(self, problem: Problem, edition: Edition) -> bool:
        """Whether it excepts `problem`."""
        location = problem.location
        return (
            problem.rule == self.rule
            and self.path in ("", location.path)
            and (not self.key or location.line in _entry_lines(edition, self.path, self.key))
            and (not self.value or f"'{self.value}" in problem.message)
        )


def apply_exceptions(
    edition: Edition, problems: list[Problem], rules: Collection[str]
) -> list[Problem]:
    """The problems that no exception covers, and the problems of the exceptions themselves.

    `rules` are the names of the rules that may have exceptions.
    """
    own: list[Problem] = []
    path = f"{edition.project.data}/{FILE}"
    exceptions, unread = read_items(edition.project.root, path, Exemption)
    for exception in exceptions:
        faults = list(problems_of([exception_without_reason, unknown_exception], exception, rules))
        if not faults:
            left = [problem for problem in problems if not exception.covers(problem, edition)]
            # One for a whole file or edition may stay, and one for a file that was not read.
            is_narrow = exception.key or exception.value
            if len(left) == len(problems) and is_narrow and is_whole(problems, exception.path):
                faults += problems_of([unneeded_exception], exception)
            problems = left
        own += faults
    return problems + own + unread


def _entry_lines(edition: Edition, path: str, key: str) -> set[int]:
    lines: set[int] = set()
    for reference in edition.bibliography.entries:
        if (reference.location.path, reference.key) == (path, key):
            lines |= {reference.location.line, *reference.lines.values()}
    return lines


def exception_without_reason(exception: Exemption, _rules: Collection[str]) -> Problems:
    """An exception in docs/data/exceptions.yml says in `reason:` why the rule does not hold."""
    if not exception.reason:
        yield (
            exception.record.location,
            f"the exception to '{exception.rule}' gives no reason.",
            "Add `reason:`.",
        )


def unknown_exception(exception: Exemption, rules: Collection[str]) -> Problems:
    """An exception names a `rule`, and where it does not hold: a file (`path`), and in it an entry
    (`key`) or a `value`; without `path` the rule is switched off.

    It has no other fields but `reason`. The rules that find unreadable files and unsafe pages have
    no exceptions.
    """
    record, rule = exception.record, exception.rule
    for name in sorted(set(record) - set(FIELDS)):
        yield (
            record.line_of(name),
            f"'{name}' is not a field of an exception.",
            f"The fields are {', '.join(FIELDS)}.",
        )
    if rule not in rules:
        yield (
            record.line_of("rule"),
            f"'{rule}' is not a rule that may have exceptions.",
            did_you_mean(rule, rules, "See `make rules`."),
        )
    if exception.key and not exception.path:
        yield (
            record.line_of("key"),
            f"the exception to '{rule}' does not say in which file '{exception.key}' is.",
            "Add `path:`.",
        )


def unneeded_exception(exception: Exemption) -> Problems:
    """An exception for an entry or a value is removed when it is no longer needed."""
    where = f"{exception.path} {exception.key or exception.value}".strip()
    yield (
        exception.record.location,
        f"nothing breaks '{exception.rule}' at '{where}' any more.",
        "Take the exception out.",
    )
