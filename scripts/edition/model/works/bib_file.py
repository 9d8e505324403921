"""Parses a .bib file: its entries in order, and a Problem for what cannot be read."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bibtexparser import model as bib
from bibtexparser.entrypoint import parse_string
from bibtexparser.exceptions import BlockAbortedException

from edition.model.works.reference import Reference
from edition.problem import Location, Problem

# The parser logs what it cannot read. The same is reported as Problems, with a line and a hint.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

# After a missing comma the parser takes the next field for a part of the value: `{A}\n year = {1}`.
_RUN_ON = re.compile(r"""(?:\{.*?\}|"[^"]*"|\w+)\s+(\w+)\s*=\s*["{\w]""", re.DOTALL)
# When a brace has closed an entry too early, the parser takes its other fields for a comment.
_FIELD_OR_END = re.compile(r"[,}]|[A-Za-z]\w*\s*=\s*[{\"\w]")


class ParsedFile(NamedTuple):
    """The entries of a file, those with a repeated key included, and what is wrong in it."""

    entries: tuple[Reference, ...]
    problems: tuple[Problem, ...]


@lru_cache(maxsize=16)
def parse_entries(text: str, path: str) -> ParsedFile:
    """Parse the text of the .bib file `path`; whatever can be read of it is there.

    Cached, because a preview reads all files at every edit. Nobody may change a Reference.
    """
    entries: list[Reference] = []
    problems: list[Problem] = []
    for before, block in pairwise([None, *parse_string(text).blocks]):
        reference = None
        if isinstance(block, bib.Entry):
            reference = _reference(block, path)
        elif isinstance(block, bib.ImplicitComment) and isinstance(before, bib.Entry):
            problems += _left_behind(block, path)
        elif isinstance(block, bib.DuplicateFieldKeyBlock | bib.DuplicateBlockKeyBlock):
            problems += _repeated_fields(block, path)
            reference = _reference(block.ignore_error_block, path)
        elif isinstance(block, bib.ParsingFailedBlock):
            problems.append(_unreadable(block, path))
        if reference:
            problems += _flaws(reference)
            entries.append(reference)
    return ParsedFile(tuple(entries), tuple(problems))


def _line(block: bib.Block | bib.Field) -> int:
    return (block.start_line or 0) + 1


def _reference(entry: bib.Block | None, path: str) -> Reference | None:
    if not isinstance(entry, bib.Entry):
        return None
    fields, lines = {}, {}
    for item in entry.fields:
        name = item.key.strip().lower()
        fields[name] = _value(entry, item)
        lines[name] = _line(item)
    return Reference(
        key=entry.key.strip(),
        type=entry.entry_type.lower(),
        fields=fields,
        location=Location(path, _line(entry)),
        lines=lines,
    )


def _value(entry: bib.Entry, item: bib.Field) -> str:
    value = str(item.value).strip()
    # The parser leaves the delimiters on the fields of an entry that is a double.
    is_raw = "removed_enclosing" not in entry.parser_metadata
    return value[1:-1].strip() if is_raw and value[:1] + value[-1:] in ("{}", '""') else value


def _flaws(reference: Reference) -> Iterator[Problem]:
    """What the parser lets pass although no entry may have it."""
    if not reference.key:
        hint = "Write one after the opening brace, followed by a comma."
        yield Problem(reference.location, "malformed-entry", "the entry has no key.", hint)
    for name, value in reference.fields.items():
        if match := _RUN_ON.match(value):
            first = reference.line_of(name)
            location = Location(first.path, first.line + value.count("\n", 0, match.start(1)))
            message = f"a comma is missing before '{match[1]}'."
            hint = f"Put it after the value of '{name}'."
            yield Problem(location, "malformed-entry", message, hint)


def _left_behind(comment: bib.ImplicitComment, path: str) -> Iterator[Problem]:
    """The first line between two entries that belongs in the one before."""
    for line, text in enumerate(comment.comment.split("\n"), start=_line(comment)):
        if _FIELD_OR_END.match(text.strip()):
            message = f"'{text.strip()[:60]}' stands in no entry."
            hint = (
                "Count the braces of the entry above: one too many has ended it, or one is missing."
            )
            yield Problem(Location(path, line), "malformed-entry", message, hint)
            return


def _repeated_fields(block: bib.Block, path: str) -> Iterator[Problem]:
    if isinstance(block, bib.DuplicateFieldKeyBlock):
        names = ", ".join(f"'{name}'" for name in sorted(block.duplicate_keys))
        message = f"the entry gives {names} more than once."
        location = Location(path, _line(block))
        yield Problem(location, "duplicate-field", message, "Keep one of them.")


def _unreadable(block: bib.ParsingFailedBlock, path: str) -> Problem:
    error = block.error
    if isinstance(error, BlockAbortedException):
        reason = str(error.abort_reason).rstrip(". ")
    else:
        reason = (str(error) or type(error).__name__).splitlines()[0]
    message = f"the entry cannot be read: {reason}."
    hint = "Look for a missing comma, quote or brace near this line."
    return Problem(Location(path, _line(block)), "malformed-entry", message, hint)
