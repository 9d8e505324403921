"""Writes each page's JSON twin: its text by paragraphs, with what each cites, and what it is."""

from __future__ import annotations

from edition.citing.csl_item import known
from edition.citing.csl_json import cited_items
from edition.citing.self_citation import (
    absolute,
    edition_date,
    edition_version,
    license_address,
    page_item,
    page_voice,
    paper_item,
)
from edition.exports.evidence_data import evidence_facts
from edition.model import Citation, Edition, Page, Paragraph
from edition.model.files.tables import json_bytes


def _citation(edition: Edition, citation: Citation) -> dict[str, object]:
    evidence = edition.evidence_by_number.get(citation.number or 0)
    return known(
        {
            "key": citation.key,
            "number": citation.number,
            "prefix": citation.prefix,
            "locator": citation.locator,
            "anchor": citation.anchor,
            "evidence": evidence_facts(evidence) if evidence else None,
        }
    )


def _paragraph(edition: Edition, paragraph: Paragraph) -> dict[str, object]:
    return {
        "id": paragraph.id,
        "paper_paragraph": paragraph.number,
        "text": paragraph.text,
        "citations": [_citation(edition, citation) for citation in paragraph.citations],
    }


def _facts(edition: Edition, page: Page) -> dict[str, object]:
    is_restated = bool(page.section) and edition.paper.edition.restates
    return {
        "address": page.address,
        "url": absolute(edition, page.address),
        "title": page.title,
        "section": page.section,
        "heading": page.paper_heading,
        "description": page.description,
        "version": edition_version(edition),
        "date": edition_date(edition),
        "license": license_address(edition),
        "citation": page_item(edition, page),
        "voice": page_voice(edition, page),
        "restates": paper_item(edition) if is_restated else None,
    }


def page_twin(edition: Edition, page: Page) -> bytes:
    """The page as data. Numbers of notes are those of `downloads/notes.json`."""
    text = {
        "paragraphs": [_paragraph(edition, paragraph) for paragraph in page.paragraphs],
        "notes": [note.id for note in edition.notes_on(page.path)],
        "references": cited_items(edition, page),
    }
    return json_bytes(known(_facts(edition, page)) | text)
