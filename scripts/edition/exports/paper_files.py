"""In: the edition. Out: the paper's own description, in the formats of reference managers."""

from __future__ import annotations

from edition.citing.bibtex import bibtex_of_item
from edition.citing.ris import ris_of_items
from edition.citing.self_citation import paper_item
from edition.model import Edition
from edition.model.files.tables import json_bytes


def paper_json(edition: Edition) -> bytes:
    """CSL-JSON: a list of one item."""
    return json_bytes([paper_item(edition)])


def paper_ris(edition: Edition) -> bytes:
    return ris_of_items([paper_item(edition)]).encode()


def paper_bib(edition: Edition) -> bytes:
    return bibtex_of_item(paper_item(edition)).encode()
