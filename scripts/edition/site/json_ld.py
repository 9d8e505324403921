"""Describes a page in schema.org's terms, as JSON-LD for a data block in the page's head."""

from __future__ import annotations

import json

from edition.citing.csl_item import CROSSWALK, CslItem, CslName, csl_date, iso_date, known, named
from edition.citing.csl_json import cited_items, csl_item
from edition.citing.self_citation import (
    absolute,
    edition_date,
    edition_title,
    edition_version,
    is_text,
    license_address,
    page_authors,
    page_title,
)
from edition.model import Edition, Evidence, Page
from edition.model.pages.inline import inline_text
from edition.model.paper import Author
from edition.model.works.reference import doi_address

TYPES: dict[str, str] = CROSSWALK["schema-org"]["types"]
"""Types of schema.org by those of CSL."""

Node = dict[str, object]


def _named(type: str, name: str | None) -> Node | None:
    return {"@type": type, "name": name} if name else None


def _person(family: str, given: str) -> Node:
    """A person by name; the given name may be empty."""
    name = f"{given} {family}".strip()
    return known({"@type": "Person", "name": name, "familyName": family, "givenName": given})


def _agent(name: CslName) -> Node | None:
    """The person or body of a CSL name; None for a body without a name."""
    if "literal" in name:
        return _named("Organization", name["literal"])
    particle = name.get("non-dropping-particle", "")
    return _person(f"{particle} {name['family']}".strip(), name.get("given", ""))


def _author(author: Author) -> Node:
    """An author of the paper, of whom more is known than of others."""
    more = {
        "affiliation": _named("Organization", author.affiliation),
        "sameAs": f"https://orcid.org/{author.orcid}" if author.orcid else "",
    }
    return _person(author.family, author.given) | known(more)


def _address(edition: Edition, page: Page, target: str) -> str:
    """The address of what is at `target` below the root.

    Absolute where the site's own is known, else relative to the page.
    """
    return absolute(edition, target) or "../" * page.address.count("/") + target or "./"


def _work(item: CslItem) -> Node:
    """A cited work."""
    doi = doi_address(item.get("DOI", ""))
    return known(
        {
            "@type": TYPES.get(item["type"], "CreativeWork"),
            "name": item.get("title"),
            "author": [_agent(name) for name in named(item.get("author", []))],
            "datePublished": iso_date(item.get("issued")),
            "inLanguage": item.get("language"),
            "isPartOf": _named("CreativeWork", item.get("container-title")),
            "publisher": _named("Organization", item.get("publisher")),
            "sameAs": doi,
            "url": item.get("URL") or doi,
        }
    )


def _paper_node(edition: Edition, page: Page) -> Node:
    """The paper: what the edition is based on. Its DOI, if it has one, is its own address."""
    paper = edition.paper
    corrections = [
        {
            "@type": "CorrectionComment",
            "text": inline_text(note.text),
            "url": _address(edition, page, f"{page.address}#{note.anchor}"),
        }
        for note in edition.notes_on(page.path)
    ]
    return known(
        {
            "@type": "ScholarlyArticle",
            "@id": _address(edition, page, "#paper"),
            "name": paper.title,
            "isPartOf": _named("Periodical", paper.journal),
            "sameAs": paper.doi_address,
            "author": [_author(author) for author in paper.named_authors],
            "datePublished": iso_date(csl_date(paper.year)),
            "inLanguage": paper.language,
            "keywords": paper.keywords,
            # The notes correct the paper, not this page, which says what the paper says.
            "correction": corrections,
        }
    )


def _quotation(edition: Edition, item: Evidence) -> Node:
    """The words of a source that the page shows, a part of the work in which they were seen.

    schema.org has no term for the verdict: ClaimReview rates the truth of a claim, and a verdict
    of the edition is about the fit of a citation. A copy's words are not said to be a work's.
    """
    is_listed = item.source in edition.bibliography
    work = csl_item(edition.bibliography[item.source]) if is_listed else None
    translation = {"@type": "Quotation", "text": item.translation, "inLanguage": "en"}
    return known(
        {
            "@type": "Quotation",
            "text": item.quotation,
            "inLanguage": item.lang,
            "isPartOf": _work(work) if work else None,
            "workTranslation": translation if item.translation else None,
        }
    )


def _quotations(edition: Edition, page: Page) -> list[Node]:
    """The quotations at the citations of a page, and all of them on the page that lists them."""
    by_number = edition.evidence_by_number
    numbers = {citation.number for citation in page.citations}
    if "evidence" in page.directives:
        numbers |= set(by_number)
    shown = [item for number, item in by_number.items() if number in numbers and item.quotation]
    return [_quotation(edition, item) for item in shown]


def _publication(edition: Edition) -> Node:
    return {
        "datePublished": edition_date(edition),
        "version": edition_version(edition),
        "license": license_address(edition),
        "inLanguage": "en",
    }


def _source(edition: Edition, page: Page) -> Node:
    """A restatement is based on the paper; anything else is one form of it."""
    relation = "isBasedOn" if edition.paper.edition.restates else "exampleOfWork"
    return {relation: {"@id": _address(edition, page, "#paper")}}


def _authors(edition: Edition, page: Page) -> list[Node | None]:
    """Whom a citation of the page names."""
    return [_agent(name) for name in page_authors(edition, page)]


def _cited_works(edition: Edition, page: Page) -> list[Node]:
    """The works that a page cites."""
    return [_work(item) for item in cited_items(edition, page)]


def _edition_node(edition: Edition, page: Page) -> Node:
    """The edition as a whole; on the title page with its parts."""
    node: Node = {
        "@type": "CreativeWork",
        "@id": _address(edition, page, "#edition"),
        "name": edition_title(edition),
        "url": _address(edition, page, ""),
    }
    if page.address:
        return node
    parts = [
        {
            "@type": "ScholarlyArticle",
            "name": page_title(edition, part),
            "url": _address(edition, page, part.address),
        }
        for part in edition.pages
        if part.section
    ]
    node |= _publication(edition) | _source(edition, page)
    node |= {
        "author": _authors(edition, page),
        "hasPart": parts,
        "citation": _cited_works(edition, page),
    }
    return known(node)


def _page_node(edition: Edition, page: Page) -> Node:
    """A page: one that restates a section is a part of the article, any other is about it."""
    address = _address(edition, page, page.address)
    node: Node = {
        "@type": "ScholarlyArticle" if page.section else "WebPage",
        "@id": address,
        "url": address,
        "name": page.label,
        "description": page.description,
        "isPartOf": {"@id": _address(edition, page, "#edition")},
    }
    node |= _publication(edition) | {"author": _authors(edition, page)}
    if page.section:
        node |= _source(edition, page) | {"citation": _cited_works(edition, page)}
    return known(node | {"hasPart": _quotations(edition, page)})


def json_ld(edition: Edition, page: Page) -> str:
    """The page's data block. `<` is escaped, so that no text can end the block."""
    nodes = [_page_node(edition, page)] if page.address else []
    nodes.append(_edition_node(edition, page))
    if is_text(page):
        nodes.append(_paper_node(edition, page))
    graph = {"@context": "https://schema.org", "@graph": nodes}
    text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c")
