"""Renders pages and references as the site does, for comparing them.

What the generator adds around a page (menus, resolved links) does not depend on its text and is
left out, as is what the edition adds to it: notes and lists are compared as data.
"""

from __future__ import annotations

from collections import defaultdict
from xml.etree.ElementTree import Element

import lxml.html

from edition.model import Citation, Edition, Page, Reference
from edition.model.pages.manuscript import ManuscriptExtension
from edition.model.pages.markdown import Bracket, CitationExtension, fragment
from edition.model.pages.page import DIRECTIVE
from edition.review.passages import Passage, read_passages
from edition.site.citation_links import citation_nodes
from edition.site.context import Context
from edition.site.templates import macro


class RenderedEdition:
    """An edition, and how its pages and references read."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._context = Context(edition)
        own = (CitationExtension(self._render_citation), ManuscriptExtension())
        self._markdown = edition.project.extensions.parser(*own)
        self._citations: dict[int, list[Citation]] = {}

    def passages(self, page: Page) -> list[Passage]:
        """The passages of the page's own text."""
        self._citations = defaultdict(list)
        for citation in page.citations:
            self._citations[citation.start].append(citation)
        try:
            html = self._markdown.reset().convert(page.body)
        except RecursionError:  # reported as a problem; such a page is not built
            return []
        return read_passages(DIRECTIVE.sub("", html))

    def _render_citation(self, bracket: Bracket) -> Element:
        """The citations of one bracket.

        One whose entry was removed keeps its number, so that the paragraph does not seem changed:
        the loss is reported as a problem.
        """
        citations = self._citations[bracket.start]
        known = self.edition.bibliography
        if any(citation.number and citation.key not in known for citation in citations):
            labels = [citation.number or citation.key for citation in citations]
            return fragment([", ".join(f"[{label}]" for label in labels)])
        return fragment(citation_nodes(self.edition, citations))

    def reference(self, reference: Reference) -> Passage:
        """The entry of the list of references, with what stands beside it there."""
        entry = self._context.reference(reference.key)
        body = lxml.html.fragment_fromstring(
            str(macro("reference-body", "body", entry)), create_parent="p"
        )
        for link in body.find_class("ref-archive"):  # the same for every address
            link.drop_tree()
        for link in body.find_class("ref-link"):  # the page shows the host alone
            link.text = entry.address
        numbers = "".join(f"[{number}] " for number in entry.numbers)
        body.text = f"{numbers}{body.text or ''}"
        beside = lxml.html.Element("span")
        beside.text = "".join(f" {sentence}" for sentence in entry.printed)
        if entry.annotation:
            beside.text += f" {entry.annotation}"
        if entry.printed_address:
            beside.text += f" Printed address: {entry.printed_address}"
        body.append(beside)
        return read_passages(lxml.html.tostring(body, encoding="unicode"))[0]
