"""The ids of a page that a link may lead to, those of its generated parts included."""

from __future__ import annotations

from edition.model import Edition, Page
from edition.model.pages.directives import DIRECTIVES, generated_ids


def own_anchors(edition: Edition, page: Page) -> set[str]:
    """The ids promised to readers: of headings, paragraphs, citations and generated lists."""
    found = set(page.anchors) | generated_ids(edition, page)
    found |= {citation.anchor for citation in page.citations if citation.anchor}
    for note in edition.notes_on(page.path):
        found.add(note.anchor)
        if note.paragraph:  # a note on the whole page has no mark in the text
            found.add(f"at-{note.anchor}")
    return found


def open_ended(page: Page) -> bool:
    """Whether the page has generated parts whose ids are not known here.

    Such are an unknown directive, which has a rule of its own, and the list of the rules: those are
    the machine's and not the edition's.
    """
    return any(name == "rules" or name not in DIRECTIVES for name in page.directives)
