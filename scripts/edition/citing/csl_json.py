"""In: a Reference. Out: a CSL-JSON item, and the files of items that reference managers and citation processors read.

Source of the format: the schema `csl-data.json` of Citation Style Language 1.0.2; tests validate against it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from pybtex.database import Person

from edition.language.tags import language_tag
from edition.model import Edition, Reference
from edition.model.apparatus.event import Moment
from edition.model.files.tables import json_bytes
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
PEOPLE = {"author": "author", "editor": "editor", "translator": "translator"}
PLAIN = {
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

CslItem = dict[str, Any]
"""One item of CSL-JSON: text, lists of names and dates by the names of CSL's variables."""


def csl_type(reference: Reference) -> str:
    """CSL's type; `document` where BibTeX's says nothing of the kind of work."""
    if reference.type == "article":
        return ARTICLES.get(reference.text("entrysubtype"), "article-journal")
    return TYPES.get(reference.type, "document")


def csl_name(person: Person) -> dict[str, str]:
    """A person in parts; a body, which BibTeX writes in braces, as one `literal`."""
    if not (
        person.first_names or person.middle_names or person.prelast_names or person.lineage_names
    ):
        return {"literal": plain_text(" ".join(person.last_names))}
    parts = {
        "family": person.last_names,
        "given": person.first_names + person.middle_names,
        "non-dropping-particle": person.prelast_names,
        "suffix": person.lineage_names,
    }
    return {name: plain_text(" ".join(words)) for name, words in parts.items() if words}


def csl_date(iso: str) -> dict[str, Any] | None:
    """`2024-04` → `{"date-parts": [[2024, 4]]}`: as precise as known; a range has two; None for what is no date."""
    moments = [Moment(part.strip()) for part in iso.split("/")]
    if len(moments) > 2 or not all(moment.parts and len(moment.parts) <= 3 for moment in moments):
        return None
    return {"date-parts": [list(moment.parts) for moment in moments]}


def _where(reference: Reference, kind: str) -> dict[str, str]:
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
    return {
        number: reference.text("number"),
        "page": re.sub(r"\s*(--|–)\s*", "-", reference.text("pages")),
    }


def _addition(reference: Reference) -> dict[str, str]:
    """BibTeX's `titleaddon`: CSL knows no such variable, but it knows editions."""
    addition = reference.text("titleaddon")
    is_edition = "edition" in addition.lower() and not reference.text("edition")
    return {"edition" if is_edition else "note": addition}


def csl_item(reference: Reference) -> CslItem:
    """The item of one reference. What is unknown is absent, never empty."""
    kind = csl_type(reference)
    item: CslItem = {"id": reference.key, "type": kind, "title": reference.title}
    for role, name in PEOPLE.items():
        item[name] = [csl_name(person) for person in reference.people(role)]
    item |= {
        name: reference.text(field) for field, name in PLAIN.items() if field in reference.fields
    }
    item |= _where(reference, kind) | _numbering(reference, kind) | _addition(reference)
    if kind == "thesis":
        item.setdefault("genre", GENRES.get(reference.type, ""))
    item |= {
        "publisher-place": reference.text("address") or reference.text("location"),
        "language": language_tag(reference.text("langid")),
        "URL": reference.url,
    }
    for name, iso in (
        ("issued", reference.date),
        ("accessed", reference.accessed),
        ("original-date", reference.text("origdate")),
    ):
        item[name] = csl_date(iso)
    return {name: value for name, value in item.items() if value}


def _items(references: Iterable[Reference]) -> bytes:
    return json_bytes([csl_item(reference) for reference in references])


def references_json(edition: Edition) -> bytes:
    """The works that the paper cites, in the order of their printed numbers."""
    return _items(edition.paper_references)


def editors_json(edition: Edition) -> bytes:
    """The works that only the editorial notes cite."""
    return _items(edition.editors_references)
