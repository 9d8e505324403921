r"""The directive `\argument`: the paper's argument as a picture of links, and in words."""

from __future__ import annotations

from dataclasses import dataclass

from edition.model import Page
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.templates import fill

# In units of the picture: its width, the width of a box, the height of a row, the space for titles.
WIDTH, BOX, ROW, HEAD = 860, 250, 54, 40


@dataclass(frozen=True)
class Box:
    """A place of the argument in the picture, with the position of its upper left corner."""

    label: str
    address: str
    x: float
    y: float


def argument(context: Context, page: Page) -> Generated:
    """Columns of boxes, and a line from each place to the one that answers it."""
    columns = context.edition.argument
    gap = (WIDTH - BOX) / max(len(columns) - 1, 1)
    rows = max((len(column.targets) for column in columns), default=0)
    boxes: dict[Target, Box] = {}
    for at, column in enumerate(columns):
        # A shorter column stands in the middle of the height.
        top = HEAD + (rows - len(column.targets)) * ROW / 2
        for row, target in enumerate(column.targets):
            boxes[target] = Box(
                label=context.edition.label(target),
                address=context.link(page, target),
                x=at * gap,
                y=top + row * ROW,
            )
    html = fill(
        "argument",
        titles=[(column.title, at * gap) for at, column in enumerate(columns)],
        boxes=list(boxes.values()),
        answers=_answers(context, boxes),
        columns=[
            (column.title, [boxes[target] for target in column.targets]) for column in columns
        ],
        width=WIDTH,
        height=HEAD + rows * ROW,
        box=BOX,
        row=ROW,
    )
    return Generated(html)


def _answers(context: Context, boxes: dict[Target, Box]) -> list[tuple[Box, Box]]:
    """The boxes between which a line is drawn: a place, and the one that answers it."""
    return [
        (boxes[relation.source], boxes[relation.target])
        for relation in context.edition.relations
        if relation.type == "answered-by" and relation.source in boxes and relation.target in boxes
    ]
