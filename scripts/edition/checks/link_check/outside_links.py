"""Finds every outside address that the edition gives, and where."""

from __future__ import annotations

from collections.abc import Iterator

from edition.checks.bibliography import url_rules
from edition.checks.bibliography.fields import fields
from edition.checks.link_rules import link_location
from edition.language.html_fragment import parse_fragment
from edition.model import Edition
from edition.model.pages.inline import inline_html
from edition.problem import Location

LONGEST = 1000
"""Characters of an address that is asked. A key of bib/link-status.json cannot be longer."""


def outside_addresses(edition: Edition) -> dict[str, list[Location]]:
    """The http(s) addresses of the bibliography, the pages and the notes, each with its places."""
    found: dict[str, set[Location]] = {}
    for link, location in _links(edition):
        address = f"https:{link}" if link.startswith("//") else link
        if _can_be_asked(address):
            found.setdefault(address, set()).add(location)
    return {address: sorted(locations) for address, locations in sorted(found.items())}


def _can_be_asked(address: str) -> bool:
    """Whether it is a whole address on the web, and short enough."""
    return (
        address.startswith(("https://", "http://"))
        and address.isprintable()
        and len(address) <= LONGEST
    )


def _links(edition: Edition) -> Iterator[tuple[str, Location]]:
    """All links, also those within the edition."""
    for field in fields(edition, *url_rules.FIELDS):
        yield field.value.strip("{} \n"), field.location
    for page in edition.pages:
        for link in page.links:
            yield link.target.strip(), link_location(page, link)
    for note in edition.notes:
        html = parse_fragment(str(inline_html(note.text)))
        for _element, _attribute, target, _position in html.iterlinks():
            yield target.strip(), note.record.line_of("text")
