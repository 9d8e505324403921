"""The Edition: everything that the sources in docs/ and bib/ say, loaded whole and never judged."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from edition.language.dates import NBSP
from edition.model.apparatus.argument import Column
from edition.model.apparatus.event import Event
from edition.model.apparatus.evidence import FILE as EVIDENCE
from edition.model.apparatus.evidence import Evidence
from edition.model.apparatus.mention import Mention, find_mentions
from edition.model.apparatus.name import Name, Term
from edition.model.apparatus.note import LeftOut, Note
from edition.model.apparatus.relation import Relation
from edition.model.files.records import Item
from edition.model.files.yaml import read_items
from edition.model.pages.citation import Citation
from edition.model.pages.concordance import Row, number_citations, read_concordance
from edition.model.pages.page import Page, Paragraph, read_page
from edition.model.pages.redirect import FILE as REDIRECTS
from edition.model.pages.redirect import Redirect
from edition.model.pages.target import Target
from edition.model.paper import Paper, read_paper
from edition.model.project import Project, read_project
from edition.model.works.bibliography import Bibliography, read_bibliography
from edition.model.works.link_status import LinkStatus, read_link_status
from edition.model.works.reference import Reference
from edition.problem import Problem

Read = TypeVar("Read")
NOTES = "notes"
LEFT_OUT = "left-out.yml"


@dataclass
class Edition:
    """The paper, its pages in reading order, its bibliography, concordance and apparatus."""

    project: Project
    paper: Paper
    bibliography: Bibliography
    concordance: list[Row]
    pages: list[Page]
    notes: list[Note]
    left_out: list[LeftOut]
    names: list[Name]
    glossary: list[Term]
    timeline: list[Event]
    relations: list[Relation]
    argument: list[Column]
    evidence: list[Evidence]
    redirects: list[Redirect]
    link_status: dict[str, LinkStatus]
    problems: list[Problem]

    @classmethod
    def load(cls, root: Path | str) -> Edition:
        """Load the edition in the folder `root`. What cannot be read is in `problems`."""
        project = read_project(Path(root))
        root, data = project.root, project.data
        bibliography = read_bibliography(root, project.bibliographies)
        problems = project.problems + bibliography.problems

        def noted(read: tuple[Read, list[Problem]]) -> Read:
            """What was read; the problems with it are noted."""
            problems.extend(read[1])
            return read[0]

        def items(path: str, kind: type[Item], **given: object) -> list[Item]:
            """The records of a data file as items; none if there is no such file."""
            return noted(read_items(root, f"{data}/{path}", kind, **given))

        concordance = noted(read_concordance(root, data))
        pages = [
            read_page(root, project.docs, path, project.extensions, bibliography.author_of)
            for path in dict.fromkeys(project.pages)
        ]
        number_citations(concordance, pages)
        for page in pages:
            problems += page.problems
        edition = cls(
            project=project,
            paper=noted(read_paper(root, data)),
            bibliography=bibliography,
            concordance=concordance,
            pages=pages,
            notes=[],
            left_out=items(f"{NOTES}/{LEFT_OUT}", LeftOut),
            names=items("names.yml", Name),
            glossary=items("glossary.yml", Term),
            timeline=items("timeline.yml", Event),
            relations=items("relations.yml", Relation),
            argument=items("argument.yml", Column),
            evidence=items(EVIDENCE, Evidence),
            redirects=items(REDIRECTS, Redirect),
            link_status=noted(read_link_status(root)),
            problems=problems,
        )
        # There is one file of notes for each page: `notes/space.yml` for `space.md`.
        for file in sorted((root / data / NOTES).rglob("*.yml")):
            path = file.relative_to(root / data / NOTES)
            if file.name != LEFT_OUT:
                page_path = path.with_suffix(".md").as_posix()
                edition.notes += items(f"{NOTES}/{path.as_posix()}", Note, page=page_path)
        edition._sort_notes()
        return edition

    def _sort_notes(self) -> None:
        """Sort the notes as what they are on stands in the text; the page comes before its text."""
        order = {target: at for at, target in enumerate(self._targets)}

        def position(note: Note) -> tuple[int, int]:
            # A note on a paragraph that is not there stands with those on the page.
            target = note.target if note.target in order else Target(note.page)
            found = self.find_lemma(note)
            return order.get(target, len(order)), found[1][0] if found else -1

        self.notes.sort(key=position)

    @cached_property
    def _targets(self) -> dict[Target, Paragraph | None]:
        """The pages, and after each its paragraphs with an id, in reading order."""
        targets: dict[Target, Paragraph | None] = {}
        for page in self.pages:
            targets[Target(page.path)] = None
            for paragraph in page.paragraphs:
                targets.setdefault(paragraph.target, paragraph)
        return targets

    def has(self, target: Target) -> bool:
        """Whether the target is a page of the edition, or a paragraph with an id in one."""
        return target in self._targets

    def address(self, target: Target) -> str:
        """The address of a target below the site's root; empty where there is no such page."""
        page = self.by_path.get(target.page)
        if page is None:
            return ""
        return f"{page.address}#{target.anchor}" if target.anchor else page.address

    def label(self, target: Target) -> str:
        """`1.1 Stone, paragraph 1b` for `towers/stone.md#p1b`; the page for another anchor."""
        page = self.by_path.get(target.page)
        label = page.label if page else target.page
        number = target.anchor.removeprefix("p")
        if number[:1].isdigit():
            return f"{label}, paragraph {number}"
        return f"{label}, {target.anchor}" if self._targets.get(target) else label

    def short_label(self, target: Target) -> str:
        """`2.3 ¶1b` for a paragraph of section 2.3, `2` for a section, else `abstract`."""
        page = self.by_path.get(target.page)
        if page is None:
            return target.page
        paragraph = self._targets.get(target)
        name = page.section or (paragraph.id if paragraph else page.title)
        if paragraph and paragraph.number:
            return f"{name}{NBSP}¶{paragraph.id[1:]}"
        return name

    @cached_property
    def _list_pages(self) -> dict[str, str]:
        return {name: page.path for page in reversed(self.pages) for name in page.directives}

    def list_page(self, directive: str) -> str:
        """The path of the first page with a directive, such as `references`.

        Where none has it, the path at which it is expected: `references.md`.
        """
        return self._list_pages.get(directive, f"{directive}.md")

    @cached_property
    def by_path(self) -> dict[str, Page]:
        return {page.path: page for page in self.pages}

    def notes_on(self, path: str) -> list[Note]:
        """The notes of a page, in the order of the words that they are on."""
        return [note for note in self.notes if note.page == path]

    @cached_property
    def notes_by_id(self) -> dict[int, Note]:
        return {note.id: note for note in self.notes}

    @cached_property
    def notes_by_source(self) -> dict[str, list[Note]]:
        """The notes that rest on each work, by its key."""
        found: dict[str, list[Note]] = defaultdict(list)
        for note in self.notes:
            for key in dict.fromkeys(note.sources):
                found[key].append(note)
        return found

    def find_lemma(self, note: Note) -> tuple[Paragraph, tuple[int, int]] | None:
        """The paragraph with the words of a note, and where they stand in it, as start and end."""
        paragraph = self._targets.get(note.target)
        span = paragraph.find(note.lemma) if paragraph else None
        return (paragraph, span) if paragraph and span else None

    @cached_property
    def evidence_by_number(self) -> dict[int, Evidence]:
        """What the source of each printed number says, in the order of the numbers."""
        first = {item.number: item for item in reversed(self.evidence)}
        return dict(sorted(first.items()))

    @cached_property
    def name_mentions(self) -> list[Mention]:
        """Every place where the text names something of the index of names."""
        return find_mentions(self.names, self.pages)

    @cached_property
    def term_mentions(self) -> list[Mention]:
        """Every place where the text uses a term of the glossary."""
        return find_mentions(self.glossary, self.pages)

    @property
    def citations(self) -> list[Citation]:
        """Every citation, in reading order."""
        return [citation for page in self.pages for citation in page.citations]

    @cached_property
    def citations_by_number(self) -> dict[int, Citation]:
        """The first citation with each printed number, which has the number's anchor."""
        citations = [citation for citation in self.citations if not citation.is_repeated]
        return {citation.number: citation for citation in citations if citation.number}

    @cached_property
    def cited_by(self) -> dict[str, list[Citation]]:
        """The citations of each key, in reading order."""
        found: dict[str, list[Citation]] = defaultdict(list)
        for citation in self.citations:
            found[citation.key].append(citation)
        return found

    @cached_property
    def paper_references(self) -> list[Reference]:
        """The works the paper cites, in the order of their first printed number."""
        listed = self.bibliography.of(self.project.paper_bibliography)
        return sorted(listed, key=lambda reference: reference.numbers[:1] or [10**6])

    @cached_property
    def editors_references(self) -> list[Reference]:
        """The works that only the editorial notes cite."""
        paper = self.project.paper_bibliography
        return [work for work in self.bibliography if work.location.path != paper]
