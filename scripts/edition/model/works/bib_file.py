"""In: the text of a .bib file. Out: its entries as References in file order, and a Problem for each that cannot be read, or not whole."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import bibtexparser
from bibtexparser import model as bib
from bibtexparser.exceptions import BlockAbortedException

from edition.model.works.reference import Reference
from edition.problem import Location, Problem

# The parser takes a field after a missing comma for a part of the value before it: `{A}\n  year = {2020}`.
_RUN_ON = re.compile(r"""(?:\{.*?\}|"[^"]*"|\w+)\s+(\w+)\s*=\s*["{\w]""", re.DOTALL)


def _value(entry: bib.Entry, item: bib.Field) -> str:
    value = str(item.value).strip()
    # The parser leaves the delimiters on the fields of a double.
    is_raw = "removed_enclosing" not in entry.parser_metadata
    return value[1:-1].strip() if is_raw and value[:1] + value[-1:] in ("{}", '""') else value


def _reference(entry: bib.Entry, path: str) -> Reference:
    fields, lines = {}, {}
    for item in entry.fields:
        name = item.key.strip().lower()
        fields[name] = _value(entry, item)
        lines[name] = (item.start_line or 0) + 1
    return Reference(
        entry.key.strip(),
        entry.entry_type.lower(),
        fields,
        Location(path, (entry.start_line or 0) + 1),
        lines,
    )


def _flaws(reference: Reference) -> Iterator[Problem]:
    """What the parser lets pass although no entry may have it."""
    if not reference.key:
        yield Problem(
            reference.location,
            "malformed-entry",
            "the entry has no key.",
            "Write one after the opening brace, followed by a comma.",
        )
    for name, value in reference.fields.items():
        if match := _RUN_ON.match(value):
            place = Location(
                reference.location.path,
                reference.line_of(name).line + value.count("\n", 0, match.start(1)),
            )
            yield Problem(
                place,
                "malformed-entry",
                f"a comma is missing before '{match[1]}'.",
                f"Put it after the value of '{name}'.",
            )


# An entry that a brace ended too early leaves its other fields behind, and the parser takes them for a comment: `,`, `date = {2020},`, `}`.
_LEFT_BEHIND = re.compile(r"[,}]|[A-Za-z]\w*\s*=\s*[{\"\w]")


def _left_behind(comment: bib.ImplicitComment, path: str) -> Iterator[Problem]:
    """The first line between two entries that belongs in one."""
    for line, text in enumerate(comment.comment.split("\n"), start=(comment.start_line or 0) + 1):
        if _LEFT_BEHIND.match(text.strip()):
            message = f"'{text.strip()[:60]}' stands in no entry."
            yield Problem(
                Location(path, line),
                "malformed-entry",
                message,
                "Count the braces of the entry above: one too many has ended it, or one is missing.",
            )
            return


def _why(block: bib.ParsingFailedBlock) -> str:
    error = block.error
    if isinstance(error, BlockAbortedException):
        return str(error.abort_reason).rstrip(". ")
    return (str(error) or type(error).__name__).splitlines()[0]


def _failed(block: bib.Block, path: str) -> Iterator[tuple[Reference | None, Problem | None]]:
    place = Location(path, (block.start_line or 0) + 1)
    if isinstance(block, bib.DuplicateFieldKeyBlock):
        names = ", ".join(f"'{name}'" for name in sorted(block.duplicate_keys))
        yield (
            None,
            Problem(
                place,
                "duplicate-field",
                f"the entry gives {names} more than once.",
                "Keep one of them.",
            ),
        )
        yield _reference(block.ignore_error_block, path), None
    elif isinstance(block, bib.DuplicateBlockKeyBlock):
        yield _reference(block.ignore_error_block, path), None
    else:
        yield (
            None,
            Problem(
                place,
                "malformed-entry",
                f"the entry cannot be read: {_why(block)}.",
                "Look for a missing comma, quote or brace near this line.",
            ),
        )


def _blocks(text: str) -> list[bib.Block]:
    # The parser logs what it could not read; the same is reported as Problems, with a place and a hint.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    return bibtexparser.parse_string(text).blocks


@dataclass
class Entries:
    """What one file says: its entries, doubles included, and what is wrong with them."""

    entries: list[Reference] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def parse_entries(text: str, path: str) -> Entries:
    """Parse the text of the .bib file `path`; whatever can be read of it is there."""
    result = Entries()
    before: bib.Block | None = None
    for block in _blocks(text):
        found: list[tuple[Reference | None, Problem | None]] = []
        if isinstance(block, bib.Entry):
            found = [(_reference(block, path), None)]
        elif isinstance(block, bib.ParsingFailedBlock):
            found = list(_failed(block, path))
        elif isinstance(block, bib.ImplicitComment) and isinstance(before, bib.Entry):
            result.problems += _left_behind(block, path)
        for reference, problem in found:
            if problem:
                result.problems.append(problem)
            if reference:
                result.problems += _flaws(reference)
                result.entries.append(reference)
        before = block
    return result
