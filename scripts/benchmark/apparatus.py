"""In: the pages and the editors' works. Out: invented data of the apparatus: notes, names, terms, events, relations, concordance."""

from __future__ import annotations

import json
from dataclasses import dataclass

from .pages import PARAGRAPHS, Page
from .prose import Prose
from .works import Work

_KINDS = ["person", "body", "document", "place", "mission"]
_EVENTS = [
    "diplomacy",
    "culture",
    "science",
    "education",
    "agriculture",
    "space",
    "politics",
    "attack",
    "economy",
]
_NOTES = ["fact", "contradiction", "name", "time", "citation", "term"]
NOTES = 2
"""Notes on a page."""


@dataclass
class Sources:
    """The editors' works, given out in turn, so that each is cited."""

    works: list[Work]
    at: int = 0

    def next(self) -> str:
        self.at += 1
        return self.works[self.at % len(self.works)].key


def _yaml(records: list[dict]) -> str:
    # JSON is YAML, and quotes what would be read as something else.
    return "".join(f"- {json.dumps(record, ensure_ascii=False)}\n" for record in records)


def index(prose: Prose, pages: int) -> tuple[list[dict], list[dict]]:
    """Names and terms, each with a form for the text; there are half as many names as pages, and a tenth as many terms."""
    names = [
        {
            "id": f"name-{at}",
            "kind": _KINDS[at % 5],
            "name": prose.name(),
            "description": prose.sentence(),
        }
        for at in range(max(8, pages // 2))
    ]
    terms = [
        {"id": f"term-{at}", "term": prose.name().lower(), "text": prose.sentence()}
        for at in range(max(4, pages // 10))
    ]
    return names, terms


def _notes(pages: list[Page], sources: Sources, prose: Prose) -> dict[str, str]:
    files, id = {}, 0
    for page in pages:
        records = []
        for paragraph in prose.random.sample(PARAGRAPHS, NOTES):
            id += 1
            said = f"{prose.sentence()} {prose.sentence()}"
            record = {
                "id": id,
                "type": _NOTES[id % 6],
                "paragraph": paragraph,
                "lemma": page.lemmas[paragraph],
                "text": said,
            }
            records.append(record | {"sources": [sources.next()], "confidence": "high"})
        files[f"notes/{page.path.removesuffix('.md')}.yml"] = _yaml(
            sorted(records, key=lambda record: record["id"])
        )
    return files


def _events(pages: list[Page], prose: Prose) -> list[dict]:
    events = []
    for at, page in enumerate(pages[::2]):
        month, day = prose.random.randint(1, 12), prose.random.randint(1, 28)
        date = f"{prose.random.randint(1950, 2023)}-{month:02}-{day:02}"
        events.append(
            {
                "id": f"event-{at}",
                "date": date,
                "kind": _EVENTS[at % 9],
                "text": prose.sentence(),
                "place": f"{page.path}#p1",
            }
        )
        events[-1]["citations"] = [page.numbers[0][0]]
    return sorted(events, key=lambda event: event["date"])


def _relations(pages: list[Page]) -> list[dict]:
    types = ["answered-by", "repeated-in", "contradicted-by", "summed-up-in"]
    return [
        {"from": f"{a.path}#p2a", "type": types[at % 4], "to": f"{b.path}#p1"}
        for at, (a, b) in enumerate(zip(pages[::2], pages[1::2], strict=False))
    ]


def write_apparatus(
    pages: list[Page], names: list[dict], terms: list[dict], works: list[Work], prose: Prose
) -> dict[str, str]:
    """The files below docs/data, by path."""
    sources = Sources(works)
    for record in [*names, *terms]:
        record["sources"] = [sources.next()]
    rows = [
        {"number": number, "key": work.key, "page": page.path, "paragraph": paragraph}
        | ({"locator": locator} if locator else {})
        for page in pages
        for number, work, paragraph, locator in page.numbers
    ]
    files = {
        "concordance.yml": rows,
        "names.yml": names,
        "glossary.yml": terms,
        "timeline.yml": _events(pages, prose),
        "relations.yml": _relations(pages),
    }
    paper = {
        "title": prose.title(6),
        "year": "1931",
        "language": "en",
        "authors": [{"family": "Wren", "given": "Isolde"}],
        "keywords": [prose.words(1)],
    }
    paper |= {
        "edition": {
            "title": prose.title(3),
            "version": "1.0.0",
            "date": "2025-01-31",
            "text_license": "CC-BY-4.0",
        }
    }
    return (
        {name: _yaml(records) for name, records in files.items()}
        | {"paper.yml": json.dumps(paper)}
        | _notes(pages, sources, prose)
    )
