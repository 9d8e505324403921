"""In: the data that a built site publishes of itself. Out: what a reader can name in each of its pages: paragraphs, notes, works."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

Read = Callable[[str], bytes]
"""Gives the bytes of a file by its address below the site's root; KeyError or OSError where there is none."""

TWIN = "index.json"
NOTES, WORKS, REFERENCES = (
    "downloads/notes.json",
    ("downloads/references.json", "downloads/editors.json"),
    "references/",
)


@dataclass(frozen=True)
class Item:
    """Something with an address of its own: `kind` is `paragraph`, `note` or `work`; `words` are what a reader reads there."""

    kind: str
    id: str
    words: str
    sources: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, int, str]:
        """Paragraphs in their own order, then notes by number, then works."""
        number = re.search(r"\d+", self.id) if self.kind != "work" else None
        return (
            ("paragraph", "note", "work").index(self.kind),
            int(number[0]) if number else 0,
            self.id,
        )


@dataclass
class Reading:
    """A page of a version: its title with the section's number, and its items by id."""

    title: str
    items: dict[str, Item] = field(default_factory=dict)


@dataclass
class Snapshot:
    """A built site as data: its number, its date in ISO 8601, and its pages by address (the title page's is empty)."""

    number: str
    date: str
    pages: dict[str, Reading]


def read_snapshot(names: Iterable[str], read: Read) -> Snapshot:
    """Read the site whose files are `names`. What is not there, or is not as expected, is left out."""
    twins = {
        name.removesuffix(TWIN): _json(read, name)
        for name in names
        if name == TWIN or name.endswith("/" + TWIN)
    }
    pages = {
        address: _page(twin)
        for address, twin in twins.items()
        if isinstance(twin, dict) and "title" in twin
    }
    for page, anchor, note in _notes(_json(read, NOTES)):
        if page in pages:
            pages[page].items[anchor] = note
    works = {anchor: item for path in WORKS for anchor, item in _works(_json(read, path))}
    if REFERENCES in pages:
        pages[REFERENCES].items |= works
    home = twins.get("") if isinstance(twins.get(""), dict) else {}
    return Snapshot(str(home.get("version", "")), str(home.get("date", "")), pages)


def _json(read: Read, name: str) -> Any:
    try:
        return json.loads(read(name))
    except (KeyError, OSError, ValueError, RecursionError):
        return None


def _page(twin: dict[str, Any]) -> Reading:
    page = Reading(f"{twin.get('section', '')} {twin['title']}".strip())
    for paragraph in _records(twin.get("paragraphs")):
        keys = tuple(
            str(citation.get("key", "")) for citation in _records(paragraph.get("citations"))
        )
        if paragraph.get("id"):
            page.items[str(paragraph["id"])] = Item(
                "paragraph", str(paragraph["id"]), str(paragraph.get("text", "")), keys
            )
    return page


def _notes(said: Any) -> Iterable[tuple[str, str, Item]]:
    for note in _records(said):
        page, _, anchor = str(note.get("address", "")).partition("#")
        if anchor:
            yield page, anchor, Item("note", anchor, str(note.get("text", "")))


def _works(said: Any) -> Iterable[tuple[str, Item]]:
    for work in _records(said):
        names = [
            str(author.get("literal") or author.get("family") or "")
            for author in _records(work.get("author"))
        ]
        day = (
            work.get("issued", {}).get("date-parts", [[]])[0]
            if isinstance(work.get("issued"), dict)
            else []
        )
        parts = [
            ", ".join(names),
            str(work.get("title", "")),
            "-".join(map(str, day)),
            str(work.get("URL", "")),
        ]
        anchor = f"ref-{work.get('id', '')}"
        yield anchor, Item("work", anchor, ". ".join(filter(None, parts)))


def _records(value: Any) -> list[dict[str, Any]]:
    return (
        [record for record in value if isinstance(record, dict)] if isinstance(value, list) else []
    )
