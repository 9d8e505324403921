"""An item of CSL-JSON: its variables, its names and its dates.

Source: the schema `csl-data.json` of Citation Style Language 1.0.2; the tests validate against it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from edition.language.dates import Moment

CslName = dict[str, str]
"""A person in parts (`family`, `given`, …); a body has only a `literal`."""
CslDate = dict[str, list[list[int]]]
"""A date as precise as known, `{"date-parts": [[2024, 4]]}`, or the two dates of a range."""
CslItem = dict[str, Any]
"""The variables of an item: texts, names and dates. What is unknown is absent, never empty."""

CROSSWALK: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("crosswalk.toml").read_text("utf-8")
)
"""What each format calls types and fields."""


def known(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts without those that have no value, in their order."""
    return {name: value for name, value in facts.items() if value}


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


def page_range(item: CslItem) -> tuple[str, str]:
    """First and last page of one range, `5-19`; empty for a single page or several ranges."""
    first, _, last = item.get("page", "").partition("-")
    return (first, last) if last and "," not in first + last else ("", "")
