"""Writes CSL-JSON items as RIS, with the tags that Zotero and EndNote read.

RIS cannot say that a name is a body's: a body whose name has a comma is read as `family, given`.
The other formats can.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from edition.citing.csl_item import CROSSWALK, CslDate, CslItem, CslName, named, page_range

TABLES = CROSSWALK["ris"]


def ris_name(name: CslName) -> str:
    """`van der Holm, Ludwig, Jr.`; a body as it is."""
    if "literal" in name:
        return name["literal"]
    family = f"{name.get('non-dropping-particle', '')} {name.get('family', '')}".strip()
    return ", ".join(filter(None, [family, name.get("given"), name.get("suffix")]))


def ris_date(date: CslDate) -> str:
    """`2024/04/12/`, `2024/04//`, `2024///`: four parts, the unknown ones empty."""
    parts = [f"{part:02}" for part in date["date-parts"][0]]
    return "/".join(parts + [""] * (4 - len(parts)))


def _derived(item: CslItem) -> CslItem:
    """What RIS has that is no variable of CSL, or another one.

    One range of pages has a start and an end; of several ranges only the whole is right.
    """
    first, last = page_range(item)
    serial_number = item.get("ISSN") or item.get("ISBN")
    return {
        "edition": item.get("version") or item.get("edition"),
        "year": str(item["issued"]["date-parts"][0][0]) if "issued" in item else "",
        "serial-number": item.get("number") if item["type"] == "report" else serial_number,
        "first-page": first or item.get("page"),
        "last-page": last,
    }


def _values(value: Any) -> list[str]:
    """The lines of a variable: one for each name, one for a date or a text."""
    if isinstance(value, list):
        return [ris_name(name) for name in named(value)]
    return [ris_date(value) if isinstance(value, dict) else value]


def _record(item: CslItem) -> str:
    known = item | _derived(item)
    lines = [f"TY  - {TABLES['types'].get(item['type'], 'GEN')}"]
    for tag, variables in TABLES["tags"].items():
        for variable in variables.split():
            if known.get(variable):
                lines += [f"{tag}  - {value}" for value in _values(known[variable])]
    return "\n".join([*lines, "ER  - ", ""])


def ris_of_items(items: Iterable[CslItem]) -> str:
    """RIS of the items, a blank line between them."""
    return "\n".join(map(_record, items)).strip() + "\n"
