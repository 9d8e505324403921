"""Writes CSL-JSON items as RIS, by rispy, with the tags that Zotero and EndNote read.

RIS cannot say that a name is a body's: a body whose name has a comma is read as `family, given`.
The other formats can.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import rispy

from edition.citing.csl_item import CslDate, CslItem, CslName, known, named, page_range, text_of

TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "pamphlet": "PAMP",
    "chapter": "CHAP",
    "dataset": "DATA",
    "entry-encyclopedia": "ENCYC",
    "figure": "FIGURE",
    "graphic": "ART",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "MANSCPT",
    "motion_picture": "MPCT",
    "paper-conference": "CONF",
    "patent": "PAT",
    "periodical": "SER",
    "personal_communication": "PCOMM",
    "report": "RPRT",
    "review": "JOUR",
    "software": "COMP",
    "song": "MUSIC",
    "standard": "STAND",
    "thesis": "THES",
    "webpage": "ELEC",
}
FIELDS = {
    "title": "title",
    "container-title": "secondary_title",
    "collection-title": "tertiary_title",
    "publisher": "publisher",
    "publisher-place": "place_published",
    "volume": "volume",
    "issue": "number",
    "edition": "edition",
    "version": "edition",
    "language": "language",
    "DOI": "doi",
    "genre": "type_of_work",
    "original-title": "original_publication",
    "number-of-volumes": "number_of_volumes",
    "title-short": "short_title",
}
"""CSL's variables, and rispy's names of the tags TI, T2, T3, PB, CY, VL, IS, ET, LA, DO, M3, OP."""


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


def _dates(item: CslItem) -> dict[str, object]:
    fields: dict[str, object] = {}
    if "issued" in item:
        fields["year"] = str(item["issued"]["date-parts"][0][0])
        fields["date"] = ris_date(item["issued"])
    if "accessed" in item:
        fields["access_date"] = ris_date(item["accessed"])
    return fields


def _serial_number(item: CslItem) -> str:
    """What stands in SN: a report's number, the ISSN or the ISBN."""
    if item["type"] == "report":
        return item.get("number", "")
    return item.get("ISSN") or item.get("ISBN", "")


def _pages(item: CslItem) -> dict[str, object]:
    """One range has a start and an end; of several ranges only the whole is right."""
    pages = page_range(item)
    if pages is None:
        return {"start_page": item.get("page")}
    return {"start_page": pages[0], "end_page": pages[1]}


def _entry(item: CslItem) -> dict[str, object]:
    """The item by rispy's names. The order of the tags is that of this dictionary."""
    entry: dict[str, object] = {
        "type_of_reference": TYPES.get(item["type"], "GEN"),
        "id": item["id"],
        "authors": [ris_name(name) for name in named(item.get("author", []))],
    }
    for variable, field in FIELDS.items():
        if variable in item:
            entry[field] = text_of(item, variable)
    entry["editors"] = [ris_name(name) for name in named(item.get("editor", []))]
    entry["subsidiary_authors"] = [ris_name(name) for name in named(item.get("translator", []))]
    entry["urls"] = [item["URL"]] if "URL" in item else []
    entry |= _dates(item)
    entry["issn"] = _serial_number(item)
    entry["notes"] = [item["note"]] if "note" in item else []
    entry |= _pages(item)
    return known(entry)


class _Writer(rispy.RisWriter):  # type: ignore[misc]  # rispy has no types
    # ED is the tag of editors that Zotero reads for every type; A2 and A3 mean other roles in some.
    DEFAULT_MAPPING: ClassVar[dict[str, str]] = rispy.TAG_KEY_MAPPING | {"ED": "editors"}
    DEFAULT_LIST_TAGS: ClassVar[list[str]] = [*rispy.LIST_TYPE_TAGS, "ED"]

    def set_header(self, count: int) -> str:
        """No number before an entry: it would change with every new one."""
        return ""


def ris_of_items(items: Iterable[CslItem]) -> str:
    """RIS of the items, a blank line between them."""
    text: str = rispy.dumps([_entry(item) for item in items], implementation=_Writer)
    return text.strip() + "\n"
