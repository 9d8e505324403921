"""Writes raw BibTeX values in the normal form. No macro is resolved and no word is changed."""

from __future__ import annotations

import re

from edition.model.works.bib_value import Malformed, end_of_delimited, month_number, pieces


def normal_value(value: str, keep_ends: bool = False) -> str:
    """Return `value` in the normal form: a single piece in braces, with its white space folded.

    A macro, and pieces that are joined by `#`, keep their form. With `keep_ends` the white space
    at both ends stays, as in the text of a macro, which is joined to others. Raises Malformed.
    """
    found = [re.sub(r"[ \t\n\r\f\v]+", " ", piece) for piece in pieces(value.strip())]
    if len(found) > 1:
        return " # ".join(found)
    piece = found[0]
    if piece[0] in '{"':
        inner = piece[1:-1] if keep_ends else piece[1:-1].strip(" ")
        return f"{{{inner}}}"
    return f"{{{piece}}}" if piece.isdecimal() else piece


def normal_month(value: str, own_macros: set[str]) -> str:
    """Return the value of a `month`, which is in the normal form, as a number in braces.

    `apr`, `{April}` and `{04}` become `{4}`; what is no month stays as it is.
    A macro that the file itself defines, one of `own_macros`, keeps its form.
    """
    number = None if value.lower() in own_macros else month_number(value)
    return value if number is None else f"{{{number}}}"


def is_braced(value: str) -> bool:
    """Whether one pair of braces holds the whole value: `{Orrin}` yes, `{A} and {B}` no."""
    try:
        return value.startswith("{") and end_of_delimited(value, 0) == len(value)
    except Malformed:
        return False
