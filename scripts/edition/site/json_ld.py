"""In: a page. Out: its description in schema.org's terms, as JSON-LD for a data block in the page's head."""

from __future__ import annotations

import json
from typing import Any

from edition.citing.csl_json import CslItem, csl_item
from edition.citing.self_citation import (
    absolute,
    edition_fact,
    edition_title,
    license_address,
    page_item,
    page_title,
    paper_item,
)
from edition.model import Edition, Note, Page
from edition.model.pages.inline import inline_text

TYPES = {
    "article-journal": "ScholarlyArticle",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "paper-conference": "ScholarlyArticle",
    "report": "Report",
    "software": "SoftwareSourceCode",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
Node = dict[str, Any]


def _known(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}


def _agent(name: dict[str, str]) -> Node:
    if "literal" in name:
        return {"@type": "Organization", "name": name["literal"]}
    family = " ".join(filter(None, [name.get("non-dropping-particle"), name["family"]]))
    return _known(
        {
            "@type": "Person",
            "name": f"{name.get('given', '')} {family}".strip(),
            "familyName": family,
            "givenName": name.get("given"),
        }
    )


def _date(item: CslItem, name: str) -> str:
    """ISO 8601, as precise as known."""
    return "-".join(f"{part:02}" for part in item[name]["date-parts"][0]) if name in item else ""


def _address(edition: Edition, page: Page, target: str) -> str:
    """The address of `target` below the root: absolute where the site's own is known, else relative to the page."""
    return absolute(edition, target) or "../" * page.address.count("/") + target or "./"


def work(item: CslItem) -> Node:
    """A cited work."""
    return _known(
        {
            "@type": TYPES.get(item["type"], "CreativeWork"),
            "name": item["title"],
            "author": [_agent(name) for name in item.get("author", [])],
            "datePublished": _date(item, "issued"),
            "inLanguage": item.get("language"),
            "isPartOf": {"@type": "CreativeWork", "name": item["container-title"]}
            if "container-title" in item
            else None,
            "publisher": {"@type": "Organization", "name": item["publisher"]}
            if "publisher" in item
            else None,
            "url": item.get("URL"),
        }
    )


def paper_node(edition: Edition, page: Page) -> Node:
    """The paper: what the edition is based on. It has no address of its own that is known."""
    paper = edition.paper
    persons = [
        _known(
            {
                "@type": "Person",
                "name": a.name,
                "familyName": a.family,
                "givenName": a.given,
                "affiliation": _known({"@type": "Organization", "name": a.affiliation})
                if a.affiliation
                else None,
            }
        )
        for a in paper.authors
    ]
    item = paper_item(edition)
    return _known(
        {
            "@type": "ScholarlyArticle",
            "@id": _address(edition, page, "#paper"),
            "name": paper.title,
            "author": persons,
            "datePublished": _date(item, "issued"),
            "inLanguage": paper.language,
            "keywords": paper.keywords,
            # The editors' notes correct the paper, not this page, which says what the paper says.
            "correction": [
                _correction(edition, page, note) for note in edition.notes_on(page.path)
            ],
        }
    )


def _correction(edition: Edition, page: Page, note: Note) -> Node:
    return {
        "@type": "CorrectionComment",
        "text": inline_text(note.text),
        "url": _address(edition, page, f"{page.address}#{note.anchor}"),
    }


def _published(edition: Edition) -> Node:
    return {
        "datePublished": edition_fact(edition, "date"),
        "version": edition_fact(edition, "version"),
        "license": license_address(edition),
        "inLanguage": "en",
    }


def edition_node(edition: Edition, page: Page) -> Node:
    """The edition as a whole; on the title page with its parts."""
    node = {
        "@type": "CreativeWork",
        "@id": _address(edition, page, "#edition"),
        "name": edition_title(edition),
        "url": _address(edition, page, ""),
    }
    if page.address:
        return _known(node)
    parts = [
        {
            "@type": "ScholarlyArticle",
            "name": page_title(edition, part),
            "url": _address(edition, page, part.address),
        }
        for part in edition.pages
        if part.section
    ]
    return _known(
        node
        | _published(edition)
        | {"isBasedOn": {"@id": _address(edition, page, "#paper")}, "hasPart": parts}
    )


def page_node(edition: Edition, page: Page) -> Node:
    """A page: one that restates a section is a part of the article; any other is a page about it."""
    keys = dict.fromkeys(
        citation.key for citation in page.citations if citation.key in edition.bibliography
    )
    node = {
        "@type": "ScholarlyArticle" if page.section else "WebPage",
        "@id": _address(edition, page, page.address),
        "url": _address(edition, page, page.address),
        "name": page_title(edition, page),
        "description": str(page.meta.get("description") or ""),
        "isPartOf": {"@id": _address(edition, page, "#edition")},
    } | _published(edition)
    if page.section:
        node |= {
            "author": [_agent(name) for name in page_item(edition, page).get("author", [])],
            "isBasedOn": {"@id": _address(edition, page, "#paper")},
        }
        node |= {"citation": [work(csl_item(edition.bibliography[key])) for key in keys]}
    return _known(node)


def json_ld(edition: Edition, page: Page) -> str:
    """The page's data block. `<` is escaped, so that no text can end the block."""
    nodes = [edition_node(edition, page)]
    if page.section or not page.address:
        nodes.append(paper_node(edition, page))
    if page.address:
        nodes.insert(0, page_node(edition, page))
    graph = {"@context": "https://schema.org", "@graph": nodes}
    return json.dumps(graph, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
