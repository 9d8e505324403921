"""Makes the chapters after the text, from references to concordance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import partial

from edition.book.book_templates import fill
from edition.book.chapter import Chapter
from edition.book.destinations import Destinations
from edition.citing.formatter import Formatter
from edition.language.dates import NBSP
from edition.model import Edition, Mention, Reference

Links = dict[tuple[str, str], None]
"""Labels and ids of places in the book, each once, in reading order."""


def back_matter(
    edition: Edition, destinations: Destinations, formatter: Formatter
) -> Iterator[Chapter]:
    """The chapters that are made of bibliography and data: those for which there are any."""
    note_sources = "Sources of the editorial notes"
    chapters = [
        ("references", "References", "bibliography", edition.paper_references),
        ("sources", note_sources, "bibliography", edition.editors_references),
        ("glossary", "Glossary", "glossary", edition.glossary),
        ("names", "Names", "index", edition.names),
        ("timeline", "Timeline", "chapter", edition.timeline),
        ("concordance", "Concordance", "chapter", edition.concordance),
    ]
    for id, title, role, items in chapters:
        if items:
            body = fill(
                f"{id}.html",
                edition=edition,
                works=items,
                link=destinations.link,
                formatted=formatter,
                cited_in=partial(_cited_in, edition, destinations),
                mentioned_in=partial(_mentioned_in, destinations),
            )
            yield Chapter(id=id, title=title, body=body, role=role)


def _cited_in(edition: Edition, destinations: Destinations, reference: Reference) -> Links:
    """The places that cite a work; notes come last."""
    found: Links = {}
    for citation in edition.cited_by.get(reference.key, []):
        label, id = destinations.link(citation.target)
        if citation.number:
            label, id = f"{label} [{citation.number}]", citation.anchor
        found[label, id] = None
    for note in edition.notes_by_source.get(reference.key, []):
        found[f"note{NBSP}{note.id}", note.anchor] = None
    for item in edition.evidence_by_number.values():
        if reference.key in item.keys and item.number not in reference.numbers:
            found[f"the record on [{item.number}]", item.anchor] = None
    return found


def _mentioned_in(destinations: Destinations, mentions: Iterable[Mention]) -> dict[str, Links]:
    """The places that mention a name or a term, by its id."""
    found: dict[str, Links] = defaultdict(dict)
    for mention in mentions:
        for id in mention.ids:
            found[id][destinations.link(mention.target)] = None
    return found
