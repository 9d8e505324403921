"""Makes an invented edition of any number of pages and references: always the same one.

Its words are of no language. Each page has two paragraphs with six citations or more, and a note.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random

PART = 20  # pages
CITATIONS = 6  # on a page, at least
SYLLABLES = "ba bren cal dor el fam gor hin jal kem lor mas nel os pra qui rost sal tur vek".split()
HEAD = "---\ntitle: {0}\ndescription: {0} of an invented paper.\n---\n\n{1}\n"
LISTS = {
    "docs/index.md": HEAD.format("The paper", "\\titlepage"),
    "docs/references.md": HEAD.format("References", "# References\n\n\\references"),
    "docs/notes.md": HEAD.format("Notes", "# Notes\n\n\\notes"),
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
NOTE = """\
- id: {id}
  type: fact
  paragraph: p1
  lemma: "{lemma}"
  text: {text}.
  confidence: high
  sources: quill1930rules
"""
# pybtex knows no `date`
ENTRY = """\
@article{{{key},
  author = {{{name}}},
  title = {{{{{title}}}}},
  journal = {{{journal}}},
  volume = {{{volume}}},
  date = {{{year}}},
  year = {{{year}}},
  langid = {{english}},{keywords}
}}
"""
EDITORS = ENTRY.format(
    key="quill1930rules", name="Quill, Tobias", title="Rules", journal="Annals", volume=1,
    year=1930, keywords="",
)  # fmt: skip


def invented_edition(pages: int, references: int) -> dict[str, str]:
    """Return the files by path; mkdocs.yml has the navigation alone. Works are cited in turn."""
    random = Random(1)
    words = ["".join(random.choices(SYLLABLES, k=3)) for _ in range(4000)]

    def phrase(count: int) -> str:
        return " ".join(random.choices(words, k=count)).capitalize()

    citations = max(CITATIONS, -(-references // pages))
    rows = list(concordance(pages, references, citations))
    files = LISTS | {"docs/data/paper.yml": PAPER, "bib/editors.bib": EDITORS}
    files["docs/data/concordance.yml"] = "".join(f"- {json.dumps(row)}\n" for row in rows)
    for at in range(pages):
        cited = rows[at * citations : (at + 1) * citations]
        sentences = [f"{phrase(16)}.[@{row['key']}]" for row in cited]
        path, lemma = path_of(at), str(at + 1000)
        files[f"docs/{path}"] = PAGE.format(
            title=phrase(2),
            section=f"{at // PART + 1}.{at % PART + 1}",
            lemma=lemma,
            first=" ".join(sentences[: citations // 2]),
            second=" ".join(sentences[citations // 2 :]),
        )
        note = NOTE.format(id=at + 1, lemma=lemma, text=phrase(20))
        files[f"docs/data/notes/{path.removesuffix('.md')}.yml"] = note
    entries = []
    for at in range(references):
        numbers = range(at + 1, len(rows) + 1, references)
        keywords = ", ".join(f"ref{number}" for number in numbers)
        entries.append(
            ENTRY.format(
                key=f"work{at}",
                name=phrase(2).title().replace(" ", ", "),
                title=phrase(5),
                journal=phrase(2),
                volume=at + 1,
                year=random.randint(1900, 2020),
                keywords=f"\n  keywords = {{{keywords}}},",
            )
        )
    files["bib/paper.bib"] = "\n".join(entries)
    files["mkdocs.yml"] = navigation(pages)
    return files


def path_of(at: int) -> str:
    return f"part-{at // PART + 1}/page-{at % PART + 1}.md"


def concordance(pages: int, references: int, citations: int) -> Iterator[dict[str, object]]:
    """The numbers of the citations, so many on each page, half of them in its first paragraph."""
    for number in range(pages * citations):
        at, on_page = divmod(number, citations)
        yield {
            "number": number + 1,
            "key": f"work{number % references}",
            "page": path_of(at),
            "paragraph": 1 if on_page < citations // 2 else 2,
        }


def navigation(pages: int) -> str:
    lines = [f"  - {path.removeprefix('docs/')}\n" for path in LISTS]
    for at in range(pages):
        if at % PART == 0:
            lines.append(f"  - Part {at // PART + 1}:\n")
        lines.append(f"    - {path_of(at)}\n")
    return f"nav:\n{''.join(lines)}"
