"""In: the steps of the argument and what answers what. Out: a picture of it whose parts are links, and its words."""

from __future__ import annotations

from dataclasses import dataclass

from edition.model import Page
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.templates import fill

WIDTH, BOX, ROW, HEAD = 860, 250, 54, 40
"""Units of the picture: its width, the width of a box, the height of a row, and the space for the titles."""


@dataclass(frozen=True)
class Box:
    """A place of the argument in the picture."""

    label: str
    address: str
    x: float
    y: float


def argument(context: Context, page: Page) -> Generated:
    """Columns of boxes, and a line from each place to the one that answers it."""
    columns = context.edition.argument
    gap = (WIDTH - BOX) / max(len(columns) - 1, 1)
    most = max((len(column.targets) for column in columns), default=0)
    boxes: dict[Target, Box] = {}
    titles = []
    for at, column in enumerate(columns):
        titles.append((column.title, at * gap))
        top = HEAD + (most - len(column.targets)) * ROW / 2
        for row, target in enumerate(column.targets):
            boxes[target] = Box(
                context.edition.label(target), context.link(page, target), at * gap, top + row * ROW
            )
    answers = [
        (boxes[r.source], boxes[r.target])
        for r in context.edition.relations
        if r.type == "answered-by" and r.source in boxes and r.target in boxes
    ]
    words = [(column.title, [boxes[target] for target in column.targets]) for column in columns]
    size = {"width": WIDTH, "height": HEAD + most * ROW, "box": BOX, "row": ROW}
    return Generated(
        fill(
            "argument",
            titles=titles,
            boxes=list(boxes.values()),
            answers=answers,
            columns=words,
            **size,
        )
    )
