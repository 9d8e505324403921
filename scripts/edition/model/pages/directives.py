"""The directives that a page may hold, each alone in a paragraph: `\\references`.

A directive is replaced by a part that the site generates. `DIRECTIVES` is the only list of them: by
name a function of the edition, which gives the ids that readers may link to in the generated part.
"""

from __future__ import annotations

from collections.abc import Callable

from edition.model.edition import Edition
from edition.model.pages.changelog import versions_of
from edition.model.pages.page import Page


def _no_ids(_edition: Edition) -> list[str]:
    return []


DIRECTIVES: dict[str, Callable[[Edition], list[str]]] = {
    "argument": _no_ids,
    "cite-forms": _no_ids,
    "concordance-numbers": lambda edition: [f"no-{row.number}" for row in edition.concordance],
    "concordance-paragraphs": _no_ids,
    "evidence": lambda edition: [item.anchor for item in edition.evidence],
    "glossary": lambda edition: [term.id for term in edition.glossary],
    "names": lambda edition: [name.id for name in edition.names],
    "notes": lambda edition: [note.anchor for note in edition.notes],
    "references": lambda edition: [work.anchor for work in edition.bibliography],
    "rules": _no_ids,
    "timeline": lambda edition: [event.id for event in edition.timeline],
    "titlepage": _no_ids,
    "version": _no_ids,
    "versions": lambda edition: [version.anchor for version in versions_of(edition.pages)],
}


def generated_ids(edition: Edition, page: Page) -> set[str]:
    """The ids that the directives of a page bring."""
    ids: set[str] = set()
    for name in page.directives:
        ids.update(DIRECTIVES.get(name, _no_ids)(edition))
    return ids
