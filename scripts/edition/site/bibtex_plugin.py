"""In: a page on its way through mkdocs-bibtex. Out: the page with its citations printed by the edition's own registry.

The only module that knows mkdocs-bibtex; when the renderer moves, delete it and call `bracket_markdown` from there.
The plugin finds citations by a pattern over raw Markdown. So each true citation, as the model read it, is handed to it
under a plain name (`@citation-120`), and every other `@` of the page is hidden from it meanwhile.
"""

from __future__ import annotations

from collections import defaultdict

from mkdocs_bibtex.citation import Citation as PluginCitation
from mkdocs_bibtex.citation import CitationBlock, InlineReference
from mkdocs_bibtex.plugin import BibTexPlugin
from mkdocs_bibtex.registry import ReferenceRegistry
from pybtex.database import BibliographyData

from edition.model import Citation, Edition, Page
from edition.site.citation_links import bracket_markdown

_HIDDEN_AT = "\ue002"
_NAME = "citation-"


class EditionRegistry(ReferenceRegistry):
    """Prints the citations of the page set by `enter`. Formats nothing itself and never raises on a contributor's text."""

    def __init__(
        self, edition: Edition
    ) -> None:  # the model has read the bibliography: nothing is read again
        self.bib_data = BibliographyData()
        self.footnote_format = "{key}"
        self._edition = edition
        self._brackets: dict[int, list[Citation]] = {}

    def take_place_in(self, plugin: BibTexPlugin) -> None:
        """Become the registry of a plugin, which then reads no bibliography of its own: it does so where a file is newer than it believes."""
        plugin.registry, plugin.last_configured = self, float("inf")

    def enter(self, page: Page, markdown: str) -> str:
        """Prepare `markdown`, the body of `page`, for the plugin."""
        self._brackets = defaultdict(list)
        if not page.html:
            return ""  # A page that could not be read, and was reported: the generator could not read it in bounded time either.
        ends = {}
        for citation in page.citations:
            self._brackets[citation.start].append(citation)
            ends[citation.start] = citation.end
        pieces, at = [], 0
        for start in sorted(self._brackets):
            pieces += [markdown[at:start].replace("@", _HIDDEN_AT), f"[@{_NAME}{start}]"]
            at = ends[start]
        return "".join([*pieces, markdown[at:].replace("@", _HIDDEN_AT)])

    def leave(self, markdown: str) -> str:
        """Undo what `enter` hid."""
        return markdown.replace(_HIDDEN_AT, "@")

    def inline_text(self, citation_block: CitationBlock) -> str:
        starts = [int(part.key.removeprefix(_NAME)) for part in citation_block.citations]
        return "".join(
            bracket_markdown(self._edition, self._brackets[start]) for start in starts
        ).replace("@", _HIDDEN_AT)

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """The checks judge, with path and line."""

    def validate_inline_references(
        self, inline_references: list[InlineReference]
    ) -> set[InlineReference]:
        return set()

    def reference_text(self, citation: PluginCitation | InlineReference) -> str:
        """Never printed: lists come from the edition's own templates."""
        return ""
