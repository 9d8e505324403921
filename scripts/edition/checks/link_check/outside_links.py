"""In: the edition. Out: every outside address that it gives, with the places that give it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html

from edition.checks.bibliography.url_rules import FIELDS
from edition.model import Edition, Note, Reference
from edition.model.pages.inline import inline_html
from edition.problem import Location

_ARCHIVE = "https://web.archive.org/web/"


@dataclass(frozen=True, order=True)
class Use:
    """Where an address stands, and where a copy of what it led to may be looked up."""

    location: Location
    lookup: str


def outside_addresses(edition: Edition) -> dict[str, list[Use]]:
    """The addresses of both lists, of the pages and of the notes, each with its uses, sorted."""
    found: dict[str, list[Use]] = defaultdict(list)
    for address, use in [*_of_references(edition), *_of_pages(edition), *_of_notes(edition)]:
        if address.startswith(("https://", "http://")):
            found[address].append(use)
    return {address: sorted(set(uses)) for address, uses in sorted(found.items())}


def _of_references(edition: Edition) -> Iterator[tuple[str, Use]]:
    for reference in edition.bibliography.entries:
        for name in FIELDS:
            if address := reference.fields.get(name, "").strip("{} \n"):
                yield address, Use(reference.line_of(name), _lookup(address, reference))


def _lookup(address: str, reference: Reference) -> str:
    return reference.archive_lookup if address == reference.url else _ARCHIVE + address


def _of_pages(edition: Edition) -> Iterator[tuple[str, Use]]:
    for page in edition.pages:
        for link in page.links:
            target = link.target.strip()
            address = f"https:{target}" if target.startswith("//") else target
            yield (
                address,
                Use(
                    page.location_of(link.target if link.target in page.body else link.text),
                    _ARCHIVE + address,
                ),
            )


def _of_notes(edition: Edition) -> Iterator[tuple[str, Use]]:
    for note in edition.notes:
        for address in _links(note):
            yield address, Use(note.record.line_of("text"), _ARCHIVE + address)


def _links(note: Note) -> list[str]:
    if "](" not in note.text and "<" not in note.text:
        return []
    return [
        link.strip()
        for _element, _name, link, _at in lxml.html.fragment_fromstring(
            str(inline_html(note.text)), create_parent="div"
        ).iterlinks()
    ]
