"""In: a page. Out: its JSON twin: the text by paragraphs, with what each cites, and the page's place in the edition."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from edition.citing.csl_json import csl_item
from edition.citing.self_citation import (
    absolute,
    edition_fact,
    license_address,
    page_item,
    paper_item,
)
from edition.model import Citation, Edition, Page
from edition.model.files.tables import json_bytes

FILE = "index.json"


def twin_address(page: Page) -> str:
    """`towers/stone/index.json`: beside the page, below the site's root."""
    return page.address + FILE


def _citation(citation: Citation) -> dict[str, Any]:
    facts = {
        "key": citation.key,
        "number": citation.number,
        "prefix": citation.prefix,
        "locator": citation.locator,
        "anchor": citation.anchor,
    }
    return {name: value for name, value in facts.items() if value}


def _page(edition: Edition, page: Page) -> dict[str, Any]:
    keys = dict.fromkeys(
        citation.key for citation in page.citations if citation.key in edition.bibliography
    )
    facts = {
        "address": page.address,
        "url": absolute(edition, page.address),
        "title": page.title,
        "section": page.section,
        "heading": str(page.meta.get("heading") or ""),
        "description": str(page.meta.get("description") or ""),
        "version": edition_fact(edition, "version"),
        "date": edition_fact(edition, "date"),
        "license": license_address(edition),
        "citation": page_item(edition, page),
        "restates": paper_item(edition) if page.section else None,
    }
    paragraphs = [
        {
            "id": p.id,
            "paper_paragraph": p.number,
            "text": p.text,
            "citations": [_citation(citation) for citation in p.citations],
        }
        for p in page.paragraphs
    ]
    return {name: value for name, value in facts.items() if value} | {
        "paragraphs": paragraphs,
        "notes": [note.id for note in edition.notes_on(page.path)],
        "references": [csl_item(edition.bibliography[key]) for key in keys],
    }


def page_twins(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """Every page's twin by its address. Numbers of notes are those of `downloads/notes.json`."""
    return {twin_address(page): partial(_twin, edition, page) for page in edition.pages}


def _twin(edition: Edition, page: Page) -> bytes:
    return json_bytes(_page(edition, page))
