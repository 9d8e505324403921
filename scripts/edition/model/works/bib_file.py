"""Parses a .bib file: its entries in order, and a Problem for what cannot be read.

bibtexparser divides the file into blocks: entries, macros, comments, and what it could not parse.
It gives up as late as it can, and takes much for a value or a comment that was meant as something
else. `_flaws` and `_stray_field` find that.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from bibtexparser import model as bib
from bibtexparser.entrypoint import parse_string

from edition.model.works.bib_value import MONTH_MACROS, field_after, read_value
from edition.model.works.reference import Reference
from edition.problem import Location, Problem

# The parser logs what it cannot read. The same is reported as Problems, with a line and a hint.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

# How a line begins that was in an entry before a brace too many has closed it.
_FIELD_OR_END = re.compile(r"[,}]|[A-Za-z]\w*\s*=\s*[{\"\w]")
_COUNT_BRACES = "Count the braces of the entry above: one too many has ended it, or one is missing."

Macros = tuple[tuple[str, str], ...]
"""Macros that `@string` defines, and their texts."""


class ParsedFile(NamedTuple):
    """The entries of a file, those with a repeated key included, its macros and what is wrong."""

    entries: tuple[Reference, ...]
    macros: Macros
    problems: tuple[Problem, ...]


def read_blocks(text: str) -> list[bib.Block]:
    """The blocks of a .bib file with raw values: the parser does not join `press # " Letters"`.

    An entry or a macro whose key is used twice, or which gives a field twice, is one, too.
    """
    blocks: list[bib.Block] = []
    for block in parse_string(text, parse_stack=[]).blocks:
        # Of an entry that repeats a key or a field the parser makes a failed block, which has the
        # entry in it; for what it could not read there is none.
        inner = block.ignore_error_block if isinstance(block, bib.ParsingFailedBlock) else None
        blocks.append(inner or block)
    return blocks


@lru_cache(maxsize=16)
def parse_entries(text: str, path: str, known: Macros) -> ParsedFile:
    """Parse the text of the .bib file `path`; whatever can be read of it is there.

    `known` are the macros of other files, which lists share. Cached, because a preview reads all
    files at every edit. Nobody may change a Reference.
    """
    entries: list[Reference] = []
    problems: list[Problem] = []
    macros = MONTH_MACROS | dict(known)
    own: dict[str, str] = {}
    # In the order of the file, since a macro holds for what is below it.
    for before, block in pairwise([None, *read_blocks(text)]):
        if isinstance(block, bib.Entry):
            problems += _flaws(block, path)
            entries.append(_reference(block, path, macros))
        elif isinstance(block, bib.String):
            value, undefined = read_value(str(block.value), macros)
            macros[block.key.lower()] = own[block.key.lower()] = value
            if undefined:
                problems.append(_undefined_macro(undefined, location(block, path)))
        elif isinstance(block, bib.ParsingFailedBlock):
            problems.append(_unreadable(block, path))
        elif isinstance(block, bib.ImplicitComment) and isinstance(before, bib.Entry):
            problems += _stray_field(block, path)
    return ParsedFile(tuple(entries), tuple(own.items()), tuple(problems))


def location(block: bib.Block | bib.Field, path: str) -> Location:
    """Where a block or a field begins; the parser counts lines from 0."""
    return Location(path, (block.start_line or 0) + 1)


def _undefined_macro(name: str, location: Location) -> Problem:
    message = f"nothing before it defines the macro '{name}'."
    hint = f"Define it above: `@string{{{name} = {{…}}}}`."
    return Problem(location, "undefined-macro", message, hint)


def _unreadable(block: bib.ParsingFailedBlock, path: str) -> Problem:
    reason = str(getattr(block.error, "abort_reason", block.error)).rstrip(". ")
    message = f"the entry cannot be read: {reason}."
    hint = "Look for a missing comma, quote or brace near this line."
    return Problem(location(block, path), "malformed-entry", message, hint)


def _reference(entry: bib.Entry, path: str, macros: dict[str, str]) -> Reference:
    reference = Reference(
        key=entry.key,
        type=entry.entry_type.lower(),
        fields={},
        location=location(entry, path),
    )
    for item in entry.fields:
        name = item.key.lower()
        if name in reference.fields:  # BibTeX takes the first, too
            continue
        value, undefined = read_value(str(item.value), macros)
        reference.fields[name] = value.strip()
        reference.lines[name] = location(item, path).line
        if undefined:
            reference.macros[name] = undefined
    return reference


def _flaws(entry: bib.Entry, path: str) -> Iterator[Problem]:
    """What the parser lets pass although no entry may have it."""
    start = location(entry, path)
    if different := differing_fields(entry):
        names = ", ".join(f"'{name}'" for name in different)
        message = f"the entry gives {names} more than once."
        yield Problem(start, "duplicate-field", message, "Keep one of them.")
    if not entry.key:
        hint = "Write one after the opening brace, followed by a comma."
        yield Problem(start, "malformed-entry", "the entry has no key.", hint)
    for item in entry.fields:
        # After a missing comma the parser takes the next field for a part of the value:
        # `title = {Oil} year = 1919`.
        raw = str(item.value)
        if swallowed := field_after(raw):
            name, at = swallowed
            line = location(item, path).line + raw.count("\n", 0, at)
            message = f"a comma is missing before '{name}'."
            hint = f"Put it after the value of '{item.key.lower()}'."
            yield Problem(Location(path, line), "malformed-entry", message, hint)


def differing_fields(entry: bib.Entry) -> list[str]:
    """The fields that an entry gives more than once, with different values."""
    values: dict[str, set[str]] = {}
    for item in entry.fields:
        values.setdefault(item.key.lower(), set()).add(bare_value(item))
    return sorted(name for name, found in values.items() if len(found) > 1)


def bare_value(field: bib.Field) -> str:
    """The value of a field without delimiters and with its white space folded."""
    return " ".join(str(field.value).strip('{}" ').split())


def _stray_field(comment: bib.ImplicitComment, path: str) -> Iterator[Problem]:
    """The first line between two entries that belongs in the one before.

    A brace too many closes an entry early, and the parser takes the fields below for a comment.
    """
    for line, text in enumerate(comment.comment.split("\n"), start=location(comment, path).line):
        if _FIELD_OR_END.match(text.strip()):
            message = f"'{text.strip()[:60]}' stands in no entry."
            yield Problem(Location(path, line), "malformed-entry", message, _COUNT_BRACES)
            return
