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
    found = {
        "container-title": with_subtitle(text("journal"), text("journalsubtitle")),
        "publisher": body or text("organization"),
    }
    if kind != "book":
        book = with_subtitle(text("booktitle"), text("booksubtitle"))
        return found | {"container-title": found["container-title"] or book}
    # Its `booktitle` repeats the title, for those that inherit it. The whole of which it is a
    # volume is printed as a series is.
    whole = with_subtitle(text("maintitle"), text("mainsubtitle"))
    return {"collection-title": text("series") or whole} | found


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


def _people(reference: Reference) -> dict[str, list[CslName]]:
    """The names of each role; a collaboration stands last among the authors."""
    found = {}
    for field, role in TABLES["roles"].items():
        found[role] = [csl_name(person) for person in reference.people(field)]
    if collaboration := reference.text("collaboration"):
        found["author"].append({"literal": collaboration})
    return found


def _texts(reference: Reference) -> dict[str, str]:
    """The fields that CSL has under another name."""
    variables = TABLES["variables"].items()
    return {
        variable: reference.text(field) for field, variable in variables if reference.value(field)
    }


def _genre(reference: Reference, kind: str) -> str:
    """What kind of thesis or report it is, in words."""
    written = reference.text("type")
    name = reference.type if kind == "thesis" and not written else written
    words: str = TABLES["genres"].get(name, written)
    return words


def csl_item(reference: Reference) -> CslItem:
    """The item of one reference."""
    kind = csl_type(reference)
    item: CslItem = {
        "id": reference.key,
        "type": kind,
        "title": reference.full_title,
        **_people(reference),
        **_texts(reference),
        "DOI": reference.doi,
        **_publication(reference, kind),
        **_numbering(reference, kind),
        **_remarks(reference),
        "genre": _genre(reference, kind),
        "event-place": plain_text(reference.venue),
        "status": reference.text("pubstate"),
        "publisher-place": reference.text("address"),
        "language": language_tag(reference.langid),
        "URL": reference.url or ("" if reference.doi else reference.eprint_address),
        "issued": csl_date(reference.date),
        "accessed": csl_date(reference.accessed),
        "original-date": csl_date(reference.text("origdate")),
        "event-date": csl_date(reference.text("eventdate")),
    }
    return known(item)


def cited_items(edition: Edition, page: Page) -> list[CslItem]:
    """The items of the works that a page cites, in the order of their first citation."""
    keys = dict.fromkeys(citation.key for citation in page.citations)
    works = edition.bibliography
    return [csl_item(works[key]) for key in keys if key in works]
