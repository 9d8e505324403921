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
from edition.citing.styled_citations import StyledCitations
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


def _mark(html: str, address: str) -> Markup:
    """Mark the day of reading, and the address of the page, if it is not empty."""
    html = _DAY.sub(_marked_day, str(html))
    written = str(escape(address))
    shown = "address of this page" if address == ADDRESS else written
    if address:
        html = html.replace(written, f'<span class="cite-address">{shown}</span>')
    return Markup(html)


def _mark_place(html: Markup, section: str) -> Markup:
    """Mark the place cited; empty where the style shows none."""
    place = Markup('<span class="cite-place" data-section="{0}">{0}</span>').format(section)
    return html.replace(PLACE, place) if PLACE in html else Markup("")


def _page_item(edition: Edition, page: Page) -> CslItem:
    """The page's item, with a stand-in for its address where that is unknown."""
    item = page_item(edition, page)
    return item if "URL" in item else item | {"URL": ADDRESS}


def _page_requests(edition: Edition, page: Page) -> list[Request]:
    """The page as a whole and at a paragraph."""
    item = _page_item(edition, page) | {"accessed": DAY}
    return [Request(item), Request(item, f"para. {PLACE}")]


def _paper_requests(edition: Edition) -> list[Request]:
    """The paper as a whole and at a section."""
    item = paper_item(edition)
    return [Request(item), Request(item, f"sec. {PLACE}")]


def page_requests(edition: Edition) -> Iterator[Request]:
    """The paper and every page of the edition."""
    yield from _paper_requests(edition)
    for page in edition.pages:
        yield from _page_requests(edition, page)


def reference_requests(edition: Edition) -> Iterator[Request]:
    """Every work of the bibliography that has a title."""
    items = map(csl_item, edition.bibliography)
    return (Request(item) for item in items if "title" in item)


class CitationForms:
    """All forms of an edition, whose requests `styled` was told to start with."""

    def __init__(self, edition: Edition, styled: StyledCitations) -> None:
        self._edition = edition
        self._styled = styled

    def of_page(self, page: Page) -> Citable:
        """This page of this edition, to be cited as a whole or at one of its paragraphs."""
        item = _page_item(self._edition, page)
        styles = self._styles(_page_requests(self._edition, page), address=item["URL"])
        return Citable("edition", styles, _formats(item, bibtex_of_item(item), item["URL"]))

    def of_paper(self, page: Page) -> Citable:
        """The paper, to be cited as a whole or at the section that `page` restates."""
        item = paper_item(self._edition)
        whole, at_section = _paper_requests(self._edition)
        requests = [whole, at_section] if page.section else [whole]
        styles = self._styles(requests, section=page.section)
        return Citable("paper", styles, _formats(item, bibtex_of_item(item)))

    def of_reference(self, reference: Reference) -> Citable:
        """A work of the bibliography; in no style where it has no title."""
        item = csl_item(reference)
        styles = self._styles([Request(item)]) if "title" in item else []
        return Citable("source", styles, _formats(item, bibtex_entry(reference)))

    def _styles(
        self, requests: list[Request], address: str = "", section: str = ""
    ) -> list[Styled]:
        """Every style of a whole and, if there are two requests, of a place in it."""
        whole, *at_place = map(self._styled.get, requests)
        found = []
        for style in STYLES:
            reference, citation = (_mark(html, address) for html in whole[style.id])
            located = _mark(at_place[0][style.id].citation, address) if at_place else Markup("")
            found.append(Styled(style, reference, citation, _mark_place(located, section)))
        return found


def _formats(item: CslItem, bibtex: str, address: str = "") -> list[tuple[str, Markup]]:
    texts = {
        "BibTeX": bibtex,
        "RIS": ris_of_items([item]),
        "CSL-JSON": json_bytes([item]).decode(),
    }
    return [(name, _mark(escape(text), address)) for name, text in texts.items()]
