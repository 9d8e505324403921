"""Rules of the dates of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from urllib.parse import urlsplit

from edition.model import Edition, Reference
from edition.problem import Problem

FIELDS = ("date", "urldate", "origdate", "eventdate", "archivedate")
_ISO = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
# The ways in which addresses hold dates: /2024-04/12/, /2024/4/29/, /2023/1208/, t20240523_, n20231206_, /20240611/, /202405/.
_Y, _M, _D = r"((?:19|20)\d\d)", r"(0?[1-9]|1[0-2])", r"(0?[1-9]|[12]\d|3[01])"
_M2, _D2 = r"(0[1-9]|1[0-2])", r"(0[1-9]|[12]\d|3[01])"
_IN_PATH = [
    re.compile(rf"/{_Y}[-/]{_M}[-/]{_D}(?=[/_.-]|$)"),
    re.compile(rf"/{_Y}/{_M2}{_D2}(?=[/_.-]|$)"),
    re.compile(rf"(?:/|/[a-z]|_|-){_Y}{_M2}{_D2}(?=[/_.-]|$)"),
    re.compile(rf"/{_Y}[-/]?{_M2}(?=/)"),
]

Parts = tuple[int, ...]


def read_date(iso: str) -> Parts | None:
    """`2024-04-12` → (2024, 4, 12), `2024` → (2024,); None where it is no date of the calendar."""
    match = _ISO.fullmatch(iso)
    if not match:
        return None
    parts = tuple(int(part) for part in match.groups() if part)
    try:
        date(*(*parts, 1, 1)[:3])
    except ValueError:
        return None
    return parts


def _agree(one: Parts, other: Parts) -> bool:
    return all(a == b for a, b in zip(one, other, strict=False))


def _month(value: str) -> int | None:
    plain = value.strip("{}. ").lower()
    if plain.isdecimal() and plain.isascii():
        return int(plain) if len(plain) < 3 and 1 <= int(plain) <= 12 else None
    return _MONTHS.index(plain[:3]) + 1 if plain[:3] in _MONTHS else None


def impossible_date(edition: Edition) -> Iterator[Problem]:
    """A date is one of the calendar in ISO form, as precise as known: `2024`, `2024-06`, `2024-06-15`.

    A range has a slash: `1990/1995`. Year and month are numbers. Where no date is known, leave it out.
    """
    for reference in edition.bibliography.entries:
        for name in FIELDS:
            value = reference.text(name)
            ends = [end for end in value.split("/") if end]
            if value and (len(ends) not in (1, 2) or any(read_date(end) is None for end in ends)):
                yield Problem(
                    reference.line_of(name),
                    "impossible-date",
                    f"the {name} '{value}' is not a date.",
                    "Write it like '2024-06-15', '2024-06' or '2024'.",
                )
        year, month = reference.text("year"), reference.text("month")
        if year and read_date(year) is None:
            yield Problem(
                reference.line_of("year"),
                "impossible-date",
                f"the year '{year}' is not a year.",
                "Write four digits, or leave it out where it is unknown.",
            )
        if month and _month(month) is None:
            yield Problem(
                reference.line_of("month"),
                "impossible-date",
                f"the month '{month}' is not a month.",
                "Write a number from 1 to 12.",
            )


def mixed_date(edition: Edition) -> Iterator[Problem]:
    """`date`, `year` and `month` say the same; `date` is the one that is shown, the other two are for tools that know no date."""
    for reference in edition.bibliography.entries:
        dated = read_date(reference.text("date").split("/")[0])
        year, month = read_date(reference.text("year")), _month(reference.text("month"))
        if dated and year and year[0] != dated[0]:
            message = f"the year '{year[0]}' disagrees with the date '{reference.text('date')}'."
            yield Problem(
                reference.line_of("year"), "mixed-date", message, "Correct whichever is wrong."
            )
        if dated and month and month != (dated[1] if len(dated) > 1 else None):
            message = f"the month '{reference.text('month')}' disagrees with the date '{reference.text('date')}'."
            yield Problem(
                reference.line_of("month"), "mixed-date", message, "Correct whichever is wrong."
            )


def access_before_publication(edition: Edition) -> Iterator[Problem]:
    """A page was read on the day of its publication or later: `urldate` is not before `date`."""
    for reference in edition.bibliography.entries:
        issued, read = read_date(reference.date.split("/")[0]), read_date(reference.accessed)
        if issued and read:
            precise = min(len(issued), len(read))
            if read[:precise] < issued[:precise]:
                message = f"'{reference.key}' was read on '{reference.accessed}', before its date '{reference.date}'."
                yield Problem(
                    reference.line_of("urldate"),
                    "access-before-publication",
                    message,
                    "Correct whichever is wrong.",
                )


def date_against_address(edition: Edition) -> Iterator[Problem]:
    """A date in the address (`/2024-04/12/`, `t20240412_`) does not contradict `date`.

    Publishers put the day of publication there. Where both are right, say why in docs/data/exceptions.yml.
    """
    for reference in edition.bibliography.entries:
        issued, held = read_date(reference.date), _date_in(reference)
        if issued and held and not _agree(issued, held):
            said = "-".join(f"{part:02}" for part in held)
            message = f"the date '{reference.date}' is not that in the address, '{said}'."
            yield Problem(
                reference.line_of("date"),
                "date-against-address",
                message,
                "Compare it with the page; correct the date or the address.",
            )


def _date_in(reference: Reference) -> Parts | None:
    try:
        path = urlsplit(reference.url).path
    except ValueError:
        return None
    for pattern in _IN_PATH:
        if match := pattern.search(path):
            parts = tuple(int(part) for part in match.groups())
            return read_date("-".join(f"{part:02}" for part in parts))
    return None


RULES = [impossible_date, mixed_date, access_before_publication, date_against_address]
