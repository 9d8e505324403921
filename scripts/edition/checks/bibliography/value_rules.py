"""Rules for how values are written: titles, pages, volumes, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.checks.bibliography.fields import fields
from edition.checks.bibliography.values import is_braced
from edition.model import Edition
from edition.model.works.private_fields import is_private
from edition.model.works.reference import VERBATIM
from edition.model.works.tex import read_tex
from edition.problem import Location, Problems

_COMPARE = "Compare it with the publication."
_PAGE = r"(?:[A-Za-z]?\d+|[ivxlcdm]+)"
_PAGES = re.compile(rf"{_PAGE}(?:--{_PAGE})?(?:, {_PAGE}(?:--{_PAGE})?)*")
_VOLUME = re.compile(r"[1-9]\d*(?:(?:--|/)[1-9]\d*)?[A-Za-z]?|[A-Z]{1,4}-?\d+|[IVXLCDM]+")
_NUMBER_RANGE = re.compile(r"([1-9]\d{0,5})\s*[-–—]+\s*([1-9]\d{0,5})")
_VOLUME_AND_NUMBER = re.compile(r"(?:[Vv]ol(?:ume|\.)?\s*+)?0*+(\d++)\s*+\(0*+(\d++)\)")
_NAMED_NUMBER = re.compile(
    r"(?:(?:volume|vol|number|no|nr|issue|iss|band|bd|heft)\.?\s*)?0*+([1-9]\d*+)", re.IGNORECASE
)
# The form that covers nearly all DOIs, by Crossref's "DOIs and matching regular expressions".
# A short DOI has no registrant: `10/abc` (shortdoi.org).
_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+|10/[a-z0-9]+")
_RESOLVER = re.compile(r"(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:?\s*", re.IGNORECASE)
_BETWEEN_NUMBERS = re.compile(
    r"[,;]|\([^()]*\)|(?:\$\\backslash\$|\\textbackslash(?:\{\}|\s)|\\)[nr](?![a-z])"
)
_NOT_PRINTED = frozenset("abstract keywords keyword sortkey presort options execute key".split())


def undefined_macro(edition: Edition) -> Problems:
    """A macro, a value without braces, is defined by an `@string`: `journal = annals`.

    It stands above in the same list, or in another. BibTeX's own are the months, jan to dec. Of any
    other only the name would be printed.
    """
    used: dict[tuple[str, str, str], list[Location]] = {}
    for reference in edition.bibliography.entries:
        for name, macro in reference.macros.items():
            location = reference.line_of(name)
            used.setdefault((location.path, name, macro), []).append(location)
    for (_, name, macro), locations in used.items():
        count = f", which {len(locations)} entries have" if len(locations) > 1 else ""
        yield (
            locations[0],
            f"nothing defines the macro '{macro}'{count}.",
            f"Write `{name} = {{…}}`, or define it: `@string{{{macro} = {{…}}}}`.",
        )


def unread_markup(edition: Edition) -> Problems:
    """A value has no TeX that the edition cannot read: readers would see its source.

    Accents, symbols, `\\emph`, `\\textsuperscript`, `\\enquote` and their like are read, and so are
    simple mathematics between dollar signs and the HTML of catalogs, `<i>` or `&amp;`.
    """
    for reference in edition.bibliography.entries:
        for name, value in reference.fields.items():
            if name in _NOT_PRINTED or name in VERBATIM or is_private(name):
                continue
            for left in dict.fromkeys(read_tex(value).unread):
                yield (
                    reference.line_of(name),
                    f"'{left[:60]}' in '{name}' would be printed as it is.",
                    "Write the character itself, or take the command out.",
                )


def unbraced_title(edition: Edition) -> Problems:
    """A title is in two pairs of braces, `title = {{…}}`.

    Then no style writes its names in lower case.
    """
    for title in fields(edition, "title"):
        if not is_braced(title.value):
            yield (
                title.location,
                f"the title '{title.value[:60]}' is in one pair of braces.",
                "Write `title = {{…}},`.",
            )


def pages_form(edition: Edition) -> Problems:
    """Pages are numbers or ranges with two dashes, with a comma between: `95--116, 158`."""
    for pages in fields(edition, "pages"):
        if not _PAGES.fullmatch(pages.value):
            yield (
                pages.location,
                f"the pages '{pages.value}' are not of the common form.",
                _mends(mended_pages(pages.value)) or _COMPARE,
            )
        elif backward := _backward_range(pages.value):
            yield (
                pages.location,
                f"the pages '{backward}' end before they begin.",
                "Correct one of the two numbers, and write both in full.",
            )


def _mends(better: str) -> str:
    """The hint that `make format` writes a better value; empty where there is none."""
    return f"Run `make format`, which writes '{better}'." if better else ""


def mended_pages(pages: str) -> str:
    """`95--116, 158` for `{95-116,158}`; empty if the pages are right, or it is not certain.

    What would be a range backward may be one number with a dash in it: `8-2`.
    """
    bare = re.sub(r"^(?:pp?\.|pp?(?=\s))\s*", "", " ".join(pages.strip("{}").split()))
    tidy = re.sub(r"\s*,\s*", ", ", re.sub(r"\s*[-–—‐‑−]+\s*", "--", bare))
    certain = _PAGES.fullmatch(tidy) and not _backward_range(tidy)
    return tidy if certain and tidy != pages else ""


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

    They are not written `26 (02)`, `Vol. 26` or `02`. Letters that belong to them stay: `SMC-3`.
    """
    for field in fields(edition, "volume", "number"):
        # The number of a report is what its institution makes it: `WP/24/3`.
        is_number = field.name == "volume" or field.reference.type == "article"
        if is_number and not _VOLUME.fullmatch(field.value):
            yield (
                field.location,
                f"the {field.name} '{field.value}' is not a number.",
                _volume_hint(field.name, field.value),
            )


def _volume_hint(name: str, value: str) -> str:
    if both := _VOLUME_AND_NUMBER.fullmatch(value):
        return f"Write `volume = {{{both[1]}}}` and `number = {{{both[2]}}}`."
    number = _NAMED_NUMBER.fullmatch(value)
    otherwise = f"Write `{name} = {{{number[1]}}}`." if number else _COMPARE
    return _mends(mended_number(value)) or otherwise


def mended_number(value: str) -> str:
    """`11--12` for `11-12`; empty for a value that is right or not certain."""
    if match := _NUMBER_RANGE.fullmatch(value.strip("{}")):
        better = f"{match[1]}--{match[2]}"
        return better if better != value and int(match[1]) < int(match[2]) else ""
    return ""


def bad_doi(edition: Edition) -> Problems:
    """A DOI begins with `10.` and is written without its resolver: `doi = {10.1000/182}`."""
    for doi in fields(edition, "doi"):
        if not _DOI.fullmatch(doi.value):
            yield (
                doi.location,
                f"'{doi.value}' is not a DOI.",
                _mends(mended_doi(doi.value)) or "Copy it from the publisher's page.",
            )


def mended_doi(value: str) -> str:
    """A DOI without its resolver; empty for a value that is right, or holds no DOI."""
    match = _RESOLVER.match(value.strip("{} "))
    bare = value.strip("{} ")[match.end() :] if match else ""
    return bare if _DOI.fullmatch(bare) else ""


def bad_issn(edition: Edition) -> Problems:
    """An ISSN has eight digits, of which the last checks the others: `0028-0836`."""
    yield from _unsound_numbers(edition, "issn")


def bad_isbn(edition: Edition) -> Problems:
    """An ISBN has ten or thirteen digits, of which the last checks the others.

    A field may hold several, each perhaps with a word in parentheses: `(print)`.
    """
    yield from _unsound_numbers(edition, "isbn")


def _unsound_numbers(edition: Edition, name: str) -> Problems:
    # Lazy imports: the page of rules is made without them.
    from stdnum import isbn, issn
    from stdnum.exceptions import ValidationError

    validate = issn.validate if name == "issn" else isbn.validate
    for field in fields(edition, name):
        numbers = list(_numbers(field.value))
        if name == "isbn" and len(numbers) > 1 and all(map(issn.is_valid, numbers)):
            numbers = numbers[:1]  # of one journal, in print and on the web: told once
        for number in numbers:
            try:
                validate(number)
            except ValidationError as error:
                reason = str(error).rstrip(".").lower()
                hint = _COMPARE
                if name == "isbn" and issn.is_valid(number):
                    hint = f"It is an ISSN: write `issn = {{{number}}}`."
                yield (
                    field.location,
                    f"'{number}' is not an {name.upper()}: {reason}.",
                    hint,
                )


def _numbers(value: str) -> Iterator[str]:
    """The numbers of a field, between which lists have commas, spaces or line ends of TeX."""
    for part in _BETWEEN_NUMBERS.split(value):
        # A number may have spaces within, `978 3 16 148410 0`; two numbers are longer.
        several = [word for word in part.split() if len(word) > 7]
        yield from several if len(several) > 1 else filter(None, [part.strip()])
