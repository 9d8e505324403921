"""Rules of how values are written: titles, pages, volumes, identifiers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import isbn, issn
from stdnum.exceptions import ValidationError

from edition.model import Edition
from edition.problem import Problem

_PAGE = r"(?:[A-Za-z]?\d+|[ivxlcdm]+)"
_PAGES = re.compile(rf"{_PAGE}(?:--{_PAGE})?(?:, {_PAGE}(?:--{_PAGE})?)*")
# The form that covers nearly all DOIs, by Crossref's "DOIs and matching regular expressions".
_DOI = re.compile(r"10\.\d{4,9}/\S+")


def _size(digits: str) -> tuple[int, str]:
    """Orders numbers of any length, of which Python refuses to read the longest."""
    return len(digits.lstrip("0")), digits.lstrip("0")


def is_braced(value: str) -> bool:
    """Whether one pair of braces holds the whole value: `{Orrin}` does, `{A} and {B}` does not."""
    depth = 0
    for at, character in enumerate(value):
        escaped = at and value[at - 1] == "\\"
        depth += 0 if escaped else {"{": 1, "}": -1}.get(character, 0)
        if depth == 0:
            return at == len(value) - 1 and at > 0
    return False


def unbraced_title(edition: Edition) -> Iterator[Problem]:
    """A title stands in two pairs of braces, `title = {{…}}`, so that no style lower-cases its names."""
    for reference in edition.bibliography.entries:
        title = reference.fields.get("title", "")
        if title and not is_braced(title):
            yield Problem(
                reference.line_of("title"),
                "unbraced-title",
                f"the title '{title[:60]}' stands in one pair of braces.",
                "Write `title = {{…}},`.",
            )


def pages_form(edition: Edition) -> Iterator[Problem]:
    """Pages are numbers, ranges with two dashes, and a comma and a space between them: `95--116, 158--159`."""
    for reference in edition.bibliography.entries:
        pages = reference.fields.get("pages", "")
        if not pages:
            continue
        if not _PAGES.fullmatch(pages):
            tidy = re.sub(
                r"\s*,\s*",
                ", ",
                re.sub(
                    r"\s*[-–—‐‑−]+\s*", "--", re.sub(r"^pp?\.?\s*", "", " ".join(pages.split()))
                ),
            )
            hint = (
                f"Write '{tidy}'." if _PAGES.fullmatch(tidy) else "Write them like '95--116, 158'."
            )
            yield Problem(
                reference.line_of("pages"),
                "pages-form",
                f"the pages '{pages}' are not of the common form.",
                hint,
            )
        elif wrong := next(
            (m for m in re.finditer(r"\b(\d+)--(\d+)", pages) if _size(m[1]) > _size(m[2])), None
        ):
            yield Problem(
                reference.line_of("pages"),
                "pages-form",
                f"the pages '{wrong[0]}' end before they begin.",
                "Correct one of the two numbers, and write both in full.",
            )


def volume_form(edition: Edition) -> Iterator[Problem]:
    """Volume and number of an article are numbers: `volume = {26}, number = {2}`, not `26 (02)`, `Vol. 26` or `02`."""
    for reference in edition.bibliography.entries:
        for name in ("volume", "number") if reference.type == "article" else ("volume",):
            value = reference.fields.get(name, "")
            if not value or re.fullmatch(r"[1-9]\d*(?:--[1-9]\d*)?|[IVXLCDM]+", value):
                continue
            if match := re.fullmatch(
                r"(?:[Vv]ol(?:ume|\.)?\s*+)?0*+(\d++)\s*+\(0*+(\d++)\)", value
            ):
                hint = f"Write `volume = {{{match[1]}}}` and `number = {{{match[2]}}}`."
            elif match := re.fullmatch(r"\D{0,8}+0*+([1-9]\d*+)", value):
                hint = f"Write `{name} = {{{match[1]}}}`."
            else:
                hint = "Write the number alone."
            yield Problem(
                reference.line_of(name),
                "volume-form",
                f"the {name} '{value}' is not a number.",
                hint,
            )


def bad_doi(edition: Edition) -> Iterator[Problem]:
    """A DOI begins with `10.` and stands without its resolver: `doi = {10.1000/182}`."""
    for reference in edition.bibliography.entries:
        doi = reference.fields.get("doi", "")
        if doi and not _DOI.fullmatch(doi):
            bare = re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", doi, flags=re.IGNORECASE)
            hint = (
                f"Write `doi = {{{bare}}}`."
                if bare != doi and _DOI.fullmatch(bare)
                else "Copy it from the publisher's page."
            )
            yield Problem(reference.line_of("doi"), "bad-doi", f"'{doi}' is not a DOI.", hint)


def bad_issn(edition: Edition) -> Iterator[Problem]:
    """An ISSN has eight digits of which the last checks the others: `0028-0836`."""
    yield from _checked(edition, "issn", issn)


def bad_isbn(edition: Edition) -> Iterator[Problem]:
    """An ISBN has ten or thirteen digits of which the last checks the others."""
    yield from _checked(edition, "isbn", isbn)


def _checked(edition: Edition, name: str, standard) -> Iterator[Problem]:
    for reference in edition.bibliography.entries:
        for value in filter(None, map(str.strip, re.split("[,;]", reference.fields.get(name, "")))):
            try:
                standard.validate(value)
            except ValidationError as error:
                yield Problem(
                    reference.line_of(name),
                    f"bad-{name}",
                    f"'{value}' is not an {name.upper()}: {str(error).rstrip('.').lower()}.",
                    "Compare it with the publication.",
                )


RULES = [unbraced_title, pages_form, volume_form, bad_doi, bad_issn, bad_isbn]
