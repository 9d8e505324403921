"""Makes a CSL-JSON item of a Reference."""

from __future__ import annotations

import re

from pybtex.database import Person

from edition.citing.csl_item import CROSSWALK, CslItem, CslName, csl_date, known
from edition.language.tags import language_tag
from edition.model import Edition, Page, Reference
from edition.model.works.reference import with_subtitle
from edition.model.works.tex import plain_text

TABLES = CROSSWALK["csl"]


def csl_type(reference: Reference) -> str:
    """CSL's type; `document` where BibTeX's says nothing of the kind of work."""
    kind: str = TABLES["types"].get(reference.type, "document")
    if reference.type == "article":
        kind = TABLES["articles"].get(reference.text("entrysubtype"), "article-journal")
    return kind


def csl_name(person: Person) -> CslName:
    """A person in parts; a body, which BibTeX writes in braces, as one `literal`."""
    parts = {
        "family": person.last_names,
        "given": person.first_names + person.middle_names,
        "non-dropping-particle": person.prelast_names,
        "suffix": person.lineage_names,
    }
    written = {name: plain_text(" ".join(words)) for name, words in parts.items() if words}
    is_body = written.keys() <= {"family"}
    return {"literal": written.get("family", "")} if is_body else written


def _publication(reference: Reference, kind: str) -> dict[str, str]:
    """What holds the work and who published it."""
    text = reference.text
    body = text("publisher") or text("institution")
    if kind == "webpage":  # the site's name, which BibTeX calls its organization
        return {"container-title": text("maintitle") or text("organization"), "publisher": body}
    journal = with_subtitle(text("journal"), text("journalsubtitle"))
    is_book = kind == "book"  # of which `booktitle` repeats the title, for those that inherit it
    book = "" if is_book else with_subtitle(text("booktitle"), text("booksubtitle"))
    return {
        "container-title": journal or book,
        "publisher": body or text("organization"),
    }


def _numbering(reference: Reference, kind: str) -> dict[str, str]:
    """Number and pages; an article without pages has its own number there, as styles print it."""
    text = reference.text
    pages = re.sub(r"\s*(--|–)\s*", "-", text("pages"))
    number = "issue" if kind.startswith("article") else "number"
    if kind in ("book", "chapter", "paper-conference") and reference.value("series"):
        number = "collection-number"
    found = {number: text("number") or (text("issue") if number == "issue" else "")}
    found["page"] = pages or text("eid")
    if pages and text("eid"):
        found["number"] = text("eid")
    return found


def _remarks(reference: Reference) -> dict[str, str]:
    """What has no variable of its own in CSL: an edition, if it is one, else a part of the note."""
    text = reference.text
    addition = text("titleaddon")
    is_edition = "edition" in addition.lower() and not text("edition")
    notes = [
        "" if is_edition else addition,
        reference.how_published,
        text("note"),
        text("addendum"),
        reference.eprint,
    ]
    found = {"note": ". ".join(note.rstrip(".") for note in notes if note)}
    return found | {"edition": addition} if is_edition else found


def csl_item(reference: Reference) -> CslItem:
    """The item of one reference."""
    text, kind = reference.text, csl_type(reference)
    item: CslItem = {"id": reference.key, "type": kind, "title": reference.full_title}
    for field, role in TABLES["roles"].items():
        item[role] = [csl_name(person) for person in reference.people(field)]
    if collaboration := text("collaboration"):
        item["author"].append({"literal": collaboration})
    for field, variable in TABLES["variables"].items():
        if reference.value(field):
            item[variable] = text(field)
    item["DOI"] = reference.doi
    if kind == "book" and not reference.value("series"):
        item["collection-title"] = with_subtitle(text("maintitle"), text("mainsubtitle"))
    item |= _publication(reference, kind)
    item |= _numbering(reference, kind)
    item |= _remarks(reference)
    genre = text("type") or (reference.type if kind == "thesis" else "")
    item["genre"] = TABLES["genres"].get(genre, text("type"))
    item["event-place"] = plain_text(reference.venue)
    item["status"] = text("pubstate")
    item["publisher-place"] = text("address")
    item["language"] = language_tag(reference.langid)
    item["URL"] = reference.url or ("" if reference.doi else reference.eprint_address)
    item["issued"] = csl_date(reference.date)
    item["accessed"] = csl_date(reference.accessed)
    item["original-date"] = csl_date(text("origdate"))
    item["event-date"] = csl_date(text("eventdate"))
    return known(item)


def cited_items(edition: Edition, page: Page) -> list[CslItem]:
    """The items of the works that a page cites, in the order of their first citation."""
    keys = dict.fromkeys(citation.key for citation in page.citations)
    works = edition.bibliography
    return [csl_item(works[key]) for key in keys if key in works]
