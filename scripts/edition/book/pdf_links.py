"""Turns the links of the book's PDF into links to named places within it.

The Typst source writes a link within the book as a web address, `place:id`. Were it a link to a
label, Typst would look each up while it sets the lines, and set every paragraph that has one
again: more than twice the time and memory.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

from pikepdf import Array, Name, NameTree, Object, ObjectStreamMode, Page, Pdf

SCHEME = "place:"
"""The beginning of the address of a link within the book; templates/book.typ writes it."""

_ABOVE = 10.0
"""So many points of the page above a place are shown too, as with links that Typst makes."""


class Place(NamedTuple):
    """Where an anchor is: its page from 1, and its distance in points from the left and the top."""

    name: str
    page: int
    x: float
    y: float


def name_links(data: bytes, places: Iterable[Place]) -> bytes:
    """The PDF of a book with a name for each place, and links that lead to the names.

    Named destinations: ISO 32000-1, 12.3.2.3. With them `edition.pdf#nameddest=…` leads to a place
    too. The same input makes the same bytes.

    Raises KeyError where a link leads to a place that is not there.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        pages = list(pdf.pages)
        names = NameTree(pdf.Root.Names.Dests)  # in which Typst names the headings of chapters
        for place in places:
            names[place.name] = _destination(pages[place.page - 1], place)
        numbers = {page.obj.objgen: number for number, page in enumerate(pages, 1)}
        for page in pages:
            for link in page.get("/Annots", ()):
                address = _address(link)
                if address.startswith(SCHEME):
                    name = address.removeprefix(SCHEME)
                    link.Dest = name
                    link.Contents = f"page {numbers[names[name][0].objgen]}"
                    del link.A
        file = BytesIO()
        pdf.save(file, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return file.getvalue()


def _address(link: Object) -> str:
    """The web address of a link. Typst writes it as UTF-8, which is no encoding of PDF strings."""
    uri = link.A.get("/URI") if "/A" in link else None
    return "" if uri is None else bytes(uri).decode("utf-8", "replace")


def _destination(page: Page, place: Place) -> Array:
    top = float(page.mediabox[3]) - place.y + _ABOVE
    return Array([page.obj, Name.XYZ, round(place.x, 3), round(top, 3), 0])
