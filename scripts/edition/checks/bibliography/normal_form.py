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

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby

from bibtexparser import model as bib

from edition.checks.bibliography.data_model import ORDER, OWN_USE
from edition.checks.bibliography.values import normal_month, normal_value
from edition.model.works.bib_file import differing_fields, location, read_blocks
from edition.model.works.bib_value import Malformed
from edition.model.works.reference import NUMBER_KEYWORDS
from edition.problem import Location, Problem

PASSES = 4
"""How often a list is rewritten until it no longer changes."""
_FIELD = re.compile(r"[a-z_][a-z0-9_+.:-]*")
_NOT_IN_A_KEY = re.compile(r"[\s,{}%#\"=\\~]")


class NotNormalizable(Exception):
    """The file cannot be rewritten without a guess; `problem` says why, and where."""

    def __init__(self, location: Location, message: str, hint: str) -> None:
        self.problem = Problem(location, "malformed-entry", message, hint)
        super().__init__(str(self.problem))


@dataclass
class Entry:
    """An entry with its fields as they are written in the normal form: in braces, or macros."""

    type: str
    key: str
    fields: dict[str, str]

    def __str__(self) -> str:
        names = sorted(self.fields, key=_field_order)
        lines = [f"  {name} = {self.fields[name]},\n" for name in names]
        return f"@{self.type}{{{self.key},\n{''.join(lines)}}}"


@dataclass
class Piece:
    """A part of the file: an entry, or any other text, with the comments `above` it.

    A comment ends with one line break if it touches what is below, else with two.
    """

    above: str
    content: Entry | str

    def __str__(self) -> str:
        return f"{self.above}{self.content}".strip("\n")

    @property
    def rank(self) -> tuple[float, str] | tuple[()]:
        """Sorts entries; empty for other pieces, which do not move."""
        if isinstance(self.content, str):
            return ()
        return entry_rank(self.content.key, self.content.fields.get("keywords", ""))

    @property
    def is_macro(self) -> bool:
        """Whether it is a macro without comments: these are written line below line."""
        return str(self).startswith("@string{")


def entry_rank(key: str, keywords: str) -> tuple[float, str]:
    """Sorts entries: by their first printed number (`ref6`), those without one by key."""
    numbers = NUMBER_KEYWORDS.findall(keywords.strip('{}"'))
    return (min(map(int, numbers)), "") if numbers else (float("inf"), key)


def normal_form(text: str, path: str = "", in_order: bool = True) -> str:
    """Return `text` in the normal form; without `in_order` its entries do not change places.

    An entry that gives a field two values stays as it is, in its place.

    Raises NotNormalizable if the text cannot be read, a value is malformed, or the form is not
    stable: a comment that comes to touch another entry would go with that one the next time.
    """
    for _ in range(PASSES):
        before, text = text, written(read_pieces(text, path), in_order)
        if text == before:
            return text
    raise NotNormalizable(
        Location(path),
        "the list changes each time it is written.",
        "Set comments apart from entries by an empty line.",
    )


def same_meaning(before: str, after: str) -> bool:
    """Whether both texts hold the same entries, macros and comments, in whatever order and form."""
    return _content(before) == _content(after)


def _content(text: str) -> Counter[str]:
    """What the text holds: each line of a comment, and each other block, with its count."""
    found: Counter[str] = Counter()
    blocks = read_blocks(text)
    macros = _macros(blocks)
    for block in blocks:
        if isinstance(block, bib.ImplicitComment):
            found.update(line.strip() for line in block.comment.split("\n"))
        else:
            found[str(_content_of(block, "", macros))] += 1
    del found[""]
    return found


def _macros(blocks: list[bib.Block]) -> set[str]:
    """The names of the macros that a file defines."""
    return {block.key.lower() for block in blocks if isinstance(block, bib.String)}


def read_pieces(text: str, path: str) -> list[Piece]:
    """The pieces of a file, with its entries in the normal form. Raises NotNormalizable."""
    blocks = read_blocks(text)
    macros = _macros(blocks)
    pieces: list[Piece] = []
    above = ""
    for block, following in zip(blocks, [*blocks, None][1:], strict=True):
        if not isinstance(block, bib.ImplicitComment):
            pieces.append(Piece(above, _content_of(block, path, macros)))
            above = ""
            continue
        in_head = not any(piece.rank for piece in pieces)
        for comment in _comments(block, following):
            if in_head and comment.endswith("\n\n"):
                pieces.append(Piece("", comment))
            else:
                above += comment
    return [*pieces, Piece(above, "")]


def _comments(block: bib.ImplicitComment, following: bib.Block | None) -> list[str]:
    """The paragraphs of the text between two blocks, with the line breaks after them."""
    text = "\n".join(line.rstrip() for line in block.comment.split("\n"))
    comments = [part.strip("\n") + "\n\n" for part in re.split(r"\n{2,}", text) if part.strip()]
    last_line = (block.start_line or 0) + block.comment.count("\n")
    touches = isinstance(following, bib.Entry) and (following.start_line or 0) - last_line <= 1
    if comments and touches:
        comments[-1] = comments[-1][:-1]
    return comments


def _content_of(block: bib.Block, path: str, macros: set[str]) -> Entry | str:
    raw = (block.raw or "").strip()
    if isinstance(block, bib.Entry):
        return raw if differing_fields(block) else _entry(block, path, macros)
    if isinstance(block, bib.String):
        return f"@string{{{block.key} = {_value(block, path, keep_ends=True)}}}"
    if isinstance(block, bib.Preamble | bib.ExplicitComment):
        return raw
    raise NotNormalizable(
        location(block, path),
        "the entry cannot be read.",
        "Look for a missing comma, quote or brace near this line.",
    )


def _value(item: bib.Field | bib.String, path: str, keep_ends: bool = False) -> str:
    value = str(item.value)
    try:
        return normal_value(value, keep_ends)
    except Malformed as error:
        raise NotNormalizable(
            location(item, path),
            f"the value '{value[:60]}' {error}.",
            "Write it as `{…}`, and look for a missing comma.",
        ) from None


def _entry(block: bib.Entry, path: str, macros: set[str]) -> Entry:
    fields: dict[str, str] = {}
    for field in block.fields:
        name = field.key.lower()
        if not _FIELD.fullmatch(name):
            raise NotNormalizable(
                location(field, path),
                f"'{field.key[:60]}' is not the name of a field.",
                "Look for a missing comma, or a comment between two fields.",
            )
        value = _value(field, path)
        fields.setdefault(name, normal_month(value, macros) if name == "month" else value)
    if not block.key or _NOT_IN_A_KEY.search(block.key):
        raise NotNormalizable(
            location(block, path),
            f"'{block.key[:60]}' is not a key.",
            "Write it in lower-case ascii letters and digits.",
        )
    return Entry(block.entry_type, block.key, fields)


def _field_order(name: str) -> tuple[int, int, str]:
    """Sorts fields: first those of ORDER, then others by name, last those of the edition's own."""
    if name in ORDER:
        return 0, ORDER.index(name), name
    if name in OWN_USE:
        return 2, OWN_USE.index(name), name
    return 1, 0, name


def written(pieces: list[Piece], in_order: bool = True) -> str:
    """The text of the pieces, with the entries between two others in order.

    No entry passes another piece: a macro has to be defined before it is used.
    """
    ordered: list[Piece] = []
    for _, run in groupby(pieces, key=lambda piece: bool(piece.rank)):
        ordered += sorted(run, key=lambda piece: piece.rank if in_order else ())
    texts = []
    for are_macros, group in groupby(filter(str, ordered), key=lambda piece: piece.is_macro):
        texts.append(("\n" if are_macros else "\n\n").join(map(str, group)))
    return "\n\n".join(texts) + "\n" if texts else ""
