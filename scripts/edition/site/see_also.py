"""The lines "See also" under paragraphs: where a place is answered, repeated or contradicted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from markupsafe import Markup

from edition.model.apparatus.relation import TYPES
from edition.model.pages.target import Target
from edition.site.context import PageView

Links = list[tuple[str, str]]
"""The label and the address of each link."""


def see_also(view: PageView) -> dict[str, Markup]:
    """The line for each paragraph by its id; under the empty id that for the page as a whole."""
    found: dict[str, dict[str, Links]] = defaultdict(lambda: defaultdict(list))
    for anchor, words, other in _related(view):
        if address := view.link(other):
            found[anchor][words].append((_label(view, other), address))
    whole = "This section" if view.page.section else "This page"
    return {
        anchor: view.fill("see-also", lines=dict(lines), whole="" if anchor else whole)
        for anchor, lines in found.items()
    }


def _related(view: PageView) -> Iterator[tuple[str, str, Target]]:
    """What the places of the page are related to, in the order of the file.

    Each relation is seen from this page: an anchor in it, how it is related in words, and to what.
    """
    here = view.page.path
    for relation in view.edition.relations:
        source, target = relation.source, relation.target
        there, back = TYPES.get(relation.type, (relation.type, relation.type))
        if source.page == here:
            yield source.anchor, there, target
        if target.page == here:
            yield target.anchor, back, source


def _label(view: PageView, other: Target) -> str:
    """The name of a place; within the same page that of the paragraph alone."""
    page = view.page
    paragraph = page.paragraph(other.anchor) if other.page == page.path else None
    if paragraph and paragraph.label:
        return paragraph.label.lower()
    return view.label(other)
