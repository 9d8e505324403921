"""In: the edition. Out: what a reader can take of a page, of the paper and of each reference: every style and every format.

The texts are HTML. What a script knows better than the build is marked in them: the address with a paragraph's anchor
(`cite-address`), the day of reading (`cite-today`), and the place cited (`cite-place`).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup, escape

from edition.citing.bibtex import bibtex_entry, bibtex_of_item
from edition.citing.citeproc import Request
from edition.citing.csl_json import CslItem, csl_item
from edition.citing.ris import ris_of_items
from edition.citing.self_citation import page_item, paper_item
from edition.citing.styles import STYLES, Style, StyledCitations
from edition.model import Edition, Page, Reference
from edition.model.files.tables import json_bytes

# Stand-ins that no real value equals, written into the items and looked for in what the processor makes of them.
ADDRESS = "https://address.invalid/page"
DAY = {"date-parts": [[9999, 12, 31]]}
PLACE = "9998"
_DAY = re.compile(r"31 December 9999|Dec(?:ember|\.) 31, 9999|31 Dec\. 9999|9999-12-31")
_FORMS = {
    "31 December 9999": "british",
    "December 31, 9999": "american",
    "Dec. 31, 9999": "american-short",
    "31 Dec. 9999": "british-short",
    "9999-12-31": "iso",
}


@dataclass(frozen=True)
class Styled:
    """A reference and a citation in one style; `located` is the citation with its place marked, empty where the style shows none."""

    style: Style
    reference: Markup
    citation: Markup
    located: Markup


@dataclass(frozen=True)
class Citable:
    """One thing to cite. `formats` are pairs of a name (`BibTeX`) and the text, marked up like the rest."""

    id: str
    styles: list[Styled]
    formats: list[tuple[str, Markup]]


def _mark(html: str, address: str, section: str = "") -> Markup:
    html = _DAY.sub(
        lambda day: f'<span class="cite-today" data-form="{_FORMS[day[0]]}">date of reading</span>',
        html,
    )
    if address:
        shown = "address of this page" if address == ADDRESS else str(escape(address))
        html = html.replace(str(escape(address)), f'<span class="cite-address">{shown}</span>')
    return Markup(
        html.replace(
            PLACE,
            f'<span class="cite-place" data-section="{escape(section)}">{escape(section)}</span>',
        )
    )


def _formats(item: CslItem, bibtex: str) -> list[tuple[str, str]]:
    return [
        ("BibTeX", bibtex),
        ("RIS", ris_of_items([item])),
        ("CSL-JSON", json_bytes([item]).decode()),
    ]


class CitationForms:
    """All forms of an edition. `styled` formats them; `start_pages` and `start_references` have it begin."""

    def __init__(self, edition: Edition, styled: StyledCitations) -> None:
        self._edition, self._styled_citations = edition, styled

    def start_pages(self) -> None:
        """Begin to format the paper and every page of the edition."""
        self._styled_citations.start(
            request for page in (None, *self._edition.pages) for request in self._requests(page)
        )

    def start_references(self) -> None:
        """Begin to format every work of the bibliography that has a title."""
        items = map(csl_item, self._edition.bibliography)
        self._styled_citations.start(Request(item) for item in items if item.get("title"))

    def _own(self, page: Page) -> CslItem:
        """The page's item as it is to be formatted: with an address in any case, and a day of reading."""
        item = page_item(self._edition, page)
        return item | {"URL": item.get("URL", ADDRESS), "accessed": DAY}

    def _requests(self, page: Page | None) -> tuple[Request, Request]:
        """What a page is cited by: as a whole and at a paragraph; the paper, where there is none, as a whole and at a section."""
        item, locator = (self._own(page), "para.") if page else (paper_item(self._edition), "sec.")
        return Request(item), Request(item, f"{locator} {PLACE}")

    def _styled(
        self, page: Page | None, address: str = "", section: str | None = ""
    ) -> list[Styled]:
        """Page or paper in every style; without a `section` (None) the paper is cited as a whole."""
        found, (whole, at_place) = (
            [],
            [self._styled_citations.get(request) for request in self._requests(page)],
        )
        for style in STYLES:
            plain = whole[style.id]
            located = at_place[style.id].citation if section is not None else ""
            texts = (plain.reference, plain.citation, located if PLACE in located else "")
            found.append(Styled(style, *(_mark(text, address, section or "") for text in texts)))
        return found

    def of_page(self, page: Page) -> Citable:
        """This page of this edition."""
        item = self._own(page)
        address = item["URL"]
        taken = {name: value for name, value in item.items() if name != "accessed"}
        formats = [
            (name, _mark(str(escape(text)), address))
            for name, text in _formats(taken, bibtex_of_item(taken))
        ]
        return Citable("edition", self._styled(page, address), formats)

    def of_paper(self, page: Page) -> Citable | None:
        """The paper, at the section that `page` restates; None where the paper's title is unknown."""
        item = paper_item(self._edition)
        if "title" not in item:
            return None
        formats = [
            (name, Markup(escape(text))) for name, text in _formats(item, bibtex_of_item(item))
        ]
        return Citable("paper", self._styled(None, "", page.section or None), formats)

    def of_reference(self, reference: Reference) -> Citable:
        """A work of the bibliography, as the edition knows it."""
        item = csl_item(reference)
        formats = [
            (name, Markup(escape(text))) for name, text in _formats(item, bibtex_entry(reference))
        ]
        done = self._styled_citations.get(Request(item)) if item.get("title") else {}
        styled = [
            Styled(style, *(_mark(text, "") for text in done[style.id]), Markup(""))
            for style in STYLES
            if done
        ]
        return Citable("source", styled, formats)
