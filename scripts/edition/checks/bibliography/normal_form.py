"""In: the text of a .bib file. Out: the same in the one normal form, or the Problem that keeps it from being written so.

Parsed by bibtexparser with its values left raw, so that macros and joined strings stay what they are. bibtexparser's own
writer is not used: it moves comments to other entries and knows no order of fields.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass

import bibtexparser
from bibtexparser import model as bib

from edition.checks.bibliography.data_model import ORDER, OWN_USE
from edition.checks.bibliography.values import Malformed, normal_value
from edition.model.works.reference import NUMBER_KEYWORD
from edition.problem import Location, Problem

_RANK = {name: at for at, name in enumerate(ORDER)}
_LAST = [name for name in OWN_USE if name not in _RANK]
PASSES = 4
"""A comment that comes to touch another entry moves with it the next time: the form is what no longer changes."""
_NAME = re.compile(r"[a-z][a-z0-9_+.:-]*")


class NotNormalizable(Exception):
    """The file holds something that cannot be rewritten without a guess; `problem` says what and where."""

    def __init__(self, place: Location, message: str, hint: str) -> None:
        self.problem = Problem(place, "malformed-entry", message, hint)
        super().__init__(str(self.problem))


@dataclass
class _Piece:
    """A block as it will be written, with its comments; `rank` is None for what keeps its place."""

    text: str
    rank: tuple[float, str] | None = None
    is_string: bool = False


def read_blocks(text: str) -> list[bib.Block]:
    """The blocks of a .bib file with raw values; a repeated key is an entry like others."""
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    blocks = bibtexparser.parse_string(text, parse_stack=[]).blocks
    return [
        block.ignore_error_block if isinstance(block, bib.DuplicateBlockKeyBlock) else block
        for block in blocks
    ]


def normal_form(text: str, path: str = "", in_order: bool = True) -> str:
    """Return `text` in the normal form; without `in_order` its entries stay where they are.

    Raises NotNormalizable where it does not parse, a value is malformed, or the form does not come to rest.
    """
    for _ in range(PASSES):
        before, text = text, _written_once(text, path, in_order)
        if text == before:
            return text
    raise NotNormalizable(
        Location(path),
        "the list changes each time it is written.",
        "Set comments apart from entries by an empty line.",
    )


def _written_once(text: str, path: str, in_order: bool) -> str:
    blocks = read_blocks(text)
    macros = {block.key.lower() for block in blocks if isinstance(block, bib.String)}
    pieces: list[_Piece] = []
    waiting: list[str] = []
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        if isinstance(block, bib.ImplicitComment):
            for comment in _comments(block, following):
                if any(piece.rank for piece in pieces) or comment.startswith("\0"):
                    waiting.append(comment)
                else:
                    pieces.append(_Piece(comment))
            continue
        pieces.append(_piece(block, path, macros, waiting))
        waiting = []
    pieces += [_Piece(comment.strip("\0")) for comment in waiting]
    return _joined(_sorted(pieces) if in_order else pieces)


def _comments(block: bib.ImplicitComment, following: bib.Block | None) -> list[str]:
    """The paragraphs of a comment; the one that touches the next entry begins with a null byte, to be kept with it."""
    lines = [line.rstrip() for line in block.comment.strip("\n").split("\n")]
    paragraphs = [
        part.strip("\n") for part in re.split(r"\n{2,}", "\n".join(lines)) if part.strip()
    ]
    ends = (block.start_line or 0) + block.comment.count("\n")
    if paragraphs and isinstance(following, bib.Entry) and (following.start_line or 0) - ends <= 1:
        paragraphs[-1] = "\0" + paragraphs[-1]
    return paragraphs


def _piece(block: bib.Block, path: str, macros: set[str], comments: list[str]) -> _Piece:
    place = Location(path, (block.start_line or 0) + 1)
    before = "".join(
        comment[1:] + "\n" if comment.startswith("\0") else comment + "\n\n" for comment in comments
    )
    if isinstance(block, bib.Entry):
        return _Piece(before + _entry(block, path, macros), _rank_of(block))
    if isinstance(block, bib.String):
        return _Piece(
            f"{before}@string{{{block.key.strip()} = {_value(block.value, place)}}}",
            is_string=not before,
        )
    if isinstance(block, bib.Preamble | bib.ExplicitComment):
        return _Piece(before + block.raw.strip())
    raise NotNormalizable(
        place,
        "the entry cannot be read.",
        "Look for a missing comma, quote or brace near this line.",
    )


def _value(value: str, place: Location, month_of: set[str] | None = None) -> str:
    try:
        return normal_value(str(value), month_of)
    except Malformed as error:
        raise NotNormalizable(
            place,
            f"the value '{str(value)[:60]}' {error}.",
            "Write it as `{…}`, and look for a missing comma.",
        ) from None


def _entry(entry: bib.Entry, path: str, macros: set[str]) -> str:
    fields: dict[str, str] = {}
    for field in entry.fields:
        name, place = field.key.strip().lower(), Location(path, (field.start_line or 0) + 1)
        if not _NAME.fullmatch(name):
            raise NotNormalizable(
                place,
                f"'{field.key[:60]}' is not the name of a field.",
                "Look for a missing comma, or a comment between two fields.",
            )
        if name in fields:
            raise NotNormalizable(
                place, f"the entry gives '{name}' more than once.", "Keep one of them."
            )
        fields[name] = _value(field.value, place, macros if name == "month" else None)
    ordered = sorted(
        fields,
        key=lambda name: (
            _RANK.get(name, len(_RANK)),
            _LAST.index(name) if name in _LAST else -1,
            name,
        ),
    )
    key = entry.key.strip()
    if not key or re.search(r"[\s,{}%#\"'()=\\~]", key):
        raise NotNormalizable(
            Location(path, (entry.start_line or 0) + 1),
            f"'{key[:60]}' is not a key.",
            "Write it in lower-case ascii letters and digits.",
        )
    return (
        f"@{entry.entry_type.lower()}{{{key},\n"
        + "".join(f"  {name} = {fields[name]},\n" for name in ordered)
        + "}"
    )


def _rank_of(entry: bib.Entry) -> tuple[float, str]:
    words = next(
        (str(field.value) for field in entry.fields if field.key.strip().lower() == "keywords"), ""
    )
    numbers = [
        int(match[1])
        for word in words.strip('{}"').split(",")
        if (match := NUMBER_KEYWORD.match(word.strip()))
    ]
    return (min(numbers), "") if numbers else (float("inf"), entry.key.strip())


def _sorted(pieces: list[_Piece]) -> list[_Piece]:
    """Entries in order, between pieces that keep their place: a macro must be defined before it is used."""
    result: list[_Piece] = []
    run: list[_Piece] = []
    for piece in [*pieces, None]:
        if piece and piece.rank:
            run.append(piece)
            continue
        result += sorted(run, key=lambda one: one.rank)
        run = []
        result += [piece] if piece else []
    return result


def _joined(pieces: list[_Piece]) -> str:
    texts = []
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if before:
            texts.append("\n" if before.is_string and piece.is_string else "\n\n")
        texts.append(piece.text)
    text = "".join(texts)
    return text + "\n" if text else ""
