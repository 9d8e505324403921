"""Where a page or a paragraph of the edition is in the book."""

from __future__ import annotations

from edition.model import Edition, Page
from edition.model.pages.target import Target

_APPARATUS = {
    "references": ("references", ""),
    "evidence": ("references", ""),
    "glossary": ("glossary", "term-"),
    "names": ("names", "name-"),
    "timeline": ("timeline", "event-"),
    "concordance-numbers": ("concordance", ""),
}
"""The chapter that stands for a page with a directive, and what its anchors begin with there."""


def page_id(page: Page) -> str:
    """`section/part/` → `section-part`; the home page is `paper`."""
    return page.address.strip("/").replace("/", "-") or "paper"


class Destinations:
    """The ids of an edition's pages and anchors in the book.

    On the site each page may have a `p1`; the book is one document, so its page comes before it.
    """

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        lists = {edition.list_page(name): place for name, place in _APPARATUS.items()}
        own = {page.path for page in edition.pages if page.section}
        self._lists = {path: place for path, place in lists.items() if path not in own}

    def id(self, target: Target) -> str:
        """The id of a target, whether or not the book has it; empty where there is no such page."""
        path, anchor = target
        if path in self._lists:
            chapter, prefix = self._lists[path]
            return prefix + anchor if anchor else chapter
        page = self._edition.by_path.get(path)
        if page is None:
            return ""
        return f"{page_id(page)}.{anchor}" if anchor else page_id(page)

    def link(self, target: Target) -> tuple[str, str]:
        """The short label and the id of a target."""
        return self._edition.short_label(target), self.id(target)
