"""In: a PDF whose links within it are addresses, and where its places are. Out: the PDF with links from place to place.

Were they links already in the source, Typst would look each of them up while it sets the lines, and set every paragraph
that has one again: more than twice the time and the memory. A web address it need not look up.
"""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, NameTree, ObjectStreamMode, Page, Pdf

SCHEME = "place:"
"""What a link within the book begins with until it has been turned; templates/book.typ writes it."""

_ABOVE = 10.0
"""A place is shown with this much of the page above it (points), as Typst shows the target of a link."""


class Place(NamedTuple):
    """An anchor as Typst tells it: its name, its page from 1, and its distance from the left and upper border in points."""

    name: str
    page: int
    x: float
    y: float


def turn_links(data: bytes, places: Iterable[Place]) -> bytes:
    """Name every place, so that `edition.pdf#nameddest=…` leads to it too (ISO 32000-1, 12.3.2.3), and link to the names.

    The same bytes for the same input. Raises KeyError where a link leads to a place that is not there.
    """
    with Pdf.open(BytesIO(data)) as pdf:
        pages = list(pdf.pages)
        names = _names(pdf)
        for place in places:
            names[place.name] = _destination(pages[place.page - 1], place)
        numbers = {page.obj.objgen: number for number, page in enumerate(pages, 1)}
        for page in pages:
            for link in page.get("/Annots", ()):
                address = str(link.A.get("/URI", "")) if "/A" in link else ""
                if address.startswith(SCHEME):
                    name = address.removeprefix(SCHEME)
                    link.Dest = name
                    link.Contents = f"page {numbers[names[name][0].objgen]}"
                    del link.A
        turned = BytesIO()
        pdf.save(turned, deterministic_id=True, object_stream_mode=ObjectStreamMode.generate)
    return turned.getvalue()


def _names(pdf: Pdf) -> NameTree:
    """The document's named places; Typst has named the headings that have a label."""
    if "/Names" not in pdf.Root:
        pdf.Root.Names = Dictionary()
    if "/Dests" not in pdf.Root.Names:
        pdf.Root.Names.Dests = NameTree.new(pdf).obj
    return NameTree(pdf.Root.Names.Dests)


def _destination(page: Page, place: Place) -> Array:
    top = float(page.mediabox[3]) - place.y + _ABOVE
    return Array([page.obj, Name.XYZ, round(place.x, 3), round(top, 3), 0])
