"""In: how places answer, repeat or contradict one another. Out: the lines under a paragraph that lead there and back."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from edition.model import Page
from edition.model.pages.target import Target
from edition.site.context import Context
from edition.site.templates import fill


def see_also(context: Context, page: Page) -> dict[str, Markup]:
    """For each paragraph id of a page (empty for the page as a whole) the line that names its relations."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    for anchor, words, other in context.relations_on(page):
        if address := context.link(page, other):
            found[anchor][words].append((_label(context, page, other), address))
    whole = "The whole section" if page.section else "The whole page"
    return {
        anchor: fill("see-also", lines=dict(lines), whole="" if anchor else whole)
        for anchor, lines in found.items()
    }


def _label(context: Context, page: Page, other: Target) -> str:
    """As the edition names a place; within a page by the paragraph alone."""
    paragraph = page.paragraph(other.anchor) if other.page == page.path else None
    return (paragraph.label.lower() if paragraph else "") or context.edition.label(other)
