"""What a reader can take of a page, of the paper and of each work: every style and every format.

The texts are HTML. A script completes them, so some parts are marked: the address, to which it adds
a paragraph's anchor (`cite-address`), the day of reading (`cite-today`) and the place cited
(`cite-place`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from edition.citing.bibtex import bibtex_entry, bibtex_of_item
from edition.citing.citeproc import Request
from edition.citing.csl_item import CslDate, CslItem
from edition.citing.csl_json import csl_item
from edition.citing.ris import ris_of_items
from edition.citing.self_citation import page_item, paper_item
from edition.citing.styled_citations import InStyles, StyledCitations
from edition.citing.styles import STYLES, Style
from edition.model import Edition, Page, Reference
from edition.model.files.tables import json_bytes

# Stand-ins for what only the script knows. No real value equals them: they are written into the
# items that are formatted, and replaced by marked elements in the result.
ADDRESS = "https://address.invalid/page"
DAY: CslDate = {"date-parts": [[9999, 12, 31]]}
PLACE = "99989998"
DAY_FORMS = {
    "31 December 9999": "british",
    "December 31, 9999": "american",
    "Dec. 31, 9999": "american-short",
    "31 Dec. 9999": "british-short",
    "9999-12-31": "iso",
}
"""How the styles write the stand-in of a day, and the name by which the script knows each form."""
_DAY = re.compile("|".join(map(re.escape, DAY_FORMS)))


@dataclass(frozen=True)
class Styled:
    """A reference and a citation in one style.

    `located` is the citation with its place marked; empty where the style shows none.
    """

    style: Style
    reference: Markup
    citation: Markup
    located: Markup


@dataclass(frozen=True)
class Citable:
    """One thing to cite. `formats` are pairs of a name (`BibTeX`) and the text, as HTML."""

    id: str
    styles: list[Styled]
    formats: list[tuple[str, Markup]]


def _marked_day(day: re.Match[str]) -> str:
    form = DAY_FORMS[day[0]]
    return f'<span class="cite-today" data-form="{form}">date of reading</span>'


def _mark(html: str, address: str) -> str:
    """Mark the day of reading, and the address of the page."""
    html = _DAY.sub(_marked_day, html)
    written = str(escape(address))
    shown = "address of this page" if address == ADDRESS else written
    return html.replace(written, f'<span class="cite-address">{shown}</span>') if address else html


def _mark_place(html: str, section: str) -> str:
    """Mark the place cited; empty where the style shows none."""
    name = escape(section)
    place = f'<span class="cite-place" data-section="{name}">{name}</span>'
    return html.replace(PLACE, place) if PLACE in html else ""


def _styled(
    whole: InStyles, at_place: InStyles | None = None, address: str = "", section: str = ""
) -> list[Styled]:
    """Every style, with those parts marked that a script completes."""
    found = []
    for style in STYLES:
        reference, citation = whole[style.id]
        located = at_place[style.id].citation if at_place else ""
        styled = Styled(
            style=style,
            reference=Markup(_mark(reference, address)),
            citation=Markup(_mark(citation, address)),
            located=Markup(_mark_place(_mark(located, address), section)),
        )
        found.append(styled)
    return found


def _formats(item: CslItem, bibtex: str) -> list[tuple[str, Markup]]:
    texts = {
        "BibTeX": bibtex,
        "RIS": ris_of_items([item]),
        "CSL-JSON": json_bytes([item]).decode(),
    }
    return [(name, escape(text)) for name, text in texts.items()]


class CitationForms:
    """All forms of an edition. `styled` formats them; the `start_…` methods have it begin."""

    def __init__(self, edition: Edition, styled: StyledCitations) -> None:
        self._edition = edition
        self._styled = styled

    def start_pages(self) -> None:
        """Begin to format the paper and every page of the edition."""
        self._styled.start(self._all_pages())

    def start_references(self) -> None:
        """Begin to format every work of the bibliography that has a title."""
        self._styled.start(self._all_references())

    def start_all(self) -> None:
        """Begin to format pages and works, in half as many runs as if they began one by one."""
        self._styled.start([*self._all_pages(), *self._all_references()])

    def _all_pages(self) -> Iterator[Request]:
        yield from self._paper_requests()
        for page in self._edition.pages:
            yield from self._page_requests(page)

    def _all_references(self) -> Iterator[Request]:
        items = map(csl_item, self._edition.bibliography)
        return (Request(item) for item in items if "title" in item)

    @property
    def are_ready(self) -> bool:
        """Whether everything that was started is formatted."""
        return self._styled.is_ready

    def prune(self) -> None:
        """Forget cached forms that this build did not ask for."""
        self._styled.prune()

    def _page_item(self, page: Page) -> CslItem:
        """The page's item, with a stand-in for its address where that is unknown."""
        item = page_item(self._edition, page)
        return item if "URL" in item else item | {"URL": ADDRESS}

    def _page_requests(self, page: Page) -> tuple[Request, Request]:
        """The page as a whole and at a paragraph."""
        item = self._page_item(page) | {"accessed": DAY}
        return Request(item), Request(item, f"para. {PLACE}")

    def _paper_requests(self) -> tuple[Request, Request]:
        """The paper as a whole and at a section."""
        item = paper_item(self._edition)
        return Request(item), Request(item, f"sec. {PLACE}")

    def of_page(self, page: Page) -> Citable:
        """This page of this edition, to be cited as a whole or at one of its paragraphs."""
        item = self._page_item(page)
        whole, at_place = map(self._styled.get, self._page_requests(page))
        formats = [
            (name, Markup(_mark(str(text), item["URL"])))
            for name, text in _formats(item, bibtex_of_item(item))
        ]
        return Citable("edition", _styled(whole, at_place, item["URL"]), formats)

    def of_paper(self, page: Page) -> Citable:
        """The paper, to be cited as a whole or at the section that `page` restates."""
        item = paper_item(self._edition)
        whole, at_place = map(self._styled.get, self._paper_requests())
        styles = _styled(whole, at_place if page.section else None, section=page.section)
        return Citable("paper", styles, _formats(item, bibtex_of_item(item)))

    def of_reference(self, reference: Reference) -> Citable:
        """A work of the bibliography; in no style where it has no title."""
        item = csl_item(reference)
        styles = _styled(self._styled.get(Request(item))) if "title" in item else []
        return Citable("source", styles, _formats(item, bibtex_entry(reference)))
