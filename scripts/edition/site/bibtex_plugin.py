"""Keeps mkdocs-bibtex from the pages. The only module that knows it.

mkdocs-bibtex 4.4.0 looks for citations with patterns over the raw Markdown of a page, line by line.
It takes them out of code, begins at the first `[` of a line, and loses the words between; so it is
shown no text at all. Its settings stay in mkdocs.yml, where the user of an edition expects them.
`edition/model/pages/markdown.py` reads citations, `citation_links.py` prints them.
"""

from __future__ import annotations

from mkdocs_bibtex.citation import Citation, CitationBlock, InlineReference
from mkdocs_bibtex.plugin import BibTexPlugin
from mkdocs_bibtex.registry import ReferenceRegistry
from pybtex.database import BibliographyData

NO_FOLDER = ".no-bibliography"


class EmptyRegistry(ReferenceRegistry):  # type: ignore[misc]  # the package has no types
    """A registry that reads no bibliography and prints nothing."""

    def __init__(self) -> None:
        self.bib_data = BibliographyData()
        self.footnote_format = "{key}"

    def validate_citation_blocks(self, citation_blocks: list[CitationBlock]) -> None:
        """Nothing is validated: the edition's rules do that, with path and line."""

    def validate_inline_references(
        self, inline_references: list[InlineReference]
    ) -> set[InlineReference]:
        return set()

    def inline_text(self, citation_block: CitationBlock) -> str:
        return ""

    def reference_text(self, citation: Citation | InlineReference) -> str:
        return ""


def silence(plugin: BibTexPlugin) -> None:
    """Give the plugin a registry that reads nothing, and a folder in which there is nothing.

    The plugin makes a registry of its own where a file is newer than `last_configured`, and ends in
    a traceback at a file that it cannot look at, such as the lock of an editor.
    """
    plugin.config["bib_dir"] = NO_FOLDER
    plugin.registry, plugin.last_configured = EmptyRegistry(), float("inf")
