"""In: numbers of pages and references, and a seed. Out: an invented edition on the disk, the same from the same seed."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random

from .apparatus import index, write_apparatus
from .pages import CHAPTER, CITATIONS, Page, plan, write_pages
from .prose import Prose
from .works import Work, give_numbers, make_works

LISTS = {
    "references.md": ("References", "\\references"),
    "notes.md": ("Editorial notes", "\\notes"),
    "timeline.md": ("Timeline", "\\timeline"),
    "names.md": ("Names", "\\names"),
    "glossary.md": ("Glossary", "\\glossary"),
    "concordance.md": ("Concordance", "\\concordance-numbers\n\n\\concordance-paragraphs"),
}
EDITORS = 10
"""One reference in ten is the editors' own, cited by notes and names."""


@dataclass
class Made:
    """An edition in memory: pages, works in the order of the list, and the files of docs/data."""

    pages: list[Page]
    paper: list[Work]
    editors: list[Work]
    data: dict[str, str]

    @property
    def chapters(self) -> list[list[Page]]:
        return [self.pages[at : at + CHAPTER] for at in range(0, len(self.pages), CHAPTER)]


def make_edition(pages: int, references: int, seed: int) -> Made:
    """Invent an edition: six citations a page, two notes, names, terms, events and relations, and every printed number."""
    prose = Prose(Random(f"{seed} {pages} {references}"), 3000)
    works = make_works(prose, references)
    editors = sorted(works[: references // EDITORS], key=lambda work: work.key)
    paper = works[references // EDITORS :]
    made = plan(prose, pages)
    names, terms = index(prose, pages)
    forms = [record.get("name") or record["term"] for record in [*names, *terms]]
    write_pages(made, give_numbers(paper, pages * CITATIONS, prose), forms, prose)
    return Made(made, paper, editors, write_apparatus(made, names, terms, editors, prose))


def lists_of(kind: dict[str, tuple[str, str]] = LISTS) -> dict[str, str]:
    return {
        path: f"---\ntitle: {title}\ndescription: {title} of an invented paper.\n---\n\n# {title}\n\n{command}\n"
        for path, (title, command) in kind.items()
    }


def navigation(made: Made) -> str:
    """The `nav:` of mkdocs.yml: a chapter opens its twenty pages."""
    lines = ["nav:", "  - The paper: index.md"]
    for chapter in made.chapters:
        lines.append(f"  - {chapter[0].section} {chapter[0].title}:")
        lines += [
            f"      - {page.path}"
            if page is chapter[0]
            else f"      - {page.section} {page.title}: {page.path}"
            for page in chapter
        ]
    lines += ["  - Apparatus:", *(f"      - {title}: {path}" for path, (title, _) in LISTS.items())]
    return "\n".join(lines) + "\n"


def write_sources(made: Made, root: Path) -> None:
    """Write docs/ and bib/; each tool adds its own settings."""
    home = "---\ntitle: The paper\ndescription: An invented paper.\n---\n\n\\titlepage\n"
    pages = {page.path: page.text for page in made.pages} | lists_of() | {"index.md": home}
    files = {f"docs/{path}": text for path, text in pages.items()} | {
        f"docs/data/{path}": text for path, text in made.data.items()
    }
    files |= {
        "bib/paper.bib": "\n".join(map(str, made.paper)),
        "bib/editors.bib": "\n".join(map(str, made.editors)),
    }
    for path, text in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
