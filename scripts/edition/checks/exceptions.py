"""In: docs/data/exceptions.yml. Out: the problems that are left, and those of the exceptions themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from edition.checks.nearest import did_you_mean
from edition.model import Edition
from edition.model.files.records import Record
from edition.model.files.yaml import read_records
from edition.problem import Problem

FILE = "exceptions.yml"
FIELDS = ("rule", "path", "key", "value", "reason")


@dataclass(frozen=True)
class Exemption:
    """A place where a rule does not hold: the rule, the file, and the entry (`key`) or the quoted value, if it names one."""

    rule: str
    path: str
    key: str
    value: str
    reason: str
    record: Record

    def covers(self, problem: Problem, lines: Collection[int]) -> bool:
        """Whether it speaks of `problem`; `lines` are those of the entry that it names."""
        same = (problem.rule, problem.location.path) == (self.rule, self.path)
        return (
            same
            and (not self.key or problem.location.line in lines)
            and (not self.value or f"'{self.value}" in problem.message)
        )


def read_exceptions(edition: Edition) -> list[Exemption]:
    """The exceptions in file order; none where there is no file."""
    records, _ = read_records(edition.project.root, f"{edition.project.data}/{FILE}")
    return [Exemption(*map(record.text, FIELDS), record) for record in records]


def apply_exceptions(
    edition: Edition, problems: list[Problem], rules: Collection[str]
) -> list[Problem]:
    """Take away the problems that an exception covers; add those of the exceptions. `rules` are those that may have some."""
    left = problems
    entries = {
        (reference.location.path, reference.key): {
            reference.location.line,
            *reference.lines.values(),
        }
        for reference in edition.bibliography.entries
    }
    more: list[Problem] = []
    for exception in read_exceptions(edition):
        if faults := list(_faults(exception, rules)):
            more += faults
            continue
        lines = entries.get((exception.path, exception.key), set())
        kept = [problem for problem in left if not exception.covers(problem, lines)]
        if len(kept) == len(left):
            more += unneeded_exception(exception)
        left = kept
    return left + more


def _faults(exception: Exemption, rules: Collection[str]) -> Iterator[Problem]:
    yield from exception_without_reason(exception)
    yield from unknown_exception(exception, rules)


def exception_without_reason(exception: Exemption) -> Iterator[Problem]:
    """An exception in docs/data/exceptions.yml says in `reason:` why the rule does not hold there."""
    if not exception.reason:
        yield Problem(
            exception.record.location,
            "exception-without-reason",
            f"the exception to '{exception.rule}' gives no reason.",
            "Add `reason:`.",
        )


def unknown_exception(exception: Exemption, rules: Collection[str]) -> Iterator[Problem]:
    """An exception names a rule that may have some, the file (`path`) and, in a list, the entry (`key`); it has no other fields.

    What makes a source unreadable or a page unsafe has no exceptions.
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
    if not exception.path or (
        exception.path.endswith(".bib")
        and not (exception.key or exception.value or exception.rule == "not-normal-form")
    ):
        yield Problem(
            record.location,
            "unknown-exception",
            f"the exception to '{exception.rule}' does not say where.",
            "Add `path:` and, for an entry, `key:`.",
        )


def unneeded_exception(exception: Exemption) -> Iterator[Problem]:
    """An exception that nothing needs any more is taken out, so that the list says what is so today."""
    where = " ".join(filter(None, (exception.path, exception.key or exception.value)))
    yield Problem(
        exception.record.location,
        "unneeded-exception",
        f"nothing breaks '{exception.rule}' at '{where}' any more.",
        "Take the exception out.",
    )


RULES = [exception_without_reason, unknown_exception, unneeded_exception]
