"""Rules for how values are written: titles, pages, volumes, identifiers."""

from __future__ import annotations

import html
import re
from collections.abc import Callable

from stdnum import isbn, issn
from stdnum.exceptions import ValidationError

from edition.checks.bibliography.fields import fields
from edition.checks.bibliography.values import is_braced
from edition.model import Edition
from edition.model.works.private_fields import is_private
from edition.model.works.reference import VERBATIM
from edition.model.works.tex import read_tex
from edition.problem import Problem, Problems

_PAGE = r"(?:[A-Za-z]?\d+|[ivxlcdm]+)"
_PAGES = re.compile(rf"{_PAGE}(?:--{_PAGE})?(?:, {_PAGE}(?:--{_PAGE})?)*")
_VOLUME = re.compile(r"[1-9]\d*(?:--[1-9]\d*)?|[IVXLCDM]+")
_VOLUME_AND_NUMBER = re.compile(r"(?:[Vv]ol(?:ume|\.)?\s*+)?0*+(\d++)\s*+\(0*+(\d++)\)")
_NUMBER_AT_END = re.compile(r"\D{0,8}+0*+([1-9]\d*+)")
# The form that covers nearly all DOIs, by Crossref's "DOIs and matching regular expressions".
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_NOT_PRINTED = frozenset("abstract keywords keyword sortkey presort options execute key".split())
_HTML = re.compile(
    r"<(?:i|em|b|strong|sub|sup|scp|inf|sc|u|p|br|span|div|title|jats:\w+|mml:\w+)(?:\s[^<>]*)?/?>"
    r"|&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});"
)
_SPECIAL, _BACKSLASHED = re.compile(r"[%#&_$]"), r"\\\g<0>"
_COMMANDS = {
    "i": "emph",
    "em": "emph",
    "b": "textbf",
    "strong": "textbf",
    "sub": "textsubscript",
    "inf": "textsubscript",
    "sup": "textsuperscript",
    "scp": "textsc",
    "sc": "textsc",
}
"""Elements of HTML, and the commands that the edition reads."""
_RESOLVER = re.compile(r"https?://(?:dx\.)?doi\.org/|doi:\s*", re.IGNORECASE)


def unbraced_title(edition: Edition) -> Problems:
    """A title is in two pairs of braces, `title = {{…}}`.

    Then no style writes its names in lower case.
    """
    for title in fields(edition, "title"):
        if not is_braced(title.value):
            yield Problem(
                title.location,
                "unbraced-title",
                f"the title '{title.value[:60]}' is in one pair of braces.",
                "Write `title = {{…}},`.",
            )


def pages_form(edition: Edition) -> Problems:
    """Pages are numbers or ranges with two dashes, with a comma between: `95--116, 158`."""
    for pages in fields(edition, "pages"):
        if not _PAGES.fullmatch(pages.value):
            tidy = _tidy_pages(pages.value)
            known = _PAGES.fullmatch(tidy)
            yield Problem(
                pages.location,
                "pages-form",
                f"the pages '{pages.value}' are not of the common form.",
                f"Write '{tidy}'." if known else "Write them like '95--116, 158'.",
            )
        elif backward := _backward_range(pages.value):
            yield Problem(
                pages.location,
                "pages-form",
                f"the pages '{backward}' end before they begin.",
                "Correct one of the two numbers, and write both in full.",
            )


def _tidy_pages(pages: str) -> str:
    bare = re.sub(r"^pp?\.?\s*", "", " ".join(pages.split()))
    return re.sub(r"\s*,\s*", ", ", re.sub(r"\s*[-–—‐‑−]+\s*", "--", bare))


def _backward_range(pages: str) -> str:
    """The first range whose first number is greater than its second, or empty."""
    for match in re.finditer(r"\b(\d+)--(\d+)", pages):
        # By length and then by digits: Python refuses to read numbers of thousands of digits.
        first, last = (number.lstrip("0") for number in match.groups())
        if (len(first), first) > (len(last), last):
            return match[0]
    return ""


def volume_form(edition: Edition) -> Problems:
    """Volume and number of an article are numbers: `volume = {26}, number = {2}`.

    They are not written `26 (02)`, `Vol. 26` or `02`.
    """
    for field in fields(edition, "volume", "number"):
        # The number of a report is what its institution makes it: `WP/24/3`.
        is_number = field.name == "volume" or field.reference.type == "article"
        if is_number and not _VOLUME.fullmatch(field.value):
            yield Problem(
                field.location,
                "volume-form",
                f"the {field.name} '{field.value}' is not a number.",
                _volume_hint(field.name, field.value),
            )


def _volume_hint(name: str, value: str) -> str:
    if both := _VOLUME_AND_NUMBER.fullmatch(value):
        return f"Write `volume = {{{both[1]}}}` and `number = {{{both[2]}}}`."
    if number := _NUMBER_AT_END.fullmatch(value):
        return f"Write `{name} = {{{number[1]}}}`."
    return "Write the number alone."


def bad_doi(edition: Edition) -> Problems:
    """A DOI begins with `10.` and is written without its resolver: `doi = {10.1000/182}`."""
    for doi in fields(edition, "doi"):
        if not _DOI.fullmatch(doi.value):
            bare = _RESOLVER.sub("", doi.value, count=1)
            known = _DOI.fullmatch(bare)
            yield Problem(
                doi.location,
                "bad-doi",
                f"'{doi.value}' is not a DOI.",
                f"Write `doi = {{{bare}}}`." if known else "Copy it from the publisher's page.",
            )


def bad_issn(edition: Edition) -> Problems:
    """An ISSN has eight digits, of which the last checks the others: `0028-0836`."""
    yield from _unsound_numbers(edition, "issn", issn.validate)


def bad_isbn(edition: Edition) -> Problems:
    """An ISBN has ten or thirteen digits, of which the last checks the others."""
    yield from _unsound_numbers(edition, "isbn", isbn.validate)


def _unsound_numbers(edition: Edition, name: str, validate: Callable[[str], str]) -> Problems:
    for field in fields(edition, name):
        for number in re.split(r"\s*[,;]\s*", field.value.strip(" ,;")):
            try:
                validate(number)
            except ValidationError as error:
                reason = str(error).rstrip(".").lower()
                yield Problem(
                    field.location,
                    f"bad-{name}",
                    f"'{number}' is not an {name.upper()}: {reason}.",
                    "Compare it with the publication.",
                )


def undefined_macro(edition: Edition) -> Problems:
    """A macro, a value without braces, is defined by an `@string` above it: `journal = annals`.

    BibTeX's own are the months, jan to dec. Of any other only the name would be printed.
    """
    for reference in edition.bibliography.entries:
        for name, macro in reference.macros.items():
            yield Problem(
                reference.line_of(name),
                "undefined-macro",
                f"nothing defines the macro '{macro}'.",
                f"Write `{name} = {{…}}`, or define it: `@string{{{macro} = {{…}}}}`.",
            )


def unread_markup(edition: Edition) -> Problems:
    """A value has no TeX that the edition cannot read, and no HTML: readers would see its source.

    Accents, symbols, `\\emph`, `\\textsuperscript`, `\\enquote` and their like are read, and so is
    simple mathematics between dollar signs.
    """
    for reference in edition.bibliography.entries:
        for name, value in reference.fields.items():
            if name in _NOT_PRINTED or name in VERBATIM or is_private(name):
                continue
            for left in _left_over(value):
                yield Problem(
                    reference.line_of(name),
                    "unread-markup",
                    f"'{left[:60]}' in '{name}' would be printed as it is.",
                    _markup_hint(left),
                )


def _left_over(value: str) -> list[str]:
    read = read_tex(value)
    return list(dict.fromkeys([*read.unread, *_HTML.findall(read.plain)]))


def _markup_hint(left: str) -> str:
    if left.startswith("\\"):
        return "Write the character itself, or take the command out."
    if left.startswith("&"):
        return f"Write '{_SPECIAL.sub(_BACKSLASHED, html.unescape(left))}'."
    command = _COMMANDS.get(left.strip("<>/").split()[0].lower())
    return f"Write `\\{command}{{…}}`." if command else "Take it out."


RULES = [
    undefined_macro,
    unread_markup,
    unbraced_title,
    pages_form,
    volume_form,
    bad_doi,
    bad_issn,
    bad_isbn,
]
