"""Writes COinS: an OpenURL context object in a page, from which Zotero takes an item.

Formats: NISO Z39.88-2004 KEV, in the dialect that Zotero's translator writes and reads
(`info:ofi/fmt:kev:mtx:…`).
"""

from __future__ import annotations

from urllib.parse import urlencode

from edition.citing.csl_item import CslItem, iso_date, named, page_range, text_of
from edition.citing.ris import ris_name

JOURNAL = "info:ofi/fmt:kev:mtx:journal"
BOOK = "info:ofi/fmt:kev:mtx:book"
DISSERTATION = "info:ofi/fmt:kev:mtx:dissertation"
DUBLIN_CORE = "info:ofi/fmt:kev:mtx:dc"

KINDS = {
    "article-journal": (JOURNAL, "article", "rft.atitle", "rft.jtitle"),
    "article-magazine": (JOURNAL, "article", "rft.atitle", "rft.jtitle"),
    "article-newspaper": (JOURNAL, "article", "rft.atitle", "rft.jtitle"),
    "book": (BOOK, "book", "rft.btitle", ""),
    "chapter": (BOOK, "bookitem", "rft.atitle", "rft.btitle"),
    "paper-conference": (BOOK, "proceeding", "rft.atitle", "rft.btitle"),
    "report": (BOOK, "report", "rft.btitle", ""),
    "review": (JOURNAL, "article", "rft.atitle", "rft.jtitle"),
    "entry-encyclopedia": (BOOK, "bookitem", "rft.atitle", "rft.btitle"),
    "pamphlet": (BOOK, "book", "rft.btitle", ""),
    "thesis": (DISSERTATION, "", "rft.title", ""),
    "webpage": (DUBLIN_CORE, "webpage", "rft.title", "rft.source"),
}
"""By CSL's type: the format, the genre or Dublin Core's type, and the fields of the title and of
the title of what holds the work."""
OTHER = (DUBLIN_CORE, "document", "rft.title", "rft.source")

FIELDS = {
    "volume": "rft.volume",
    "issue": "rft.issue",
    "page": "rft.pages",
    "edition": "rft.edition",
    "publisher": "rft.pub",
    "publisher-place": "rft.place",
    "ISBN": "rft.isbn",
    "ISSN": "rft.issn",
    "collection-title": "rft.series",
    "number-of-pages": "rft.tpages",
    "language": "rft.language",
}

Pairs = list[tuple[str, str]]


def _authors(item: CslItem, person: str) -> Pairs:
    """Each author: a person in the field `person`, a body in one that is not taken apart."""
    return [
        ("rft.aucorp" if "literal" in name else person, ris_name(name))
        for name in named(item.get("author", []))
    ]


def _first_author(item: CslItem) -> Pairs:
    authors = item.get("author", [])
    if not authors or "family" not in authors[0]:
        return []
    first = authors[0]
    return [("rft.aulast", first["family"]), ("rft.aufirst", first.get("given", ""))]


def _pages(item: CslItem) -> Pairs:
    pages = page_range(item)
    return [("rft.spage", pages[0]), ("rft.epage", pages[1])] if pages else []


def coins(item: CslItem) -> str:
    """The `title` of a `<span class="Z3988">`, not yet escaped for HTML."""
    format, genre, title, container = KINDS.get(item["type"], OTHER)
    is_dc = format == DUBLIN_CORE
    pairs = [
        ("url_ver", "Z39.88-2004"),
        ("ctx_ver", "Z39.88-2004"),
        ("rfr_id", "info:sid/edition"),
        ("rft_val_fmt", format),
        ("rft.type" if is_dc else "rft.genre", genre),
        (title, text_of(item, "title")),
        (container, text_of(item, "container-title")),
    ]
    if format == DISSERTATION:
        pairs.append(("rft.inst", text_of(item, "publisher")))
    pairs += [(field, text_of(item, variable)) for variable, field in FIELDS.items()]
    if is_dc:
        pairs += _authors(item, "rft.creator")
    else:
        pairs += _first_author(item) + _authors(item, "rft.au")
    pairs += _pages(item)
    pairs.append(("rft.date", iso_date(item.get("issued"))))
    identifier = "rft.identifier" if is_dc else "rft_id"
    if "DOI" in item:
        pairs.append(("rft_id", f"info:doi/{item['DOI']}"))
    pairs.append((identifier, text_of(item, "URL")))
    return urlencode([(name, value) for name, value in pairs if name and value])
