"""In: a CSL-JSON item. Out: its COinS: the text of an OpenURL context object, from which Zotero takes the item.

Formats: NISO Z39.88-2004 KEV in the dialect that Zotero's translator writes and reads (`info:ofi/fmt:kev:mtx:…`).
"""

from __future__ import annotations

from urllib.parse import urlencode

from edition.citing.csl_json import CslItem
from edition.citing.ris import ris_date, ris_name

JOURNAL, BOOK, DISSERTATION, DC = (
    f"info:ofi/fmt:kev:mtx:{name}" for name in ("journal", "book", "dissertation", "dc")
)
# format, genre or Dublin Core type, and the field for what holds the work
KINDS = {
    "article-journal": (JOURNAL, "article", "rft.jtitle"),
    "article-magazine": (JOURNAL, "article", "rft.jtitle"),
    "article-newspaper": (JOURNAL, "article", "rft.jtitle"),
    "book": (BOOK, "book", ""),
    "chapter": (BOOK, "bookitem", "rft.btitle"),
    "paper-conference": (BOOK, "proceeding", "rft.btitle"),
    "report": (BOOK, "report", ""),
    "thesis": (DISSERTATION, "", ""),
    "webpage": (DC, "webpage", "rft.source"),
}
_TITLE = {
    "article": "rft.atitle",
    "bookitem": "rft.atitle",
    "proceeding": "rft.atitle",
    "book": "rft.btitle",
    "report": "rft.btitle",
}
_PLAIN = {
    "volume": "rft.volume",
    "issue": "rft.issue",
    "page": "rft.pages",
    "edition": "rft.edition",
    "publisher": "rft.pub",
    "publisher-place": "rft.place",
    "ISBN": "rft.isbn",
    "ISSN": "rft.issn",
    "language": "rft.language",
}


def _authors(item: CslItem, is_dc: bool) -> list[tuple[str, str]]:
    names = item.get("author", [])
    if is_dc:  # a body as rft.creator would be taken apart like a person's name
        return [
            ("rft.aucorp" if "literal" in name else "rft.creator", ris_name(name)) for name in names
        ]
    first = (
        [("rft.aulast", names[0]["family"]), ("rft.aufirst", names[0].get("given", ""))]
        if names and "family" in names[0]
        else []
    )
    return first + [
        ("rft.aucorp" if "literal" in name else "rft.au", ris_name(name)) for name in names
    ]


def _pages(item: CslItem) -> list[tuple[str, str]]:
    first, dash, last = item.get("page", "").partition("-")
    return [("rft.spage", first), ("rft.epage", last)] if dash and "," not in item["page"] else []


def coins(item: CslItem) -> str:
    """The `title` of a `<span class="Z3988">`, not yet escaped for HTML."""
    kind, genre, container = KINDS.get(item["type"], (DC, "document", "rft.source"))
    pairs = [
        ("url_ver", "Z39.88-2004"),
        ("ctx_ver", "Z39.88-2004"),
        ("rfr_id", "info:sid/edition"),
        ("rft_val_fmt", kind),
    ]
    pairs.append(("rft.type" if kind == DC else "rft.genre", genre))
    pairs.append(("rft.title" if kind in (DC, DISSERTATION) else _TITLE[genre], item["title"]))
    pairs += [
        (container, item.get("container-title", "")),
        ("rft.inst", item.get("publisher", "") if kind == DISSERTATION else ""),
    ]
    pairs += [(name, item[variable]) for variable, name in _PLAIN.items() if variable in item]
    pairs += _authors(item, kind == DC) + _pages(item)
    if "issued" in item:
        pairs.append(("rft.date", ris_date(item["issued"]).strip("/").replace("/", "-")))
    pairs += [("rft.identifier" if kind == DC else "rft_id", item["URL"])] if "URL" in item else []
    return urlencode([(name, value) for name, value in pairs if name and value])
