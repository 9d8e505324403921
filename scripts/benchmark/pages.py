"""In: the works, and how many pages. Out: invented pages of Markdown, and what the apparatus can hang on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from .prose import Prose
from .works import Work

PARAGRAPHS = ("p1", "p2a", "p2b", "p3")
CHAPTER = 20
"""Pages in a chapter, its first page included."""

CITATIONS = 6
"""Citations on a page."""


@dataclass
class Page:
    """A page of text: `lemmas` are words that stand once in a paragraph, `numbers` its printed numbers with work and paragraph."""

    path: str
    section: str
    title: str
    text: str = ""
    lemmas: dict[str, str] = field(default_factory=dict)
    numbers: list[tuple[int, Work, int, str]] = field(default_factory=list)


def plan(prose: Prose, count: int) -> list[Page]:
    """The pages in reading order: chapters of twenty."""
    pages = []
    for at in range(count):
        chapter, within = at // CHAPTER + 1, at % CHAPTER
        name = f"part-{chapter}/" + (f"page-{within}.md" if within else "index.md")
        pages.append(Page(name, f"{chapter}.{within}" if within else str(chapter), prose.title(2)))
    return pages


def _brackets(page: Page, cited: Iterator[tuple[int, Work]], prose: Prose) -> dict[str, list[str]]:
    """The citation brackets of each paragraph: six citations, two of them in one bracket, one with its place."""
    brackets: dict[str, list[str]] = {id: [] for id in PARAGRAPHS}
    for shape in prose.random.sample([1, 1, 1, 1, 2], 5):
        id = PARAGRAPHS[min(sum(len(found) for found in brackets.values()), 3)]
        parts = []
        for _ in range(shape):
            number, work = next(cited)
            locator = f", p. {number % 90 + 1}" if number % 5 == 0 else ""
            page.numbers.append((number, work, int(id[1]), locator.removeprefix(", ")))
            parts.append(f"@{work.key}{locator}")
        brackets[id].append(f"[{'; '.join(parts)}]")
    return brackets


def write_pages(pages: list[Page], works: list[Work], forms: list[str], prose: Prose) -> None:
    """Write the text of every page; each of `forms` (names, terms) stands on one page at least."""
    cited, waiting = iter(enumerate(works, start=1)), iter(forms)
    for at, page in enumerate(pages):
        brackets = _brackets(page, cited, prose)
        parts = [
            f'---\ntitle: {page.title}\nsection: "{page.section}"\ndescription: {prose.sentence()}\n---\n\n# {page.title}\n'
        ]
        for number, id in enumerate(PARAGRAPHS):
            lemma = page.lemmas[id] = f"{at * 10 + number + 1000} {prose.words(1)}"
            form = next(waiting, None) or prose.random.choice(forms)
            said = [
                prose.sentence(words)
                for words in (
                    "",
                    lemma,
                    form,
                    "",
                    _link(page, pages, prose) if number == 1 else f"*{prose.words(2)}*",
                )
            ]
            for where, bracket in enumerate(brackets[id]):
                said[where * 2] += bracket
            parts.append(f"{' '.join(said)}\n{{: #{id} }}\n")
        if at % 10 == 3:
            rows = "".join(
                f"| {prose.words(2)} | {prose.random.randint(1, 999)} |\n" for _ in range(5)
            )
            parts.append(f"| {prose.words(1)} | {prose.words(1)} |\n| --- | --- |\n{rows}")
        page.text = "\n".join(parts)


def _link(page: Page, pages: list[Page], prose: Prose) -> str:
    target = prose.random.choice(pages)
    return f"[{prose.words(2)}](../{target.path}#{prose.random.choice(PARAGRAPHS)})"
