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

from edition.model.works.bib_value import MONTH_MACROS, Malformed, Value, field_after, read_value
from edition.model.works.reference import Reference
from edition.problem import Location, Problem

# The parser logs what it cannot read. The same is reported as Problems, with a line and a hint.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

# When a brace has closed an entry too early, the parser takes its other fields for a comment.
_FIELD_OR_END = re.compile(r"[,}]|[A-Za-z]\w*\s*=\s*[{\"\w]")


class ParsedFile(NamedTuple):
    """The entries of a file, those with a repeated key included, and what is wrong in it."""

    entries: tuple[Reference, ...]
    problems: tuple[Problem, ...]


@lru_cache(maxsize=16)
def macros_of(text: str) -> tuple[tuple[str, str], ...]:
    """The macros that the text of a .bib file defines, and their texts."""
    macros: dict[str, str] = {}
    for block in parse_string(text, parse_stack=[]).blocks if "@string" in text.lower() else ():
        if isinstance(block, bib.String):
            macros[block.key.strip().lower()] = _value(str(block.value), macros).text
    return tuple(macros.items())


@lru_cache(maxsize=16)
def parse_entries(text: str, path: str, known: tuple[tuple[str, str], ...] = ()) -> ParsedFile:
    """Parse the text of the .bib file `path`; whatever can be read of it is there.

    `known` are the macros of other files, which lists share. Cached, because a preview reads all
    files at every edit. Nobody may change a Reference.
    """
    entries: list[Reference] = []
    problems: list[Problem] = []
    macros = MONTH_MACROS | dict(known)
    # The values stay raw: the parser itself does not join `press # " Letters"`.
    for before, block in pairwise([None, *parse_string(text, parse_stack=[]).blocks]):
        entry = None
        if isinstance(block, bib.String):
            value = _value(str(block.value), macros)
            macros[block.key.strip().lower()] = value.text
            problems += _undefined(block, value, path)
        elif isinstance(block, bib.Entry):
            entry = block
        elif isinstance(block, bib.ImplicitComment) and isinstance(before, bib.Entry):
            problems += _left_behind(block, path)
        elif isinstance(block, bib.DuplicateFieldKeyBlock | bib.DuplicateBlockKeyBlock):
            if isinstance(block.ignore_error_block, bib.Entry):
                entry = block.ignore_error_block
        elif isinstance(block, bib.ParsingFailedBlock):
            problems.append(_unreadable(block, path))
        if entry:
            problems += _repeated_fields(entry, path)
            reference = _reference(entry, path, macros)
            problems += _flaws(reference, entry)
            entries.append(reference)
    return ParsedFile(tuple(entries), tuple(problems))


def _line(block: bib.Block | bib.Field) -> int:
    return (block.start_line or 0) + 1


def _reference(entry: bib.Entry, path: str, macros: dict[str, str]) -> Reference:
    fields, lines, undefined = {}, {}, {}
    for item in entry.fields:
        name = item.key.strip().lower()
        if name in fields:  # BibTeX takes the first, too
            continue
        value = _value(str(item.value), macros)
        fields[name] = value.text.strip()
        lines[name] = _line(item)
        if value.undefined:
            undefined[name] = value.undefined[0]
    return Reference(
        key=entry.key.strip(),
        type=entry.entry_type.strip().lower(),
        fields=fields,
        location=Location(path, _line(entry)),
        lines=lines,
        macros=undefined,
    )


def _undefined(block: bib.String, value: Value, path: str) -> Iterator[Problem]:
    """A macro that is made of one that nothing has defined yet."""
    for name in value.undefined[:1]:
        message = f"nothing before it defines the macro '{name}'."
        hint = f"Define it above: `@string{{{name} = {{…}}}}`."
        yield Problem(Location(path, _line(block)), "undefined-macro", message, hint)


def _value(raw: str, macros: dict[str, str]) -> Value:
    try:
        return read_value(raw, macros)
    except Malformed:
        value = raw.strip()
        is_delimited = value[:1] + value[-1:] in ("{}", '""')
        return Value(value[1:-1].strip() if is_delimited else value)


def _flaws(reference: Reference, entry: bib.Entry) -> Iterator[Problem]:
    """What the parser lets pass although no entry may have it."""
    if not reference.key:
        hint = "Write one after the opening brace, followed by a comma."
        yield Problem(reference.location, "malformed-entry", "the entry has no key.", hint)
    for item in entry.fields:
        # After a missing comma the parser takes the next field for a part of the value.
        raw = str(item.value).strip()
        if found := field_after(raw):
            name, at = found
            location = Location(reference.location.path, _line(item) + raw.count("\n", 0, at))
            message = f"a comma is missing before '{name}'."
            hint = f"Put it after the value of '{item.key.strip().lower()}'."
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


def _repeated_fields(entry: bib.Entry, path: str) -> Iterator[Problem]:
    if different := differing_fields(entry):
        names = ", ".join(f"'{name}'" for name in different)
        message = f"the entry gives {names} more than once."
        location = Location(path, _line(entry))
        yield Problem(location, "duplicate-field", message, "Keep one of them.")


def differing_fields(entry: bib.Entry) -> list[str]:
    """The fields that an entry gives more than once, with different values."""
    values: dict[str, set[str]] = {}
    for item in entry.fields:
        name = item.key.strip().lower()
        values.setdefault(name, set()).add(" ".join(str(item.value).strip('{}" ').split()))
    return sorted(name for name, found in values.items() if len(found) > 1)


def _unreadable(block: bib.ParsingFailedBlock, path: str) -> Problem:
    error = block.error
    if isinstance(error, BlockAbortedException):
        reason = str(error.abort_reason).rstrip(". ")
    else:
        reason = (str(error) or type(error).__name__).splitlines()[0]
    message = f"the entry cannot be read: {reason}."
    hint = "Look for a missing comma, quote or brace near this line."
    return Problem(Location(path, _line(block)), "malformed-entry", message, hint)
