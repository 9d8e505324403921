"""In: an edition. Out: what the site prints of its pages and references, made by the templates and extensions that make the site.

The text of a page is its Markdown with each citation printed as on the site. What MkDocs itself adds (menus, the shell
around a page) and where its links are resolved to do not depend on the text and are left out.
"""

from __future__ import annotations

from collections import defaultdict

import lxml.html
import markdown
from jinja2 import TemplateError

from edition.model import Citation, Edition, Page, Reference
from edition.review.passages import Passage, read_passages
from edition.site.citation_links import bracket_markdown
from edition.site.page_builder import DIRECTIVE, PageBuilder
from edition.site.paragraph_marks import ParagraphMarks
from edition.site.templates import macro


class Printed:
    """What one edition prints; each thing is worked out when it is asked for."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.apparatus = PageBuilder(edition)
        self.context = self.apparatus.context
        given = edition.project.extensions
        self._markdown = markdown.Markdown(
            extensions=[*given.names],
            extension_configs={name: dict(options) for name, options in given.options},
        )
        self._marked = markdown.Markdown(
            extensions=[*given.names, ParagraphMarks()],
            extension_configs={name: dict(options) for name, options in given.options},
        )

    def passages(self, page: Page) -> list[Passage]:
        """The page's own text; what a command puts in its place is compared as data."""
        return read_passages(DIRECTIVE.sub("", self._html(page, self._markdown)))

    def whole(self, page: Page) -> str | None:
        """The page's HTML with all that the edition adds to it: commands carried out, notes, sources and terms at its foot.

        None where the data that it shows are so broken that no page can be made of them; the problems say how.
        """
        try:
            return str(self.apparatus.complete(page, self._html(page, self._marked)).html)
        except (TemplateError, LookupError, TypeError, ValueError):
            return None

    def _html(self, page: Page, parser: markdown.Markdown) -> str:
        brackets: dict[int, list[Citation]] = defaultdict(list)
        for citation in page.citations:
            brackets[citation.start].append(citation)
        pieces, at = [], 0
        for start in sorted(brackets):
            pieces += [page.body[at:start], self._bracket(brackets[start])]
            at = brackets[start][0].end
        try:
            return parser.reset().convert("".join([*pieces, page.body[at:]]))
        except RecursionError:  # reported as a problem; the page is not built
            return ""

    def _bracket(self, citations: list[Citation]) -> str:
        """As the site prints it. A numbered one whose entry is lost keeps its number: the loss is told once, as a problem."""
        if any(
            citation.number and citation.key not in self.edition.bibliography
            for citation in citations
        ):
            return ", ".join(
                f"&#91;{citation.number or citation.key}&#93;" for citation in citations
            )
        return bracket_markdown(self.edition, citations)

    def reference(self, reference: Reference) -> Passage:
        """The entry of the list of references: numbers, description, what is said beside it, and how the paper prints it."""
        shown = self.context.reference(reference.key)
        root = lxml.html.fragment_fromstring(
            str(macro("reference-body", "body", shown)), create_parent="p"
        )
        for link in root.find_class("ref-archive"):  # the same for every address
            link.drop_tree()
        numbers = " ".join(f"[{number}]" for number in shown.numbers)
        printed = [f"Printed as “{title}”." for title in shown.printed_titles]
        printed += [
            f"Printed address: {shown.printed_address}" for _ in [0] if shown.printed_address
        ]
        root.text, root.tail = f"{numbers} {root.text or ''}".lstrip(), None
        last = lxml.html.Element("span")
        last.text = " ".join(["", *printed])
        root.append(last)
        return read_passages(lxml.html.tostring(root, encoding="unicode"))[0]
