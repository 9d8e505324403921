"""In: a place of the edition (`page.md#anchor`). Out: its id in the book, where every anchor is one of a kind, and its short name."""

from __future__ import annotations

from edition.model import Edition, Page

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


class Places:
    """Names and ids of places; one for each book."""

    def __init__(self, edition: Edition) -> None:
        self._pages = edition.by_path

    def id(self, place: str) -> str:
        """The id of a place, whether or not the book has it; empty where there is no such page."""
        path, _, anchor = place.partition("#")
        if path in _APPARATUS:
            chapter, before = _APPARATUS[path]
            return before + anchor if anchor else chapter
        page = self._pages.get(path)
        if page is None:
            return ""
        return f"{page_id(page)}.{anchor}" if anchor else page_id(page)

    def label(self, place: str) -> str:
        """`2.3 ¶1b` for a paragraph of section 2.3, `2` for a section as a whole, `abstract` for what stands before the sections."""
        path, _, anchor = place.partition("#")
        page = self._pages.get(path)
        if page is None:
            return path
        paragraph = page.paragraph(anchor)
        name = page.section or (paragraph.id if paragraph else page.title)
        return f"{name}\u00a0¶{anchor[1:]}" if paragraph and paragraph.number else name
