"""Writes an invented edition of any number of pages and references: the same from the same seed.

Its words are of no language. Each page has two paragraphs with six citations or more, and a note.
"""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from random import Random

PART = 20  # pages
CITATIONS = 6  # on a page, at least
SYLLABLES = "ba bren cal dor el fam gor hin jal kem lor mas nel os pra qui rost sal tur vek".split()
HEAD = "---\ntitle: {0}\ndescription: {0} of an invented paper.\n---\n\n{1}\n"
LISTS = {
    "index.md": HEAD.format("The paper", "\\titlepage"),
    "references.md": HEAD.format("References", "# References\n\n\\references"),
    "notes.md": HEAD.format("Notes", "# Notes\n\n\\notes"),
}
PAPER = """\
title: An Invented Paper
year: "1931"
authors: [{family: Wren, given: Isolde}]
edition: {title: An Invented Edition, version: 1.0.0}
"""
PAGE = """\
---
title: {title}
section: "{section}"
description: An invented page.
---

# {title}

{lemma} {first}
{{: #p1 }}

{second}
{{: #p2 }}
"""
ENTRY = """\
@article{{{key},
  author = {{{family}, {given}}},
  title = {{{{{title}}}}},
  journal = {{{{{journal}}}}},
  volume = {{{volume}}},
  date = {{{year}}},
  year = {{{year}}},
  langid = {{english}},
  keywords = {{{numbers}}},
}}
"""  # pybtex knows no `date`
EDITORS = ENTRY.replace("  keywords = {{{numbers}}},\n", "").format(
    key="quill1930rules", family="Quill", given="Tobias", title="Rules", journal="Annals",
    volume=1, year=1930,
)  # fmt: skip


class InventedEdition:
    """The files of docs/ and bib/ by path, and the pages of each part. Works are cited in turn."""

    def __init__(self, pages: int, references: int, seed: int = 1) -> None:
        self.random = Random(seed)
        self.words = ["".join(self.random.choices(SYLLABLES, k=3)) for _ in range(4000)]
        self.references = references
        self.concordance: list[dict[str, object]] = []
        self.parts: dict[str, list[str]] = defaultdict(list)
        self.files = {f"docs/{path}": text for path, text in LISTS.items()}
        self.files |= {"docs/data/paper.yml": PAPER, "bib/editors.bib": EDITORS}
        sentences = max(CITATIONS, -(-references // pages))
        for at in range(pages):
            self.add_page(at, sentences)
        self.files["docs/data/concordance.yml"] = records(self.concordance)
        self.files["bib/paper.bib"] = "\n".join(map(self.entry, range(references)))

    @property
    def navigation(self) -> list[object]:
        """The `nav` of mkdocs.yml."""
        return [*LISTS, *({part: pages} for part, pages in self.parts.items())]

    def phrase(self, count: int) -> str:
        return " ".join(self.random.choices(self.words, k=count)).capitalize()

    def add_page(self, at: int, sentences: int) -> None:
        part, page = at // PART + 1, at % PART + 1
        path = f"part-{part}/page-{page}"
        self.parts[f"Part {part}"].append(f"{path}.md")
        half = sentences // 2
        self.files[f"docs/{path}.md"] = PAGE.format(
            title=self.phrase(2),
            section=f"{part}.{page}",
            lemma=at + 1000,
            first=" ".join(self.cite(f"{path}.md", 1) for _ in range(half)),
            second=" ".join(self.cite(f"{path}.md", 2) for _ in range(sentences - half)),
        )
        note = {"id": at + 1, "type": "fact", "paragraph": "p1", "lemma": f"{at + 1000}"}
        note |= {"text": f"{self.phrase(20)}.", "confidence": "high", "sources": "quill1930rules"}
        self.files[f"docs/data/notes/{path}.yml"] = records([note])

    def cite(self, page: str, paragraph: int) -> str:
        """Return a sentence that cites the next work, and enter it in the concordance."""
        at = len(self.concordance)
        key = f"work{at % self.references}"
        row = {"number": at + 1, "key": key, "page": page, "paragraph": paragraph}
        self.concordance.append(row)
        return f"{self.phrase(16)}.[@{key}]"

    def entry(self, at: int) -> str:
        numbers = range(at + 1, len(self.concordance) + 1, self.references)
        family, given = self.phrase(2).title().split()
        return ENTRY.format(
            key=f"work{at}",
            family=family,
            given=given,
            title=self.phrase(5),
            journal=self.phrase(2),
            volume=at + 1,
            year=self.random.randint(1900, 2020),
            numbers=", ".join(f"ref{number}" for number in numbers),
        )

    def write(self, folder: Path) -> None:
        """Write docs/ and bib/."""
        for path, text in self.files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def records(values: list[dict[str, object]]) -> str:
    # JSON is YAML that needs no quoting rules.
    return "".join(f"- {json.dumps(value)}\n" for value in values)
