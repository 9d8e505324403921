"""Where the places of the edition are in the book. There all anchors share one space of names, so each gets a prefix."""

from __future__ import annotations

from edition.model import Edition, Page
from edition.model.pages.target import Target

_APPARATUS = {
    "references.md": ("references", ""),
    "glossary.md": ("glossary", "term-"),
    "names.md": ("names", "name-"),
    "timeline.md": ("timeline", "event-"),
    "concordance.md": ("concordance", ""),
}
"""The book's chapter for a page of the apparatus, and what goes before its anchors."""


def page_id(page: Page) -> str:
    """`section/part/` → `section-part`; the home page is `paper`."""
    return page.address.strip("/").replace("/", "-") or "paper"


class Destinations:
    """The ids of the edition's places in a book."""

    def __init__(self, edition: Edition) -> None:
        self._pages = edition.by_path

    def id(self, target: Target) -> str:
        """The id of a target, whether or not the book has it; empty where there is no such page."""
        path, anchor = target
        if path in _APPARATUS:
            chapter, before = _APPARATUS[path]
            return before + anchor if anchor else chapter
        page = self._pages.get(path)
        if page is None:
            return ""
        return f"{page_id(page)}.{anchor}" if anchor else page_id(page)
