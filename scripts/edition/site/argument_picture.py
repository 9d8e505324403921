r"""The directive `\argument`: the paper's argument as a picture of links, and in words."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from edition.model.pages.target import Target
from edition.site.context import PageView

# In units of the picture: its width, the width of a box, the height of a row, the space for titles.
WIDTH, BOX, ROW, HEAD = 860, 250, 54, 40


@dataclass(frozen=True)
class Box:
    """A place of the argument in the picture, with the position of its upper left corner."""

    label: str
    address: str
    x: float
    y: float


def argument(view: PageView) -> Markup:
    """Columns of boxes, and a line from each place to the one that answers it."""
    columns = view.edition.argument
    gap = (WIDTH - BOX) / max(len(columns) - 1, 1)
    rows = max((len(column.targets) for column in columns), default=0)
    boxes: dict[Target, Box] = {}
    for at, column in enumerate(columns):
        # A shorter column stands in the middle of the height.
        top = HEAD + (rows - len(column.targets)) * ROW / 2
        for row, target in enumerate(column.targets):
            boxes[target] = Box(
                label=view.label(target),
                address=view.link(target),
                x=at * gap,
                y=top + row * ROW,
            )
    return view.fill(
        "argument",
        titles=[(column.title, at * gap) for at, column in enumerate(columns)],
        boxes=list(boxes.values()),
        answers=_answers(view, boxes),
        columns=[
            (column.title, [boxes[target] for target in column.targets]) for column in columns
        ],
        width=WIDTH,
        height=HEAD + rows * ROW,
        box=BOX,
        row=ROW,
    )


def _answers(view: PageView, boxes: dict[Target, Box]) -> list[tuple[Box, Box]]:
    """The boxes between which a line is drawn: a place, and the one that answers it."""
    return [
        (boxes[relation.source], boxes[relation.target])
        for relation in view.edition.relations
        if relation.type == "answered-by" and relation.source in boxes and relation.target in boxes
    ]
