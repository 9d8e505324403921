"""In: a raw BibTeX value. Out: the same value as the normal form writes it. Nothing is resolved and no word is changed."""

from __future__ import annotations

import re

_MACRO = re.compile(r"[A-Za-z!$&*+\-./:;<>?\[\]^_`|][^\s\"#%'(),={}]*")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_NAMES = (
    "january february march april may june july august september october november december".split()
)


class Malformed(Exception):
    """The value is neither `{…}`, `"…"`, a number, a macro, nor some of these joined by `#`. The text says what it is."""


def normal_value(value: str, month_macros: set[str] | None = None) -> str:
    """Return `value` in the normal form.

    A single piece stands in braces with its white space folded; a macro, and pieces joined by `#`, stay as they are.
    With `month_macros` (the macros the file defines itself) the value is a month and becomes a number.
    """
    pieces = [_tidy(piece) for piece in _pieces(value.strip())]
    if len(pieces) > 1:
        return " # ".join(pieces)
    piece = pieces[0]
    if month_macros is not None and (month := _month(piece, month_macros)):
        return f"{{{month}}}"
    if piece[0] == "{" or piece[0] == '"':
        return "{" + piece[1:-1].strip(" ") + "}"
    return f"{{{piece}}}" if piece.isdecimal() else piece


def _month(piece: str, own_macros: set[str]) -> int | None:
    if piece[0] not in '{"' and piece.lower() in own_macros:
        return None
    name = piece.strip('{}" .').lower()
    if name.isdecimal():
        return int(name) if len(name) < 3 and 1 <= int(name) <= 12 else None
    names = _MONTHS if name in _MONTHS else _NAMES
    return names.index(name) + 1 if name in names else None


def _tidy(piece: str) -> str:
    return re.sub(r"[ \t\n\r\f\v]+", " ", piece)


def _pieces(value: str) -> list[str]:
    """The pieces of a value between `#` signs, each checked."""
    found, at = [], 0
    while True:
        end = _end(value, at)
        found.append(value[at:end])
        rest = re.compile(r"\s*(?:#\s*|$)").match(value, end)
        if not rest:
            raise Malformed("has something after its end")
        at = rest.end()
        if not rest[0].strip():
            return found


def _end(value: str, at: int) -> int:
    """Where the piece that begins at `at` ends."""
    if at >= len(value):
        raise Malformed("is empty")
    if value[at] in '{"':
        return _end_of_delimited(value, at)
    match = re.compile(r"\d+(?![\w.])").match(value, at) or _MACRO.match(value, at)
    if not match:
        raise Malformed("is neither in braces nor a number")
    return match.end()


def _end_of_delimited(value: str, at: int) -> int:
    opener, depth = value[at], 0
    for place in range(at, len(value)):
        character = value[place]
        if character in "{}" and value[place - 1 : place] != "\\":
            depth += 1 if character == "{" else -1
            if depth < 0:
                break
            if depth == 0 and opener == "{":
                return place + 1
        elif character == '"' and opener == '"' and place > at and depth == 0:
            return place + 1
    raise Malformed("is not closed")
