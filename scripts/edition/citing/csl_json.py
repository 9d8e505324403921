"""Makes a CSL-JSON item of a Reference."""

from __future__ import annotations

import re
from typing import cast

from pybtex.database import Person

from edition.citing.csl_item import CslItem, CslName, csl_date, make_item
from edition.language.tags import language_tag
from edition.model import Edition, Page, Reference
from edition.model.works.reference import plain_text

TYPES = {
    "article": "article-journal",
    "book": "book",
    "collection": "book",
    "dataset": "dataset",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "mastersthesis": "thesis",
    "online": "webpage",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "software": "software",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "www": "webpage",
}
ARTICLES = {"newspaper": "article-newspaper", "magazine": "article-magazine"}
GENRES = {"mastersthesis": "Master's thesis", "phdthesis": "PhD thesis"}
ROLES = ("author", "editor", "translator")
VARIABLES = {
    "annotation": "annote",
    "doi": "DOI",
    "edition": "edition",
    "eventtitle": "event-title",
    "isbn": "ISBN",
    "issn": "ISSN",
    "origtitle": "original-title",
    "series": "collection-title",
    "type": "genre",
    "volume": "volume",
}
"""Fields of BibTeX and the variables of CSL that mean the same."""


def csl_type(reference: Reference) -> str:
    """CSL's type; `document` where BibTeX's says nothing of the kind of work."""
    if reference.type == "article":
        return ARTICLES.get(reference.text("entrysubtype"), "article-journal")
    return TYPES.get(reference.type, "document")


def csl_name(person: Person) -> CslName:
    """A person in parts; a body, which BibTeX writes in braces, as one `literal`."""
    parts = {
        "family": person.last_names,
        "given": person.first_names + person.middle_names,
        "non-dropping-particle": person.prelast_names,
        "suffix": person.lineage_names,
    }
    known = {name: plain_text(" ".join(words)) for name, words in parts.items() if words}
    if known.keys() <= {"family"}:
        return {"literal": known.get("family", "")}
    return cast(CslName, known)


def _publication(reference: Reference, kind: str) -> dict[str, str]:
    """What holds the work and who published it."""
    text = reference.text
    body = text("publisher") or text("institution") or text("school")
    if kind == "webpage":  # the site's name, which BibTeX calls its organization
        return {"container-title": text("maintitle") or text("organization"), "publisher": body}
    return {
        "container-title": text("journal") or text("journaltitle") or text("booktitle"),
        "publisher": body or text("organization"),
    }


def _numbering(reference: Reference, kind: str) -> dict[str, str]:
    number = "issue" if kind.startswith("article") else "number"
    pages = re.sub(r"\s*(--|–)\s*", "-", reference.text("pages"))
    return {number: reference.text("number"), "page": pages}


def _title_addition(reference: Reference) -> dict[str, str]:
    """BibTeX's `titleaddon`: CSL has no such variable, but it has editions and notes."""
    addition = reference.text("titleaddon")
    is_edition = "edition" in addition.lower() and not reference.text("edition")
    return {"edition" if is_edition else "note": addition}


def csl_item(reference: Reference) -> CslItem:
    """The item of one reference."""
    text, kind = reference.text, csl_type(reference)
    item: dict[str, object] = {"id": reference.key, "type": kind, "title": reference.title}
    for role in ROLES:
        item[role] = [csl_name(person) for person in reference.people(role)]
    for field, variable in VARIABLES.items():
        if field in reference.fields:
            item[variable] = text(field)
    item |= _publication(reference, kind)
    item |= _numbering(reference, kind)
    item |= _title_addition(reference)
    if kind == "thesis":
        item.setdefault("genre", GENRES.get(reference.type, ""))
    item["publisher-place"] = text("address") or text("location")
    item["language"] = language_tag(text("langid"))
    item["URL"] = reference.url
    item["issued"] = csl_date(reference.date)
    item["accessed"] = csl_date(reference.accessed)
    item["original-date"] = csl_date(text("origdate"))
    return make_item(item)


def cited_items(edition: Edition, page: Page) -> list[CslItem]:
    """The items of the works that a page cites, in the order of their first citation."""
    keys = dict.fromkeys(citation.key for citation in page.citations)
    works = edition.bibliography
    return [csl_item(works[key]) for key in keys if key in works]
