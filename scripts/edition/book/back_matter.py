"""Makes the chapters after the text, from references to concordance."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from edition.book.chapter import Chapter, fill
from edition.book.destinations import Destinations
from edition.citing.formatted_reference import FormattedReference
from edition.citing.formatter import Formatter
from edition.language.dates import NBSP, readable_moment
from edition.model import Edition, Event, Evidence, Mention, Reference
from edition.model.apparatus.name import KINDS
from edition.model.pages.target import Target

Links = dict[tuple[str, str], None]
"""Labels and ids of places in the book, each once, in reading order."""


@dataclass(frozen=True)
class BookEvidence:
    """What a source says of one citation, where that was seen, another report, and its notes."""

    evidence: Evidence
    source: Reference | None
    report: Reference | None
    notes: list[int]


ListedWork = tuple[FormattedReference, Links, list[BookEvidence]]


@dataclass
class BackMatter:
    """The chapters of an edition that are made of its bibliography and its data."""

    edition: Edition
    destinations: Destinations
    formatter: Formatter

    def chapters(self) -> Iterator[Chapter]:
        """The chapters for which the edition has data."""
        edition = self.edition
        if edition.paper_references:
            works = self._works(edition.paper_references)
            yield _chapter("references", "References", "bibliography", works=works)
        if edition.editors_references:
            works = self._works(edition.editors_references)
            title = "Sources of the editorial notes"
            yield _chapter("sources", title, "bibliography", works=works)
        if edition.glossary:
            yield self._glossary()
        if edition.names:
            yield self._names()
        if edition.timeline:
            events = [self._event(event) for event in edition.timeline]
            yield _chapter("timeline", "Timeline", events=events)
        if edition.concordance:
            yield self._concordance()

    @cached_property
    def _note_ids(self) -> frozenset[int]:
        return frozenset(note.id for note in self.edition.notes)

    def _works(self, references: list[Reference]) -> list[ListedWork]:
        return [
            (self.formatter(work), self._cited_in(work), self._evidence(work))
            for work in references
        ]

    def _evidence(self, reference: Reference) -> list[BookEvidence]:
        """What a work says of the citations that name it."""
        by_number = self.edition.evidence_by_number
        works = self.edition.bibliography.references
        return [
            BookEvidence(
                evidence=by_number[number],
                source=works.get(by_number[number].source),
                report=works.get(by_number[number].report),
                notes=[id for id in by_number[number].notes if id in self._note_ids],
            )
            for number in reference.numbers
            if number in by_number
        ]

    def _cited_in(self, reference: Reference) -> Links:
        """The places that cite a work; notes come last."""
        found: Links = {}
        for citation in self.edition.cited_by.get(reference.key, []):
            label, id = self.destinations.link(citation.target)
            if citation.number:
                label, id = f"{label} [{citation.number}]", citation.anchor
            found[label, id] = None
        for note in self.edition.notes:
            if reference.key in note.sources:
                found[f"note{NBSP}{note.id}", note.anchor] = None
        for item in self.edition.evidence_by_number.values():
            if reference.key in item.keys and item.number not in reference.numbers:
                found[f"the record on [{item.number}]", item.anchor] = None
        return found

    def _mentioned_in(self, mentions: Iterable[Mention]) -> dict[str, Links]:
        """The places that mention a name or a term, by its id."""
        found: dict[str, Links] = defaultdict(dict)
        for mention in mentions:
            for id in mention.ids:
                found[id][self.destinations.link(mention.target)] = None
        return found

    def _glossary(self) -> Chapter:
        terms = sorted(self.edition.glossary, key=lambda term: term.term.lower())
        return _chapter(
            "glossary",
            "Glossary",
            "glossary",
            terms=terms,
            bibliography=self.edition.bibliography,
            mentions=self._mentioned_in(self.edition.term_mentions),
        )

    def _names(self) -> Chapter:
        return _chapter(
            "names",
            "Names",
            "index",
            kinds=KINDS,
            names=sorted(self.edition.names, key=lambda name: name.name.lower()),
            mentions=self._mentioned_in(self.edition.name_mentions),
        )

    def _event(self, event: Event) -> dict[str, object]:
        label, id = self.destinations.link(event.target)
        date = readable_moment(event.date)
        return {
            "event": event,
            "date": f"{date} to {readable_moment(event.until)}" if event.until else date,
            "corrected": readable_moment(event.corrected),
            "label": label,
            "place": id,
            "has_note": event.note in self._note_ids,
        }

    def _concordance(self) -> Chapter:
        edition = self.edition
        cited = edition.citations_by_number
        rows = []
        for row in edition.concordance:
            if row.key in edition.bibliography and row.page in edition.by_path:
                citation = cited.get(row.number)
                label = edition.short_label(citation.target if citation else Target(row.page))
                rows.append((row, edition.bibliography[row.key], label))
        return _chapter("concordance", "Concordance", rows=rows)


def _chapter(id: str, title: str, role: str = "chapter", **values: object) -> Chapter:
    return Chapter(id=id, title=title, body=fill(f"{id}.html", **values), role=role)
