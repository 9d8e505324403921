"""Rules for the dates of an entry."""

from __future__ import annotations

import re

from edition.checks.addresses import split_address
from edition.checks.date_parts import Parts, agree, date_parts, is_before
from edition.model import Edition, Moment, Reference
from edition.model.works.bib_value import issued_in, month_number
from edition.problem import Problems

FIELDS = ("date", "urldate", "origdate", "eventdate", "archivedate")
_IN_ADDRESSES = [
    # /2024-04/12/, /2024/4/29/
    r"/((?:19|20)\d\d)[-/](0?[1-9]|1[0-2])[-/](0?[1-9]|[12]\d|3[01])(?=[/_.-]|$)",
    # /2023/1208/
    r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)",
    # /t20240523_, /20240611/
    r"(?:/|/[a-z]|_|-)((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)",
    # /202405/, /2024-05/
    r"/((?:19|20)\d\d)[-/]?(0[1-9]|1[0-2])(?=/)",
]
_YEARS = re.compile(r"(\d{4}) ?[-–—/]+ ?(\d{2}|\d{4})")
_STATES = frozenset("inpreparation submitted forthcoming inpress prepublished".split())
# biblatex's manual, "Date Specifications": a year before ours, a season, unknown digits, seconds.
_EXTENDED = re.compile(
    r"-\d{4}(?:-\d\d){0,2}|\d{4}-2[1-4]|\d\d(?:\d|X)X|\d{4}-(?:\d\d|XX)-XX"
    r"|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?"
)
_CORRECT = "Correct whichever is wrong."


def impossible_date(edition: Edition) -> Problems:
    """A date is one of the calendar, as precise as known: `2024`, `2024-06`, `2024-06-15`.

    A range has a slash: `1990/1995`. Times, seasons and doubt are written as biblatex has them:
    `2004-04-25T14:34Z`, `2024-21`, `1988?`. Year and month are numbers. If no date is known, leave
    it out.
    """
    for reference in edition.bibliography.entries:
        for name in (*FIELDS, "year", "month"):
            value = reference.text(name)
            if value and (hint := _hint(name, value)):
                kind = "date" if name in FIELDS else name
                yield (
                    reference.line_of(name),
                    f"the {name} '{value}' is not a {kind}.",
                    hint,
                )


def _hint(name: str, value: str) -> str:
    """How to write what is no date, year or month; empty for what is one."""
    if name == "year":
        return "" if date_parts(value) else _year_hint(value)
    if name == "month":
        return "" if issued_in("2000", value) else "Write a number from 1 to 12."
    return "" if _is_date_or_range(value) else "Write it like '2024-06-15', '2024-06' or '2024'."


def _year_hint(year: str) -> str:
    """How biblatex says what stands in the place of a year: a range of years, or `in press`."""
    if years := _YEARS.fullmatch(year):
        first, last = years.groups()
        return f"Write `date = {{{first}/{first[: 4 - len(last)]}{last}}}`."
    state = re.sub(r"[^a-z]", "", year.lower())
    if state in _STATES:
        return f"Write `pubstate = {{{state}}}`."
    return "Write four digits, or leave it out if it is unknown."


def _is_date_or_range(value: str) -> bool:
    ends = [end for end in value.split("/") if end.strip(".")]
    return len(ends) in (1, 2) and all(_is_date(end) for end in ends)


def _is_date(value: str) -> bool:
    bare = value.rstrip("?~%")
    return bool(date_parts(bare) or len(Moment(bare).parts) > 3 or _EXTENDED.fullmatch(bare))


def mixed_date(edition: Edition) -> Problems:
    """`date`, `year` and `month` say the same.

    `date` is the one that is shown; the other two are for tools that do not know it.
    """
    for reference in edition.bibliography.entries:
        date = reference.text("date")
        parts = date_parts(date.split("/")[0])
        year, month = date_parts(reference.text("year")), month_number(reference.text("month"))
        if parts and year and year[0] != parts[0]:
            yield (
                reference.line_of("year"),
                f"the year '{year[0]}' disagrees with the date '{date}'.",
                _CORRECT,
            )
        if len(parts) > 1 and month and parts[1] != month:
            yield (
                reference.line_of("month"),
                f"the month '{reference.text('month')}' disagrees with the date '{date}'.",
                _CORRECT,
            )


def access_before_publication(edition: Edition) -> Problems:
    """A page was read on the day of its publication or later: `urldate` is not before `date`.

    What appears in a journal or a book is often on the web before its date, and not compared.
    """
    for reference in edition.bibliography.entries:
        if reference.value("journal") or reference.value("booktitle"):
            continue
        date, accessed = reference.date, reference.accessed
        issued = date_parts(date.split("/")[0])
        if is_before(date_parts(accessed), issued):
            yield (
                reference.line_of("urldate"),
                f"'{reference.key}' was read on '{accessed}', before its date '{date}'.",
                _CORRECT,
            )


def date_against_address(edition: Edition) -> Problems:
    """A date in the address (`/2024-04/12/`, `t20240412_`) does not contradict `date`.

    Publishers put the day of publication there. If both are right, say why in
    docs/data/exceptions.yml.
    """
    for reference in edition.bibliography.entries:
        found = _date_in_address(reference)
        if not agree(date_parts(reference.date), found):
            written = "-".join(f"{part:02}" for part in found)
            yield (
                reference.line_of("date"),
                f"the date '{reference.date}' is not that in the address, '{written}'.",
                "Compare it with the page; correct the date or the address.",
            )


def _date_in_address(reference: Reference) -> Parts:
    path = split_address(reference.url).path
    for pattern in _IN_ADDRESSES:
        if match := re.search(pattern, path):
            return date_parts("-".join(part.zfill(2) for part in match.groups()))
    return ()
