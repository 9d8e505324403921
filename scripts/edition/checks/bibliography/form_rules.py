"""Rules of a list's form: the order of its entries, and the one way of writing them."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.bibliography.normal_form import NotNormalizable, normal_form
from edition.model import Edition, Reference
from edition.model.files.text import read_text
from edition.problem import Location, Problem


def entry_order(edition: Edition) -> Iterator[Problem]:
    """Entries stand in the order of their first printed number (`ref1`, …), and those without a number by key.

    So a list can be read against the paper, and two pull requests seldom meet in one line. `make format` puts them in order.
    """
    for path in _readable(edition):
        before: Reference | None = None
        for reference in (
            entry for entry in edition.bibliography.entries if entry.location.path == path
        ):
            if before and _rank(reference) < _rank(before):
                yield Problem(
                    reference.location,
                    "entry-order",
                    f"'{reference.key}' stands after '{before.key}'.",
                    "Run `make format`, or move the entry up.",
                )
            else:
                before = reference


def _readable(edition: Edition) -> list[str]:
    """The lists in which every entry could be read: of the others nothing is said here, since `make format` refuses them."""
    broken = {problem.location.path for problem in edition.bibliography.problems}
    return [path for path in edition.project.bibliographies if path not in broken]


def _rank(reference: Reference) -> tuple[float, str]:
    numbers = reference.numbers
    return (numbers[0], "") if numbers else (float("inf"), reference.key)


def not_normal_form(edition: Edition) -> Iterator[Problem]:
    """The lists are written in one form: `make format` writes it, and changes no value.

    Two spaces before a field, `name = {value},`, one blank line between entries, fields in one order, the month as a number.
    """
    for path in _readable(edition):
        text, problems = read_text(edition.project.root, path)
        if problems:
            continue
        try:
            normal = normal_form(text, path, in_order=False)
        except NotNormalizable as error:
            yield error.problem
            continue
        if normal != text:
            lines, other = text.split("\n"), normal.split("\n")
            line = next(
                (
                    at
                    for at, (a, b) in enumerate(zip(lines, other, strict=False), start=1)
                    if a != b
                ),
                min(len(lines), len(other)),
            )
            yield Problem(
                Location(path, line),
                "not-normal-form",
                f"'{lines[line - 1].strip()[:60]}' is not written in the common form.",
                "Run `make format`.",
            )


RULES = [entry_order, not_normal_form]
