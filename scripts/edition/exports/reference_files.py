"""Works in the formats of reference managers: BibTeX, CSL-JSON and RIS."""

from __future__ import annotations

from collections.abc import Callable

from edition.citing.bibtex import bibtex_entry, bibtex_of_item
from edition.citing.csl_json import csl_item
from edition.citing.ris import ris_of_items
from edition.citing.self_citation import paper_item
from edition.model import Edition, Reference
from edition.model.files.tables import json_bytes


def as_bib(works: list[Reference]) -> bytes:
    return "\n".join(map(bibtex_entry, works)).encode()


def as_json(works: list[Reference]) -> bytes:
    return json_bytes(list(map(csl_item, works)))


def as_ris(works: list[Reference]) -> bytes:
    return ris_of_items(map(csl_item, works)).encode()


WORK_FORMATS: dict[str, Callable[[list[Reference]], bytes]] = {
    "bib": as_bib,
    # Some servers send a `.bib` as a download, since they do not know it: `.bib.txt` is the same.
    "bib.txt": as_bib,
    "json": as_json,
    "ris": as_ris,
}
"""The formats of a list of works, by the end of the file's name."""


def paper_bib(edition: Edition) -> bytes:
    """The paper itself."""
    return bibtex_of_item(paper_item(edition)).encode()


def paper_json(edition: Edition) -> bytes:
    """The paper itself: a list of one item."""
    return json_bytes([paper_item(edition)])


def paper_ris(edition: Edition) -> bytes:
    """The paper itself."""
    return ris_of_items([paper_item(edition)]).encode()
