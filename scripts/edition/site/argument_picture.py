r"""The directive `\argument`: the paper's argument as a picture of links, and in words."""

from __future__ import annotations

from markupsafe import Markup

from edition.model.pages.target import Target
from edition.site.context import PageView

# In units of the picture: its width, the width of a box, the height of a row, the space for titles.
WIDTH, BOX, ROW, HEAD = 860, 250, 54, 40


def argument(view: PageView) -> Markup:
    """Columns of boxes, and a line from each place to the one that answers it."""
    columns = view.edition.argument
    gap = (WIDTH - BOX) / max(len(columns) - 1, 1)
    rows = max((len(column.targets) for column in columns), default=0)
    boxes: dict[Target, tuple[float, float]] = {}  # the upper left corner of each
    for at, column in enumerate(columns):
        # A shorter column stands in the middle of the height.
        top = HEAD + (rows - len(column.targets)) * ROW / 2
        for row, target in enumerate(column.targets):
            boxes[target] = (at * gap, top + row * ROW)
    answers = [
        (relation.source, relation.target)
        for relation in view.edition.relations
        if relation.type == "answered-by" and boxes.keys() >= {relation.source, relation.target}
    ]
    return view.fill(
        "argument",
        columns=columns,
        gap=gap,
        boxes=boxes,
        answers=answers,
        width=WIDTH,
        height=HEAD + rows * ROW,
        box=BOX,
        row=ROW,
    )
