"""Writes COinS: an OpenURL context object in a page, from which Zotero takes an item.

Formats: NISO Z39.88-2004 KEV, in the dialect that Zotero's translator writes and reads
(`info:ofi/fmt:kev:mtx:…`).
"""

from __future__ import annotations

from urllib.parse import urlencode

from edition.citing.csl_item import CROSSWALK, CslItem, iso_date, named, page_range
from edition.citing.ris import ris_name

TABLES = CROSSWALK["coins"]

Pairs = list[tuple[str, str]]


def _authors(item: CslItem, person: str) -> Pairs:
    """Each author: a person in the field `person`, a body in one that is not taken apart."""
    return [
        ("rft.aucorp" if "literal" in name else person, ris_name(name))
        for name in named(item.get("author", []))
    ]


def _first_author(item: CslItem) -> Pairs:
    """The first author in parts; none where it is a body."""
    first = item.get("author", [{}])[0]
    given = first.get("given", "") if "family" in first else ""
    return [("rft.aulast", first.get("family", "")), ("rft.aufirst", given)]


def coins(item: CslItem) -> str:
    """The `title` of a `<span class="Z3988">`, not yet escaped for HTML."""
    types = TABLES["types"]
    format, genre, title, container = types.get(item["type"], types["document"])
    is_dc = format == "dc"
    pairs = [
        ("url_ver", "Z39.88-2004"),
        ("ctx_ver", "Z39.88-2004"),
        ("rfr_id", "info:sid/edition"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{format}"),
        ("rft.type" if is_dc else "rft.genre", genre),
        (title, item.get("title")),
        (container, item.get("container-title")),
        ("rft.inst", item.get("publisher") if format == "dissertation" else ""),
    ]
    pairs += [(field, item.get(variable)) for field, variable in TABLES["fields"].items()]
    if is_dc:
        pairs += _authors(item, "rft.creator")
    else:
        pairs += _first_author(item) + _authors(item, "rft.au")
    first_page, last_page = page_range(item)
    pairs += [
        ("rft.spage", first_page),
        ("rft.epage", last_page),
        ("rft.date", iso_date(item.get("issued"))),
        ("rft_id", f"info:doi/{item['DOI']}" if "DOI" in item else ""),
        ("rft.identifier" if is_dc else "rft_id", item.get("URL")),
    ]
    return urlencode([(name, value) for name, value in pairs if name and value])
