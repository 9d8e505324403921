r"""The directive `\argument`: the paper's argument as a picture of links, and in words."""

from __future__ import annotations

from collections.abc import Container

from markupsafe import Markup

from edition.model import Edition
from edition.model.pages.target import Target
from edition.site.context import PageView

# In units of the picture: its width, the width of a box, the height of a row, the space for titles.
WIDTH, BOX, ROW, HEAD = 860, 250, 54, 40


def argument(view: PageView) -> Markup:
    """Columns of boxes, and a line from each place to the one that answers it."""
    columns = view.edition.argument
    gap = (WIDTH - BOX) / max(len(columns) - 1, 1)
    rows = max((len(column.targets) for column in columns), default=0)
    boxes: dict[Target, tuple[float, float]] = {}
    for at, column in enumerate(columns):
        # A shorter column stands in the middle of the height.
        top = HEAD + (rows - len(column.targets)) * ROW / 2
        for row, target in enumerate(column.targets):
            boxes[target] = (at * gap, top + row * ROW)
    return view.fill(
        "argument",
        columns=columns,
        gap=gap,
        # The upper left corner of each place, in reading order.
        boxes=boxes,
        answers=_answers(view.edition, boxes),
        width=WIDTH,
        height=HEAD + rows * ROW,
        box=BOX,
        row=ROW,
    )


def _answers(edition: Edition, places: Container[Target]) -> list[tuple[Target, Target]]:
    """The places between which a line is drawn: each with the one that answers it."""
    return [
        (relation.source, relation.target)
        for relation in edition.relations
        if relation.type == "answered-by"
        and relation.source in places
        and relation.target in places
    ]
