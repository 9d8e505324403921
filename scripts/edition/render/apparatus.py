"""In: the edition. Out: the HTML of a command in a page, such as `\\references`, and the anchors that it brings."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from ..model import Citation, Edition, Page
from .addresses import relative_address
from .dates import readable_date
from .reference import FormattedReference, Formatter
from .templates import fill

COMMAND = re.compile(r"<p>\\([a-z][a-z-]*)</p>")
"""A command is a paragraph of its own, found in the rendered page, so that code that quotes one is left alone."""


@dataclass(frozen=True)
class Generated:
    """HTML that stands in for a command, and the ids in it."""

    html: Markup
    anchors: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class CitingPlace:
    """Where a work is cited: the words that name the place, its address, and the citing sentence."""

    number: int | None
    where: str
    address: str
    sentence: str


class Apparatus:
    """Everything that is generated from an edition, one method for each command. `COMMANDS` names them."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.format = Formatter(edition.bibliography)

    def page_label(self, page: Page) -> str:
        return f"{page.section} {page.title}".strip()

    def place_label(self, path: str, paragraph: str) -> str:
        """`2.3 Education, paragraph 1b`."""
        page = self.edition.by_path[path]
        number = paragraph.removeprefix("p")
        return f"{self.page_label(page)}, paragraph {number}" if number[:1].isdigit() else self.page_label(page)

    def citing_places(self, key: str, from_page: Page) -> list[CitingPlace]:
        return [self._citing_place(citation, from_page) for citation in self.edition.cited_by.get(key, [])]

    def _citing_place(self, citation: Citation, from_page: Page) -> CitingPlace:
        anchor = citation.anchor or citation.paragraph
        target = self.edition.by_path[citation.page].address + (f"#{anchor}" if anchor else "")
        return CitingPlace(citation.number, self.place_label(citation.page, citation.paragraph), relative_address(from_page.address, target), citation.sentence)

    def references(self, page: Page) -> Generated:
        """The works the paper cites, each with every place that cites it, and after them the editors' own sources."""
        lists = [(references, [(self.format(reference), self.citing_places(reference.key, page)) for reference in references]) for references in (self.edition.paper_references, self.edition.editors_references)]
        html = fill("references", paper=lists[0][1], editors=lists[1][1])
        return Generated(html, frozenset(f"ref-{reference.key}" for reference in self.edition.bibliography))

    def concordance_numbers(self, page: Page) -> Generated:
        """The printed numbers in order: work, place, and which other numbers name the same work."""
        rows = []
        for row in self.edition.concordance:
            if row.key not in self.edition.bibliography or row.page not in self.edition.by_path:
                continue
            same = [other.number for other in self.edition.concordance if other.key == row.key and other.number != row.number]
            rows.append((row, self.format(self.edition.bibliography[row.key]), same, self._number_address(row.number, row.page, page), self._number_label(row.number, row.page)))
        html = fill("concordance-numbers", rows=rows, references=self._page_address("references.md", page))
        return Generated(html, frozenset(f"n{row[0].number}" for row in rows))

    def _number_address(self, number: int, path: str, page: Page) -> str:
        return relative_address(page.address, f"{self.edition.by_path[path].address}#cite-{number}")

    def _number_label(self, number: int, path: str) -> str:
        citation = next((c for c in self.edition.by_path[path].citations if c.number == number), None)
        return self.place_label(path, citation.paragraph if citation else "")

    def _page_address(self, path: str, page: Page) -> str:
        target = self.edition.by_path.get(path)
        return relative_address(page.address, target.address) if target else ""

    def concordance_paragraphs(self, page: Page) -> Generated:
        """The paper's sections and paragraphs in order, each with the places that restate it."""
        sections = []
        for other in self.edition.pages:
            if not other.section:
                continue
            paragraphs: dict[int, list[tuple[str, str]]] = {}
            for paragraph in other.paragraphs:
                if paragraph.number:
                    paragraphs.setdefault(paragraph.number, []).append((paragraph.id, relative_address(page.address, f"{other.address}#{paragraph.id}")))
            sections.append((other, relative_address(page.address, other.address), paragraphs))
        return Generated(fill("concordance-paragraphs", sections=sections))

    def titlepage(self, _page: Page) -> Generated:
        """Title, authors with their affiliation, and what kind of text this is."""
        paper = self.edition.paper
        affiliations = list(dict.fromkeys(author.affiliation for author in paper.authors if author.affiliation))
        return Generated(fill("titlepage", paper=paper, affiliations=affiliations))

    def version(self, _page: Page) -> Generated:
        """Version and date of the edition."""
        edition = self.edition.paper.edition
        return Generated(fill("version", edition=edition, date=readable_date(str(edition.get("date", "")))))

    def cite_forms(self, _page: Page) -> Generated:
        """How to name the paper and the edition."""
        edition = self.edition.paper.edition
        return Generated(fill("cite-forms", paper=self.edition.paper, edition=edition, date=readable_date(str(edition.get("date", "")))))

    def works_cited(self, page: Page) -> Markup:
        """The works that a page cites, in order, for its foot, the preview and print."""
        cited: dict[str, list[Citation]] = {}
        for citation in page.citations:
            if citation.key in self.edition.bibliography:
                cited.setdefault(citation.key, []).append(citation)
        if not cited:
            return Markup("")
        works = [(self.format(self.edition.bibliography[key]), citations) for key, citations in cited.items()]
        return fill("works-cited", works=works, references=self._page_address("references.md", page))

    def complete(self, page: Page, html: str) -> Generated:
        """The page's rendered Markdown with its commands carried out, its head under the title and its sources below."""
        anchors: set[str] = set()

        def carry_out(match: re.Match[str]) -> str:
            command = COMMANDS.get(match[1])
            if not command:
                return match[0]
            generated = command(self, page)
            anchors.update(generated.anchors)
            return str(generated.html)

        html = COMMAND.sub(carry_out, html)
        if page.section:
            html = html.replace("</h1>", "</h1>\n" + str(self.page_head(page)), 1)
        return Generated(Markup(html + str(self.works_cited(page))), frozenset(anchors))

    def page_head(self, page: Page) -> Markup:
        """What stands under the title of a page that restates a section."""
        return fill("page-head", page=page, paper=self.edition.paper) if page.section else Markup("")


COMMANDS: dict[str, Callable[[Apparatus, Page], Generated]] = {
    "cite-forms": Apparatus.cite_forms,
    "concordance-numbers": Apparatus.concordance_numbers,
    "concordance-paragraphs": Apparatus.concordance_paragraphs,
    "references": Apparatus.references,
    "titlepage": Apparatus.titlepage,
    "version": Apparatus.version,
}

