"""In: a page's rendered Markdown. Out: the page complete: commands carried out, words annotated, sources at its foot."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from ..model import Edition, Page
from .concordance import concordance_numbers, concordance_paragraphs
from .context import Context, Generated
from .front_matter import cite_forms, page_head, titlepage, version
from .references import references, works_cited

COMMAND = re.compile(r"<p>\\([a-z][a-z-]*)</p>")
"""A command is a paragraph of its own, found in the rendered page, so that code that quotes one is left alone."""

COMMANDS: dict[str, Callable[[Context, Page], Generated]] = {
    "cite-forms": cite_forms,
    "concordance-numbers": concordance_numbers,
    "concordance-paragraphs": concordance_paragraphs,
    "references": references,
    "titlepage": titlepage,
    "version": version,
}


class Apparatus:
    """Completes the pages of an edition; one for each build."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.context = Context(edition)

    def complete(self, page: Page, html: str) -> Generated:
        """The page's HTML with its commands carried out, its head under the title and its sources below."""
        anchors: set[str] = set()

        def carry_out(match: re.Match[str]) -> str:
            command = COMMANDS.get(match[1])
            if not command:
                return match[0]
            generated = command(self.context, page)
            anchors.update(generated.anchors)
            return str(generated.html)

        html = COMMAND.sub(carry_out, html)
        html = html.replace("</h1>", "</h1>\n" + str(page_head(self.context, page)), 1)
        return Generated(Markup(html + str(works_cited(self.context, page))), frozenset(anchors))
