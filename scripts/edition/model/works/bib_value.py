r"""Reads raw BibTeX values as they are written in the file.

A value is one piece or several joined by `#`. A piece is `{…}`, `"…"`, a number, or a macro, whose
text an `@string` gives: `press # ", " # {Sella}`. Format: "BibTeXing", ctan.org/pkg/bibtex.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import zip_longest

from edition.language.dates import MONTHS, Moment

# A macro's name begins with no digit; Unicode letters may follow.
_NUMBER_OR_MACRO = re.compile(r"\d+(?![\w.])|[A-Za-z!$&*+\-./:;<>?\[\]^_`|][^\s\"#%'(),={}]*")
_DELIMITER = re.compile(r'(?<!\\)[{}]|"')
_JOINT = re.compile(r"\s*#\s*")
_FIELD_AFTER = re.compile(r"\s*(\w[\w-]*)\s*=")
_ORDINAL_OR_AND = re.compile(r"(?<=\d)(?:st|nd|rd|th)\b|\band\b")
_ENDS = frozenset([(1, 0), (1, 1), (1, 2), (2, 0), (2, 2)])
"""How many months and how many days together say a date, or the two ends of one."""
MONTH_MACROS = {name[:3].lower(): name[:3].lower() for name in MONTHS}
"""The macros that BibTeX itself defines. They stay what they are: `month_number` reads them."""


class Malformed(Exception):
    """The value cannot be read. The text says what is wrong, as the end of a sentence."""


def read_value(raw: str, macros: Mapping[str, str]) -> tuple[str, str]:
    """Join the pieces of a value; return also the first macro that nothing defines, or nothing.

    `macros` has the texts of macros by their names in lower case. A macro that is not defined
    stands for its own name. White space at the ends stays, which the text of a macro may need:
    `@string{and = " and "}`. A value that cannot be read stays, without its delimiters.
    """
    value = raw.strip()
    # Of a malformed value as much is read as can be;
    # what is wrong with it, a rule says, not the reader.
    try:
        found = pieces(value)
    except Malformed:
        is_delimited = value[:1] + value[-1:] in ("{}", '""')
        return value[1:-1].strip() if is_delimited else value, ""
    text, undefined = "", ""
    for piece in found:
        if piece[0] in '{"':
            text += piece[1:-1]
        else:
            is_known = piece.isdecimal() or piece.lower() in macros
            undefined = undefined or ("" if is_known else piece)
            text += macros.get(piece.lower(), piece)
    return text, undefined


def pieces(value: str) -> list[str]:
    """The pieces of a value, each with its delimiters. Raises Malformed."""
    found, end = _pieces(value)
    if end < len(value):
        raise Malformed("has something after its end")
    return found


def field_after(value: str) -> tuple[str, int] | None:
    """The name of a field that a missing comma has made a part of `value`, and where it stands."""
    try:
        _, end = _pieces(value)
    except Malformed:
        return None
    match = _FIELD_AFTER.match(value, end)
    return (match[1], match.start(1)) if match else None


def _pieces(value: str) -> tuple[list[str], int]:
    found = []
    start = 0
    while True:
        end = _end_of_piece(value, start)
        found.append(value[start:end])
        joint = _JOINT.match(value, end)
        if not joint:
            return found, end
        start = joint.end()


def _end_of_piece(value: str, start: int) -> int:
    if start == len(value):
        raise Malformed("is empty")
    if value[start] in '{"':
        return end_of_delimited(value, start)
    match = _NUMBER_OR_MACRO.match(value, start)
    if not match:
        raise Malformed("is neither in braces nor a number")
    return match.end()


def end_of_delimited(value: str, start: int) -> int:
    """Where the piece ends that begins with a brace or a quote at `start`. Raises Malformed.

    Braces nest, and a quote within braces ends nothing: `"the {"}old{"} lamp"`. A brace after a
    backslash is a character like others.
    """
    closer = "}" if value[start] == "{" else '"'
    depth = 0
    for mark in _DELIMITER.finditer(value, start):
        depth += {"{": 1, "}": -1}.get(mark[0], 0)
        if depth < 0:
            break
        if depth == 0 and mark[0] == closer and mark.start() > start:
            return mark.end()
    # The quote or the outermost brace has no partner.
    raise Malformed("is not closed")


def month_number(text: str) -> int | None:
    """The month that a number or an English name stands for, such as `04`, `apr`, `Sept.`."""
    name = text.strip('{}". ').lower()
    if re.fullmatch(r"0?[1-9]|1[0-2]", name):
        return int(name)
    for number, month in enumerate(MONTHS, start=1):
        if len(name) >= 3 and month.lower().startswith(name):
            return number
    return None


def issued_in(year: str, month: str, day: str = "") -> str:
    """The ISO 8601 date of a year of four digits and a month; empty where the month is none.

    Lists write days or a second month into `month`, too: `20--22 jun`, `Dec. 3rd`, `July/August`.
    """
    text = _ORDINAL_OR_AND.sub("", month.lower())
    names = re.findall(r"[a-z]+", text)
    days = [number for number in re.findall(r"\d+", text) if number != year]
    if not names and len(days) == 1:  # `month = 6`
        names, days = days, []
    if not days and day.strip("{}").isdecimal():
        days = [day.strip("{}")]
    months = list(map(month_number, names))
    if (len(months), len(days)) not in _ENDS:
        return ""
    if len(months) == 1 and days:  # both days are of this month
        months *= len(days)
    dates = []
    for number, day in zip_longest(months, days, fillvalue=""):
        # The month 0 of an unknown name is no date.
        date = f"{year}-{number or 0:02}" + (f"-{day:0>2}" if day else "")
        if not Moment(date).parts:
            return ""
        dates.append(date)
    return "/".join(dates)
