"""Reads raw BibTeX values, as they are written in the file, and writes them in the normal form.

A value is one piece or several joined by `#`. A piece is `{…}`, `"…"`, a number, or a macro, whose
text an `@string` gives: `press # ", " # {Sella}`. Macros are not resolved and no word is changed.
"""

from __future__ import annotations

import re

_MACRO = re.compile(r"[A-Za-z!$&*+\-./:;<>?\[\]^_`|][^\s\"#%'(),={}]*")
_NUMBER = re.compile(r"\d+(?![\w.])")
_JOINT = re.compile(r"\s*#\s*")
_MONTHS = (
    "january february march april may june july august september october november december".split()
)


class Malformed(Exception):
    """The value cannot be read. The text says what is wrong, as the end of a sentence."""


def normal_value(value: str, keep_ends: bool = False) -> str:
    """Return `value` in the normal form: a single piece in braces, with its white space folded.

    A macro, and pieces that are joined by `#`, keep their form. With `keep_ends` the white space
    at both ends stays, as in the text of a macro, which is joined to others. Raises Malformed.
    """
    pieces = [re.sub(r"[ \t\n\r\f\v]+", " ", piece) for piece in _pieces(value.strip())]
    if len(pieces) > 1:
        return " # ".join(pieces)
    piece = pieces[0]
    if piece[0] in '{"':
        inner = piece[1:-1] if keep_ends else piece[1:-1].strip(" ")
        return f"{{{inner}}}"
    return f"{{{piece}}}" if piece.isdecimal() else piece


def normal_month(value: str, own_macros: set[str]) -> str:
    """Return the value of a `month` in the normal form, in which months are numbers.

    `apr`, `{April}` and `04` become `{4}`. A macro that the file itself defines, one of
    `own_macros`, keeps its form. Raises Malformed.
    """
    normal = normal_value(value)
    number = None if normal.lower() in own_macros else month_number(normal)
    return normal if number is None else f"{{{number}}}"


def month_number(text: str) -> int | None:
    """The month that a number or an English name stands for, such as `04`, `apr`, `Sept.`."""
    name = text.strip('{}". ').lower()
    if re.fullmatch(r"0?[1-9]|1[0-2]", name):
        return int(name)
    for number, month in enumerate(_MONTHS, start=1):
        if len(name) >= 3 and month.startswith(name):
            return number
    return None


def is_braced(value: str) -> bool:
    """Whether one pair of braces holds the whole value: `{Orrin}` yes, `{A} and {B}` no."""
    try:
        return value.startswith("{") and _end_of_delimited(value, 0) == len(value)
    except Malformed:
        return False


def _pieces(value: str) -> list[str]:
    pieces = []
    start = 0
    while True:
        end = _end_of_piece(value, start)
        pieces.append(value[start:end])
        joint = _JOINT.match(value, end)
        if not joint:
            break
        start = joint.end()
    if end < len(value):
        raise Malformed("has something after its end")
    return pieces


def _end_of_piece(value: str, start: int) -> int:
    if start == len(value):
        raise Malformed("is empty")
    if value[start] in '{"':
        return _end_of_delimited(value, start)
    match = _NUMBER.match(value, start) or _MACRO.match(value, start)
    if not match:
        raise Malformed("is neither in braces nor a number")
    return match.end()


def _end_of_delimited(value: str, start: int) -> int:
    """Where the piece ends that begins with a brace or a quote at `start`.

    Braces nest, and a quote within braces ends nothing: `"the {"}old{"} lamp"`. A brace after a
    backslash is a character like others.
    """
    closer = "}" if value[start] == "{" else '"'
    depth = 0
    for at in range(start, len(value)):
        character = value[at]
        if character in "{}" and value[at - 1 : at] != "\\":
            depth += 1 if character == "{" else -1
        if depth < 0:
            break
        if depth == 0 and character == closer and at > start:
            return at + 1
    raise Malformed("is not closed")
