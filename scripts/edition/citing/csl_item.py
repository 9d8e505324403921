"""The types of CSL-JSON: one item, its names and its dates.

Source: the schema `csl-data.json` of Citation Style Language 1.0.2; the tests validate against it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict, cast

from edition.language.dates import Moment

CslName = TypedDict(
    "CslName",
    {"family": str, "given": str, "non-dropping-particle": str, "suffix": str, "literal": str},
    total=False,
)
"""A person in parts; a body has only a `literal`."""

CslDate = TypedDict("CslDate", {"date-parts": list[list[int]]})
"""A date as precise as known, `[[2024, 4]]`, or the two dates of a range."""

CslItem = TypedDict(
    "CslItem",
    {
        "id": str,
        "type": str,
        "title": str,
        "author": list[CslName],
        "editor": list[CslName],
        "translator": list[CslName],
        "container-author": list[CslName],
        "container-title": str,
        "collection-title": str,
        "collection-number": str,
        "original-title": str,
        "event-title": str,
        "event-place": str,
        "event-date": CslDate,
        "publisher": str,
        "publisher-place": str,
        "volume": str,
        "number-of-volumes": str,
        "number-of-pages": str,
        "part-number": str,
        "chapter-number": str,
        "issue": str,
        "number": str,
        "page": str,
        "edition": str,
        "version": str,
        "genre": str,
        "note": str,
        "annote": str,
        "status": str,
        "title-short": str,
        "PMID": str,
        "PMCID": str,
        "keyword": str,
        "language": str,
        "DOI": str,
        "ISBN": str,
        "ISSN": str,
        "URL": str,
        "issued": CslDate,
        "accessed": CslDate,
        "original-date": CslDate,
    },
    total=False,
)
"""An item of CSL-JSON."""


def known(facts: Mapping[str, object]) -> dict[str, object]:
    """The facts without those that have no value: what is unknown is absent, never empty."""
    return {name: value for name, value in facts.items() if value}


def make_item(variables: Mapping[str, object]) -> CslItem:
    """An item of those variables that have a value, in their order."""
    return cast(CslItem, known(variables))


def text_of(item: CslItem, variable: str) -> str:
    """The value of a variable that holds text; empty where the item has none."""
    value = item.get(variable)
    return value if isinstance(value, str) else ""


def csl_date(iso: str) -> CslDate | None:
    """`2024-04` → `{"date-parts": [[2024, 4]]}`; a range has two; None for what is no date."""
    moments = [Moment(part.strip()) for part in iso.split("/")]
    are_days = all(1 <= len(moment.parts) <= 3 for moment in moments)
    if len(moments) > 2 or not are_days:
        return None
    return {"date-parts": [list(moment.parts) for moment in moments]}


def iso_date(date: CslDate | None) -> str:
    """A date in ISO 8601, as precise as known; the first of a range; empty for None."""
    return "-".join(f"{part:02}" for part in date["date-parts"][0]) if date else ""


def named(names: list[CslName]) -> list[CslName]:
    """The names without BibTeX's `others`, which pandoc alone reads as "et al."."""
    return [name for name in names if name.get("literal") != "others"]


def page_range(item: CslItem) -> tuple[str, str] | None:
    """First and last page of one range, `5-19`; None for a single page or several ranges."""
    pages = item.get("page", "")
    if "-" not in pages or "," in pages:
        return None
    first, _, last = pages.partition("-")
    return first, last
