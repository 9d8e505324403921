"""Writes an invented edition of any number of pages and references: the same from the same seed.

Its words are of no language. Each page has two paragraphs with six citations or more, and a note.
"""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

CHAPTER = 20  # pages, with the one that opens the chapter
CITATIONS = 6  # on a page, at least
SYLLABLES = "ba bren cal dor el fam gor hin jal kem lor mas nel os pra qui rost sal tur vek".split()
LISTS = {
    "index.md": ("The paper", "\\titlepage"),
    "references.md": ("References", "# References\n\n\\references"),
    "notes.md": ("Notes", "# Notes\n\n\\notes"),
}
PAPER = {
    "title": "An Invented Paper",
    "year": "1931",
    "authors": [{"family": "Wren", "given": "Isolde"}],
    "edition": {"title": "An Invented Edition", "version": "1.0.0"},
}


class InventedEdition:
    """The files of docs/ and bib/ by path, and the navigation.

    The works are cited in turn, so that each is. One in ten is the editors' own, for the notes.
    """

    def __init__(self, pages: int, references: int, seed: int = 1) -> None:
        self.random = Random(seed)
        self.words = ["".join(self.random.choices(SYLLABLES, k=3)) for _ in range(4000)]
        self.files = {"docs/data/paper.yml": json.dumps(PAPER)}
        self.concordance: list[dict[str, object]] = []
        self.nav: list[str] = []
        works = dict(self.work(at) for at in range(references))
        notes = min(references // 10, pages)
        self.editors_keys, self.keys = list(works)[:notes], list(works)[notes:]
        self.cited_as: dict[str, list[str]] = {key: [] for key in self.keys}
        self.citations = max(CITATIONS, -(-len(self.keys) // pages))
        for path, (title, body) in LISTS.items():
            head = f"title: {title}\ndescription: {title} of an invented paper."
            self.files[f"docs/{path}"] = f"---\n{head}\n---\n\n{body}\n"
        for at in range(pages):
            self.add_page(at)
        self.files["docs/data/concordance.yml"] = records(self.concordance)
        self.files["bib/editors.bib"] = "\n".join(
            works[key] + "}\n" for key in sorted(self.editors_keys)
        )
        self.files["bib/paper.bib"] = "\n".join(
            f"{works[key]}  keywords = {{{', '.join(self.cited_as[key])}}},\n}}\n"
            for key in self.keys
        )

    def phrase(self, count: int) -> str:
        return " ".join(self.random.choices(self.words, k=count))

    def work(self, at: int) -> tuple[str, str]:
        """Return a key and the entry, whose last lines are still to come."""
        family, given, *title = self.phrase(7).title().split()
        year = self.random.randint(1900, 2020)
        key = f"{family.lower()}{year}{title[0].lower()}{at}"
        fields = {"author": f"{family}, {given}", "title": f"{{{' '.join(title)}}}"}
        kind = ["article", "book", "online"][at % 3]
        if kind == "article":
            fields |= {"journal": f"{{{self.phrase(2).title()}}}", "volume": str(at + 1)}
        elif kind == "book":
            fields |= {"publisher": f"{{{self.phrase(2).title()}}}"}
        fields |= {"date": str(year), "year": str(year)}  # pybtex knows no `date`
        if kind == "online":
            fields |= {"url": f"https://site{at}.example/{key}", "urldate": "2024-06-15"}
        fields["langid"] = "english"
        lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items())
        return key, f"@{kind}{{{key},\n{lines}"

    def add_page(self, at: int) -> None:
        chapter, within = at // CHAPTER + 1, at % CHAPTER
        path = f"part-{chapter}/" + (f"page-{within}" if within else "index")
        section = f"{chapter}.{within}" if within else f"{chapter}"
        title = self.phrase(2).title()
        if within:
            self.nav.append(f"      - {section} {title}: {path}.md")
        else:
            self.nav += [f"  - {section} {title}:", f"      - {path}.md"]
        head = f'title: {title}\nsection: "{section}"\ndescription: An invented page.'
        lemma = f"{at + 1000}"
        first = [lemma] + [self.cite(f"{path}.md", 1) for _ in range(self.citations // 2)]
        second = [self.cite(f"{path}.md", 2) for _ in range(self.citations - self.citations // 2)]
        self.files[f"docs/{path}.md"] = (
            f"---\n{head}\n---\n\n# {title}\n\n"
            f"{' '.join(first)}\n{{: #p1 }}\n\n{' '.join(second)}\n{{: #p2 }}\n"
        )
        if self.editors_keys:
            note = {"id": at + 1, "type": "fact", "paragraph": "p1", "lemma": lemma}
            note |= {"text": f"{self.phrase(20).capitalize()}.", "confidence": "high"}
            note["sources"] = [self.editors_keys[at % len(self.editors_keys)]]
            self.files[f"docs/data/notes/{path}.yml"] = records([note])

    def cite(self, page: str, paragraph: int) -> str:
        """Return a sentence that cites the next work, and enter it in the concordance."""
        number = len(self.concordance) + 1
        key = self.keys[(number - 1) % len(self.keys)]
        self.cited_as[key].append(f"ref{number}")
        self.concordance.append(
            {"number": number, "key": key, "page": page, "paragraph": paragraph}
        )
        return f"{self.phrase(16).capitalize()}.[@{key}]"

    def navigation(self) -> str:
        """Return the `nav:` of mkdocs.yml. A chapter opens its pages."""
        lists = [f"  - {title}: {path}" for path, (title, _) in LISTS.items()]
        return "\n".join(["nav:", lists[0], *self.nav, *lists[1:]]) + "\n"

    def write(self, folder: Path) -> None:
        """Write docs/ and bib/."""
        for path, text in self.files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")


def records(values: list[dict[str, object]]) -> str:
    # JSON is YAML that needs no quoting rules.
    return "".join(f"- {json.dumps(value)}\n" for value in values)
