"""Writes a .bib file in the normal form: entries and fields in one order, values in braces.

bibtexparser reads the file, with the values left raw, so that macros and joined strings stay what
they are. Its own writer is not used: it moves comments to other entries and knows no order of
fields.

The hard part is the text between entries, which BibTeX ignores and people use for comments. When
entries change places, a comment must go with the entry it is about:

    % All lamps of the northern coast.      the head of the file: stays at the top

    % The first edition is lost.            touches an entry: goes with it
    @book{brine1919lamps, …}

    % From here on: not checked.            between entries: goes with the next one
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from itertools import groupby

from bibtexparser import model as bib
from bibtexparser.entrypoint import parse_string

from edition.checks.bibliography.data_model import ORDER, OWN_USE
from edition.checks.bibliography.values import normal_month, normal_value
from edition.model.works.bib_file import differing_fields
from edition.model.works.bib_value import Malformed
from edition.model.works.reference import NUMBER_KEYWORD
from edition.problem import Location, Problem

PASSES = 4
_FIELD = re.compile(r"[a-z_][a-z0-9_+.:-]*")
_NOT_IN_A_KEY = re.compile(r"[\s,{}%#\"=\\~]")
_Rank = tuple[float, str]


class NotNormalizable(Exception):
    """The file cannot be rewritten without a guess; `problem` says why, and where."""

    def __init__(self, location: Location, message: str, hint: str) -> None:
        self.problem = Problem(location, "malformed-entry", message, hint)
        super().__init__(str(self.problem))


@dataclass
class _Comment:
    """A paragraph of the text between entries; `attached` if it touches the entry below it."""

    text: str
    attached: bool

    @property
    def above(self) -> str:
        """The comment with the line breaks that separate it from what follows."""
        return self.text + ("\n" if self.attached else "\n\n")


@dataclass
class _Piece:
    """A part of the file as it will be written: an entry with its comments, a macro, a comment.

    `rank` orders the entries, and is None for all other pieces, which do not move. `is_macro` is
    true for a macro without comments: macros are written line below line.
    """

    text: str
    rank: _Rank | None = None
    is_macro: bool = False


def normal_form(text: str, path: str = "", in_order: bool = True) -> str:
    """Return `text` in the normal form; without `in_order` its entries do not change places.

    An entry that gives a field two values stays as it is, in its place.

    Raises NotNormalizable if the text cannot be read, a value is malformed, or the form is not
    stable: a comment that comes to touch another entry would go with that one the next time.
    """
    for _ in range(PASSES):
        before, text = text, _rewritten(text, path, in_order)
        if text == before:
            return text
    raise NotNormalizable(
        Location(path),
        "the list changes each time it is written.",
        "Set comments apart from entries by an empty line.",
    )


def read_blocks(text: str) -> list[bib.Block]:
    """The blocks of a .bib file with raw values.

    An entry whose key is used twice is one, too, and so is one that gives a field twice with the
    same value. With different values it is a DuplicateFieldKeyBlock.
    """
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    blocks: list[bib.Block] = []
    for block in parse_string(text, parse_stack=[]).blocks:
        if isinstance(block, bib.DuplicateFieldKeyBlock | bib.DuplicateBlockKeyBlock):
            block = block.ignore_error_block or block
        # The parser takes `Title` for another field than `title`.
        different = differing_fields(block) if isinstance(block, bib.Entry) else []
        if isinstance(block, bib.Entry) and different:
            block = bib.DuplicateFieldKeyBlock(set(different), block)
        blocks.append(block)
    return blocks


def raw_text(block: bib.Block) -> str:
    """The block as written in the file."""
    return block.raw or ""


def _rewritten(text: str, path: str, in_order: bool) -> str:
    blocks = read_blocks(text)
    macros = {block.key.lower() for block in blocks if isinstance(block, bib.String)}
    pieces: list[_Piece] = []
    waiting: list[_Comment] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, bib.ImplicitComment):
            in_head = not any(piece.rank for piece in pieces)
            for comment in _comments(block, following):
                if in_head and not comment.attached:
                    pieces.append(_Piece(comment.text))
                else:
                    waiting.append(comment)
        else:
            comments = "".join(comment.above for comment in waiting)
            pieces.append(_piece(block, path, macros, comments))
            waiting = []
    pieces += [_Piece(comment.text) for comment in waiting]
    return _joined(_sorted(pieces) if in_order else pieces)


def _comments(block: bib.ImplicitComment, following: bib.Block | None) -> list[_Comment]:
    text = "\n".join(line.rstrip() for line in block.comment.split("\n"))
    paragraphs = [part.strip("\n") for part in re.split(r"\n{2,}", text) if part.strip()]
    comments = [_Comment(paragraph, attached=False) for paragraph in paragraphs]
    last_line = (block.start_line or 0) + block.comment.count("\n")
    if comments and isinstance(following, bib.Entry | bib.DuplicateFieldKeyBlock):
        comments[-1].attached = (following.start_line or 0) - last_line <= 1
    return comments


def _piece(block: bib.Block, path: str, macros: set[str], comments: str) -> _Piece:
    location = _location(path, block.start_line)
    if isinstance(block, bib.Entry):
        return _Piece(comments + _entry(block, path, macros), rank=_rank(block))
    if isinstance(block, bib.String):
        value = _value(block.value, location, normal=partial(normal_value, keep_ends=True))
        text = f"@string{{{block.key.strip()} = {value}}}"
        return _Piece(comments + text, is_macro=not comments)
    if isinstance(block, bib.Preamble | bib.ExplicitComment | bib.DuplicateFieldKeyBlock):
        return _Piece(comments + raw_text(block).strip())
    raise NotNormalizable(
        location,
        "the entry cannot be read.",
        "Look for a missing comma, quote or brace near this line.",
    )


def _location(path: str, line: int | None) -> Location:
    """The location of a line that bibtexparser counts from 0."""
    return Location(path, (line or 0) + 1)


def _value(value: object, location: Location, normal: Callable[[str], str] = normal_value) -> str:
    text = str(value)
    try:
        return normal(text)
    except Malformed as error:
        raise NotNormalizable(
            location,
            f"the value '{text[:60]}' {error}.",
            "Write it as `{…}`, and look for a missing comma.",
        ) from None


def _entry(entry: bib.Entry, path: str, macros: set[str]) -> str:
    key = entry.key.strip()
    fields = _fields(entry, path, macros)
    if not key or _NOT_IN_A_KEY.search(key):
        raise NotNormalizable(
            _location(path, entry.start_line),
            f"'{key[:60]}' is not a key.",
            "Write it in lower-case ascii letters and digits.",
        )
    lines = [f"  {name} = {fields[name]},\n" for name in sorted(fields, key=_field_order)]
    return f"@{entry.entry_type.lower()}{{{key},\n{''.join(lines)}}}"


def _fields(entry: bib.Entry, path: str, macros: set[str]) -> dict[str, str]:
    """The fields by name, in lower case, with their values in the normal form."""
    fields: dict[str, str] = {}
    for field in without_doubles(entry.fields):
        name, location = field.key.strip().lower(), _location(path, field.start_line)
        if not _FIELD.fullmatch(name):
            raise NotNormalizable(
                location,
                f"'{field.key[:60]}' is not the name of a field.",
                "Look for a missing comma, or a comment between two fields.",
            )
        is_month = name == "month"
        normal = partial(normal_month, own_macros=macros) if is_month else normal_value
        fields[name] = _value(field.value, location, normal)
    return fields


def without_doubles(fields: Iterable[bib.Field]) -> Iterable[bib.Field]:
    """The fields, of several with the same name and value only the first."""
    seen = set()
    for field in fields:
        said = field.key.strip().lower(), " ".join(str(field.value).strip('{}" ').split())
        if said not in seen:
            seen.add(said)
            yield field


def _field_order(name: str) -> tuple[int, int, str]:
    """Sorts fields: first those of ORDER, then others by name, last those of the edition's own."""
    if name in ORDER:
        return 0, ORDER.index(name), name
    if name in OWN_USE:
        return 2, OWN_USE.index(name), name
    return 1, 0, name


def _rank(entry: bib.Entry) -> _Rank:
    """Sorts entries: by their first printed number (`ref6`), those without one by key."""
    numbers = []
    for field in entry.fields:
        words = str(field.value).strip('{}"').split(",")
        if field.key.strip().lower() == "keywords":
            matches = [NUMBER_KEYWORD.match(word.strip()) for word in words]
            numbers += [int(match[1]) for match in matches if match]
    return (min(numbers), "") if numbers else (float("inf"), entry.key.strip())


def _sorted(pieces: Iterable[_Piece]) -> list[_Piece]:
    """The pieces with the entries between two others in order.

    No entry passes another piece: a macro has to be defined before it is used.
    """
    result: list[_Piece] = []
    for are_entries, group in groupby(pieces, key=lambda piece: piece.rank is not None):
        run = list(group)
        if are_entries:
            run.sort(key=lambda piece: piece.rank or (0, ""))
        result += run
    return result


def _joined(pieces: list[_Piece]) -> str:
    text = ""
    after_macro = False
    for piece in pieces:
        if text:
            text += "\n" if after_macro and piece.is_macro else "\n\n"
        text += piece.text
        after_macro = piece.is_macro
    return text + "\n" if text else ""
