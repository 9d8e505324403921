"""In: a project's folder. Out: the Edition: everything its sources say, loaded whole and never judged."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from edition.model.apparatus.argument import Column, read_argument
from edition.model.apparatus.event import Event, read_timeline
from edition.model.apparatus.mention import Mention, find_mentions, straight
from edition.model.apparatus.name import Name, Term, read_glossary, read_names
from edition.model.apparatus.note import LeftOut, Note, read_notes
from edition.model.apparatus.relation import Relation, read_relations
from edition.model.pages.citation import Citation
from edition.model.pages.concordance import Row, number_citations, read_concordance
from edition.model.pages.page import Page
from edition.model.pages.reading import read_pages
from edition.model.pages.redirect import Redirect, read_redirects
from edition.model.paper import Paper, read_paper
from edition.model.project import Project, read_project
from edition.model.works.bibliography import Bibliography, read_bibliography
from edition.model.works.link_status import Health, read_health
from edition.model.works.reference import Reference
from edition.problem import Problem


@dataclass
class Edition:
    """The paper, its pages in reading order, the bibliography, the concordance and the critical apparatus."""

    project: Project
    paper: Paper
    bibliography: Bibliography
    concordance: list[Row]
    pages: list[Page]
    notes: list[Note] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    names: list[Name] = field(default_factory=list)
    glossary: list[Term] = field(default_factory=list)
    timeline: list[Event] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    argument: list[Column] = field(default_factory=list)
    redirects: list[Redirect] = field(default_factory=list)
    health: dict[str, Health] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @classmethod
    def load(cls, root: Path | str) -> Edition:
        """Load the edition in the folder `root`. Whatever parses loads; what does not is in `problems`."""
        project = read_project(Path(root))
        paper, paper_problems = read_paper(project.root, project.data)
        concordance, row_problems = read_concordance(project.root, project.data)
        bibliography = read_bibliography(project.root, project.bibliographies)
        pages = read_pages(project)
        edition = cls(project, paper, bibliography, concordance, pages)
        edition.problems = [*project.problems, *paper_problems, *row_problems, *bibliography.problems]
        edition.problems += [problem for page in pages for problem in page.problems]
        number_citations(concordance, pages)
        edition._read_apparatus()
        edition.health, health_problems = read_health(project.root)
        edition.problems += health_problems
        return edition

    def _read_apparatus(self) -> None:
        root, data = self.project.root, self.project.data
        self.notes, self.left_out, problems = read_notes(root, data)
        readers = {
            "names": read_names,
            "glossary": read_glossary,
            "timeline": read_timeline,
            "relations": read_relations,
            "argument": read_argument,
            "redirects": read_redirects,
        }
        for name, read in readers.items():
            found, more = read(root, data)
            setattr(self, name, found)
            problems += more
        self.problems += problems
        order = {page.path: at for at, page in enumerate(self.pages)}
        self.notes.sort(key=lambda note: (order.get(note.page, len(order)), self._where(note)))

    def _where(self, note: Note) -> tuple[int, int]:
        """Paragraph and character at which a note hangs; notes on the whole page come first."""
        page = self.by_path.get(note.page)
        for at, paragraph in enumerate(page.paragraphs if page else []):
            if paragraph.id == note.paragraph:
                return at + 1, straight(paragraph.text).find(straight(note.lemma))
        return 0, 0

    @cached_property
    def by_path(self) -> dict[str, Page]:
        return {page.path: page for page in self.pages}

    @cached_property
    def _notes_by_page(self) -> dict[str, list[Note]]:
        found: dict[str, list[Note]] = defaultdict(list)
        for note in self.notes:
            found[note.page].append(note)
        return found

    def notes_on(self, path: str) -> list[Note]:
        """The notes of a page, in the order in which they hang in it."""
        return list(self._notes_by_page.get(path, ()))

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
        return [reference for reference in self.bibliography if reference.place.path != self.project.paper_bibliography]
