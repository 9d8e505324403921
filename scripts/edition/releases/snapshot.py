"""Reads what a built site publishes of itself as data: its pages with paragraphs, notes, works."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

DATA = "index.json"
"""The data of a page, beside its HTML. The title page's also names the version."""
NOTES = "downloads/notes.json"
WORKS = {"downloads/references.json", "downloads/editors.json"}
REFERENCES = "references/"
KINDS = ("paragraph", "note", "work")


@dataclass(frozen=True)
class Item:
    """A paragraph, note or work: its id in the page and what a reader reads there."""

    kind: str
    id: str
    text: str
    sources: tuple[str, ...] = ()

    @property
    def order(self) -> tuple[int, int, str]:
        """The sort key: paragraphs in their own order, notes by number, works by key."""
        number = re.search(r"\d+", self.id) if self.kind != "work" else None
        return KINDS.index(self.kind), int(number[0]) if number else 0, self.id


@dataclass(frozen=True)
class SnapshotPage:
    """A page: its title with the section's number, and its items by id."""

    title: str
    items: dict[str, Item] = field(default_factory=dict)


@dataclass(frozen=True)
class Snapshot:
    """A built site: its version, its date in ISO 8601, and its pages by address.

    The address of the title page is empty.
    """

    version: str
    date: str
    pages: dict[str, SnapshotPage]


def read_snapshot(files: Mapping[str, Path]) -> Snapshot:
    """Read the site whose files are these, by their path below its root.

    An older version of the edition may lack a file or a field: what it lacks is left out.
    """
    records = {
        name.removesuffix(DATA): json.loads(file.read_bytes())
        for name, file in files.items()
        if file.name == DATA
    }
    pages = {
        address: _page(record)
        for address, record in records.items()
        if isinstance(record, dict) and "title" in record
    }
    for note in json.loads(files[NOTES].read_bytes()) if NOTES in files else []:
        address, _, anchor = note.get("address", "").partition("#")
        if anchor and address in pages:
            pages[address].items[anchor] = Item("note", anchor, note.get("text", ""))
    if REFERENCES in pages:
        for name in files.keys() & WORKS:
            for item in map(_work, json.loads(files[name].read_bytes())):
                pages[REFERENCES].items[item.id] = item
    home = records.get("", {})
    return Snapshot(home.get("version", ""), home.get("date", ""), pages)


def _page(record: dict[str, Any]) -> SnapshotPage:
    page = SnapshotPage(f"{record.get('section', '')} {record['title']}".strip())
    for item in _paragraphs(record):
        page.items[item.id] = item
    return page


def _paragraphs(record: dict[str, Any]) -> Iterator[Item]:
    for paragraph in record.get("paragraphs", []):
        if paragraph.get("id"):
            sources = tuple(citation["key"] for citation in paragraph.get("citations", []))
            yield Item("paragraph", paragraph["id"], paragraph.get("text", ""), sources)


def _work(record: dict[str, Any]) -> Item:
    """A work, from CSL-JSON: authors, title, date, address."""
    authors = record.get("author", [])
    names = [author.get("literal") or author.get("family", "") for author in authors]
    dates = record.get("issued", {}).get("date-parts") or [[]]
    parts = [
        ", ".join(names),
        record.get("title", ""),
        "-".join(map(str, dates[0])),
        record.get("URL", ""),
    ]
    return Item("work", f"ref-{record['id']}", ". ".join(part for part in parts if part))
