"""The lines "See also" under paragraphs: where a place is answered, repeated or contradicted."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from edition.model import Page
from edition.model.pages.target import Target
from edition.site.context import Context
from edition.site.templates import fill

Links = list[tuple[str, str]]
"""The label and the address of each link."""


def see_also(context: Context, page: Page) -> dict[str, Markup]:
    """The line for each paragraph by its id; under the empty id that for the page as a whole."""
    found: dict[str, dict[str, Links]] = defaultdict(lambda: defaultdict(list))
    for anchor, words, other in context.relations_on(page):
        if address := context.link(page, other):
            found[anchor][words].append((_label(context, page, other), address))
    whole = "This section" if page.section else "This page"
    return {
        anchor: fill("see-also", lines=dict(lines), whole="" if anchor else whole)
        for anchor, lines in found.items()
    }


def _label(context: Context, page: Page, other: Target) -> str:
    """The name of a place; within the same page that of the paragraph alone."""
    paragraph = page.paragraph(other.anchor) if other.page == page.path else None
    if paragraph and paragraph.label:
        return paragraph.label.lower()
    return context.edition.label(other)
