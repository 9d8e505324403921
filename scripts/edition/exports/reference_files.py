"""Works in the formats of reference managers: the paper, the works it cites, the notes' works."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from edition.citing.bibtex import bibtex_entry, bibtex_of_item
from edition.citing.csl_json import csl_item
from edition.citing.ris import ris_of_items
from edition.citing.self_citation import paper_item
from edition.model import Edition, Reference
from edition.model.files.tables import json_bytes


def paper_bib(edition: Edition) -> bytes:
    """The paper, in BibTeX."""
    return bibtex_of_item(paper_item(edition)).encode()


def paper_json(edition: Edition) -> bytes:
    """The paper, in CSL-JSON: a list of one item."""
    return json_bytes([paper_item(edition)])


def paper_ris(edition: Edition) -> bytes:
    """The paper, in RIS."""
    return ris_of_items([paper_item(edition)]).encode()


def _bib(references: Iterable[Reference]) -> bytes:
    return "\n".join(map(bibtex_entry, references)).encode()


def _json(references: Iterable[Reference]) -> bytes:
    return json_bytes([csl_item(reference) for reference in references])


def _ris(references: Iterable[Reference]) -> bytes:
    return ris_of_items(map(csl_item, references)).encode()


def references_bib(edition: Edition) -> bytes:
    """The works that the paper cites, in BibTeX, in the order of their printed numbers."""
    return _bib(edition.paper_references)


def references_json(edition: Edition) -> bytes:
    """The works that the paper cites, in CSL-JSON."""
    return _json(edition.paper_references)


def references_ris(edition: Edition) -> bytes:
    """The works that the paper cites, in RIS."""
    return _ris(edition.paper_references)


def editors_bib(edition: Edition) -> bytes:
    """The works that only the editorial notes cite, in BibTeX."""
    return _bib(edition.editors_references)


def editors_json(edition: Edition) -> bytes:
    """The works that only the editorial notes cite, in CSL-JSON."""
    return _json(edition.editors_references)


def editors_ris(edition: Edition) -> bytes:
    """The works that only the editorial notes cite, in RIS."""
    return _ris(edition.editors_references)


def entries_ris(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """Each work in a file of its own: what a browser hands to a reference manager."""
    return {
        f"references/{reference.key}.ris": partial(_ris, [reference])
        for reference in edition.bibliography
    }
