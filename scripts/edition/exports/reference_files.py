"""Works in the formats of reference managers: BibTeX, CSL-JSON and RIS."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from edition.citing.bibtex import bibtex_entry, bibtex_of_item
from edition.citing.csl_json import csl_item
from edition.citing.ris import ris_of_items
from edition.citing.self_citation import paper_item
from edition.model import Edition, Reference
from edition.model.files.tables import json_bytes

WriteWorks = Callable[[list[Reference]], bytes]


def as_bib(works: list[Reference]) -> bytes:
    return "\n".join(map(bibtex_entry, works)).encode()


def as_json(works: list[Reference]) -> bytes:
    return json_bytes(list(map(csl_item, works)))


def as_ris(works: list[Reference]) -> bytes:
    return ris_of_items(map(csl_item, works)).encode()


def references(write: WriteWorks) -> Callable[[Edition], bytes]:
    """A file of the works that the paper cites, in the order of their printed numbers."""
    return lambda edition: write(edition.paper_references)


def editors(write: WriteWorks) -> Callable[[Edition], bytes]:
    """A file of the works that only the editorial notes cite."""
    return lambda edition: write(edition.editors_references)


def entries_ris(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """Each work in a file of its own: what a browser hands to a reference manager."""
    return {f"references/{work.key}.ris": partial(as_ris, [work]) for work in edition.bibliography}


def paper_bib(edition: Edition) -> bytes:
    """The paper itself."""
    return bibtex_of_item(paper_item(edition)).encode()


def paper_json(edition: Edition) -> bytes:
    """The paper itself: a list of one item."""
    return json_bytes([paper_item(edition)])


def paper_ris(edition: Edition) -> bytes:
    """The paper itself."""
    return ris_of_items([paper_item(edition)]).encode()
