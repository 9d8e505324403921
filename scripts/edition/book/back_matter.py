"""In: the edition. Out: the chapters after the text: references, editors' sources, glossary, names, timeline, concordance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from edition.book.book_templates import fill
from edition.book.chapter import Chapter, parse
from edition.book.destinations import Destinations
from edition.citing.formatted_reference import FormattedReference
from edition.citing.formatter import Formatter
from edition.language.dates import NBSP, readable_date
from edition.language.markup import direction
from edition.model import Edition, Event, Mention, Moment, Reference
from edition.model.apparatus.name import KINDS
from edition.model.pages.inline import inline_html
from edition.model.pages.target import Target


def _chapter(id: str, title: str, role: str = "chapter", **values: Any) -> Chapter:
    return Chapter(
        id, title, parse(str(fill(f"{id}.html", direction=direction, **values))), role=role
    )


def _once(places: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return list(dict.fromkeys(places))


def _cited_in(
    edition: Edition, places: Destinations, reference: Reference
) -> list[tuple[str, str]]:
    """Label and id of each place that cites a work, notes last."""
    found = []
    for citation in edition.cited_by.get(reference.key, []):
        label = edition.short_label(citation.target) + (
            f" [{citation.number}]" if citation.number else ""
        )
        found.append((label, citation.anchor or places.id(citation.target)))
    found += [
        (f"note{NBSP}{note.id}", note.anchor)
        for note in edition.notes
        if reference.key in note.sources
    ]
    return _once(found)


def _works(
    edition: Edition, places: Destinations, references: list[Reference]
) -> list[tuple[FormattedReference, list[tuple[str, str]]]]:
    described = Formatter(edition.bibliography)
    return [
        (described(reference), _cited_in(edition, places, reference)) for reference in references
    ]


def _named_in(
    edition: Edition, places: Destinations, mentions: Iterable[Mention]
) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for mention in mentions:
        for id in mention.ids:
            found[id].append((edition.short_label(mention.target), places.id(mention.target)))
    return {id: _once(listed) for id, listed in found.items()}


def _sources(edition: Edition, keys: Iterable[str]) -> list[Reference]:
    return [edition.bibliography[key] for key in keys if key in edition.bibliography]


def _names(edition: Edition, places: Destinations) -> Chapter:
    by_kind = {
        kind: [
            name
            for name in sorted(edition.names, key=lambda name: name.name.lower())
            if name.kind == kind
        ]
        for kind in KINDS
    }
    groups = [(kind, KINDS[kind], names) for kind, names in by_kind.items() if names]
    return _chapter(
        "names",
        "Names",
        "index",
        groups=groups,
        mentions=_named_in(edition, places, edition.name_mentions),
        inline=inline_html,
    )


def _glossary(edition: Edition, places: Destinations) -> Chapter:
    terms = [
        (term, _sources(edition, term.sources))
        for term in sorted(edition.glossary, key=lambda term: term.term.lower())
    ]
    return _chapter(
        "glossary",
        "Glossary",
        "glossary",
        terms=terms,
        mentions=_named_in(edition, places, edition.term_mentions),
        inline=inline_html,
    )


def _moment(moment: Moment | None) -> str:
    day, _, time = moment.iso.partition("T") if moment else ("", "", "")
    return readable_date(day) + (f",{NBSP}{time}" if time else "")


def _event(edition: Edition, places: Destinations, event: Event, notes: set[int]) -> dict[str, Any]:
    date = _moment(event.date) + (f" to {_moment(event.until)}" if event.until else "")
    note = event.note if event.note in notes else None
    return {
        "event": event,
        "date": date,
        "corrected": _moment(event.corrected),
        "label": edition.short_label(event.target),
        "place": places.id(event.target),
        "note": note,
    }


def _concordance(edition: Edition, places: Destinations) -> Chapter:
    rows = []
    for row in edition.concordance:
        page = edition.by_path.get(row.page)
        if row.key in edition.bibliography and page:
            cited = next((c for c in page.citations if c.number == row.number), None)
            rows.append(
                (
                    row,
                    edition.bibliography[row.key],
                    edition.short_label(cited.target if cited else Target(row.page)),
                )
            )
    return _chapter("concordance", "Concordance", rows=rows)


def apparatus(edition: Edition, places: Destinations) -> Iterator[Chapter]:
    """The chapters for which the edition has data."""
    if edition.paper_references:
        yield _chapter(
            "references",
            "References",
            "bibliography",
            works=_works(edition, places, edition.paper_references),
        )
    if edition.editors_references:
        yield _chapter(
            "sources",
            "Sources of the editorial notes",
            "bibliography",
            works=_works(edition, places, edition.editors_references),
        )
    if edition.glossary:
        yield _glossary(edition, places)
    if edition.names:
        yield _names(edition, places)
    if edition.timeline:
        ids = {note.id for note in edition.notes}
        yield _chapter(
            "timeline",
            "Timeline",
            events=[_event(edition, places, event, ids) for event in edition.timeline],
        )
    if edition.concordance:
        yield _concordance(edition, places)
