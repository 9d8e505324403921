"""Rules for the form of a list: the order of its entries, and the one way of writing them."""

from __future__ import annotations

from os.path import commonprefix

from edition.checks.bibliography.normal_form import NotNormalizable, entry_rank, normal_form
from edition.model import Edition, Reference
from edition.model.files.text import read_text
from edition.problem import Location, Problems


def entry_order(edition: Edition) -> Problems:
    """Entries are in the order of their first printed number (`ref1`, …), those without one by key.

    Then a list can be compared with the paper, and two pull requests seldom change the same line.
    `make format` puts the entries in order.
    """
    for path in _readable(edition):
        highest: Reference | None = None
        for reference in edition.bibliography.entries:
            if reference.location.path != path:
                continue
            if highest and _rank(reference) < _rank(highest):
                yield (
                    reference.location,
                    f"'{reference.key}' comes after '{highest.key}'.",
                    "Run `make format`, or move the entry up.",
                )
            else:
                highest = reference


def _rank(reference: Reference) -> tuple[float, str]:
    return entry_rank(reference.key, reference.fields.get("keywords", ""))


def not_normal_form(edition: Edition) -> Problems:
    """The lists are written in one form: `make format` writes it, and changes no value.

    The form has two spaces before a field, `name = {value},`, one empty line between entries, the
    fields in one order, and the month as a number.
    """
    for path in _readable(edition):
        text, _ = read_text(edition.project.root, path)
        try:
            normal = normal_form(text, path, in_order=False)
        except NotNormalizable as error:
            yield error.problem
            continue
        if normal != text:
            same = commonprefix([text, normal])  # noqa: RUF071 (they are no paths)
            line = same.count("\n") + 1
            written = text.split("\n")[line - 1].strip()[:60]
            yield (
                Location(path, line),
                f"'{written}' is not written in the common form.",
                "Run `make format`.",
            )


def _readable(edition: Edition) -> list[str]:
    """The lists that can be read to the end; `make format` refuses the others."""
    problems = edition.bibliography.problems
    broken = {problem.location.path for problem in problems if problem.is_unread}
    return [path for path in edition.project.bibliographies if path not in broken]
