"""In: CSL-JSON items. Out: RIS, written by rispy, with the tags that Zotero and EndNote read.

RIS cannot say that a name is a body's: one whose name holds a comma reads as `family, given`. The other formats can.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

import rispy

from edition.citing.csl_json import CslItem, csl_item
from edition.model import Edition, Reference

TYPES = {
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "book": "BOOK",
    "chapter": "CHAP",
    "dataset": "DATA",
    "manuscript": "MANSCPT",
    "paper-conference": "CONF",
    "report": "RPRT",
    "software": "COMP",
    "thesis": "THES",
    "webpage": "ELEC",
}
# Names of rispy for the tags TI, T2, T3, PB, CY, VL, IS, ET, LA, UR, DO, M3, N1 and OP.
PLAIN = {
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
}


def ris_name(name: dict[str, str]) -> str:
    """`van der Holm, Ludwig, Jr.`; a body as it is."""
    if "literal" in name:
        return name["literal"]
    family = " ".join(filter(None, [name.get("non-dropping-particle"), name.get("family")]))
    return ", ".join(filter(None, [family, name.get("given"), name.get("suffix")]))


def ris_date(value: dict[str, Any]) -> str:
    """`2024/04/12/`, `2024/04//`, `2024///`: the unknown stays empty, as the format wants it."""
    parts = value["date-parts"][0]
    return "/".join([f"{part:02}" for part in parts] + [""] * (4 - len(parts)))


def _entry(item: CslItem) -> dict[str, Any]:
    entry: dict[str, Any] = {"type_of_reference": TYPES.get(item["type"], "GEN"), "id": item["id"]}
    entry["authors"] = [ris_name(name) for name in item.get("author", [])]
    entry |= {tag: item[variable] for variable, tag in PLAIN.items() if variable in item}
    # ED is the tag that Zotero reads for every type; A2 and A3 mean other roles in some.
    entry["editors"] = [ris_name(name) for name in item.get("editor", [])]
    entry["urls"] = [item["URL"]] if "URL" in item else []
    if "issued" in item:
        entry |= {"year": str(item["issued"]["date-parts"][0][0]), "date": ris_date(item["issued"])}
    if "accessed" in item:
        entry["access_date"] = ris_date(item["accessed"])
    entry["issn"] = (
        item.get("number") if item["type"] == "report" else item.get("ISSN") or item.get("ISBN")
    )
    entry["notes"] = [item["note"]] if "note" in item else []
    first, dash, last = item.get("page", "").partition("-")
    # One range has a start and an end; of several only the whole is right.
    entry |= (
        {"start_page": first, "end_page": last}
        if dash and "," not in item["page"]
        else {"start_page": item.get("page")}
    )
    return {name: value for name, value in entry.items() if value}


_MAPPING = rispy.TAG_KEY_MAPPING | {"ED": "editors"}
_LISTS = [*rispy.LIST_TYPE_TAGS, "ED"]


class _Writer(rispy.RisWriter):
    DEFAULT_MAPPING = _MAPPING
    DEFAULT_LIST_TAGS = _LISTS

    def set_header(self, count: int) -> str:
        return ""  # stock files number their entries; the number would change with every new one


def ris_of_items(items: Iterable[CslItem]) -> str:
    """RIS of the items, a blank line between them."""
    return rispy.dumps([_entry(item) for item in items], implementation=_Writer).strip() + "\n"


def references_ris(edition: Edition) -> bytes:
    """The works that the paper cites."""
    return ris_of_items(csl_item(reference) for reference in edition.paper_references).encode()


def editors_ris(edition: Edition) -> bytes:
    """The works that only the editorial notes cite."""
    return ris_of_items(csl_item(reference) for reference in edition.editors_references).encode()


def entries_ris(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """Each work in a file of its own, `references/<key>.ris`: what a browser hands to a reference manager."""
    return {
        f"references/{reference.key}.ris": partial(_entry_ris, reference)
        for reference in edition.bibliography
    }


def _entry_ris(reference: Reference) -> bytes:
    return ris_of_items([csl_item(reference)]).encode()
