"""Finds every outside address that the edition gives, and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html

from edition.checks.bibliography import url_rules
from edition.checks.bibliography.fields import fields
from edition.checks.link_rules import link_location
from edition.model import Edition
from edition.model.pages.inline import inline_html
from edition.problem import Location

_ARCHIVE = "https://web.archive.org/web/"
LONGEST = 1000
"""Characters of an address that is asked. A key of bib/link-status.json cannot be longer."""


@dataclass(frozen=True, order=True)
class Use:
    """Where an address is given, and where to look up a copy of what it led to."""

    location: Location
    lookup: str


def outside_addresses(edition: Edition) -> dict[str, list[Use]]:
    """The http(s) addresses of the bibliography, the pages and the notes, each with its uses."""
    found: dict[str, set[Use]] = defaultdict(set)
    for uses in (_in_bibliography(edition), _in_pages(edition), _in_notes(edition)):
        for address, use in uses:
            is_whole = address.startswith(("https://", "http://")) and address.isprintable()
            if is_whole and len(address) <= LONGEST:
                found[address].add(use)
    return {address: sorted(uses) for address, uses in sorted(found.items())}


def _in_bibliography(edition: Edition) -> Iterator[tuple[str, Use]]:
    for field in fields(edition, *url_rules.FIELDS):
        address = field.value.strip("{} \n")
        # The look-up of the work's own address asks for a copy of the day of its `urldate`.
        own = address == field.reference.url
        lookup = field.reference.archive_lookup if own else _ARCHIVE + address
        yield address, Use(field.location, lookup)


def _in_pages(edition: Edition) -> Iterator[tuple[str, Use]]:
    for page in edition.pages:
        for link in page.links:
            address = link.target.strip()
            if address.startswith("//"):
                address = f"https:{address}"
            yield address, Use(link_location(page, link), _ARCHIVE + address)


def _in_notes(edition: Edition) -> Iterator[tuple[str, Use]]:
    for note in edition.notes:
        html = lxml.html.fragment_fromstring(str(inline_html(note.text)), create_parent="div")
        for _element, _attribute, link, _position in html.iterlinks():
            address = link.strip()
            yield address, Use(note.record.line_of("text"), _ARCHIVE + address)
