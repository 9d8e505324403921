r"""The directive `\evidence`: what the cited sources say, in the order of the citations."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate

from markupsafe import Markup

from edition.model.apparatus.evidence import UNREAD, VERDICTS
from edition.site.context import PageView


def evidence(view: PageView) -> Markup:
    """Every record in the order of the printed numbers, with a bar and a filter of the verdicts."""
    items = list(view.edition.evidence_by_number.values())
    if not items:
        return Markup("")
    counts = Counter(item.verdict for item in items)
    chart = [(verdict, VERDICTS[verdict][0], counts[verdict]) for verdict in VERDICTS]
    return view.fill(
        "evidence",
        items=items,
        chart=_with_starts([row for row in chart if row[2]]),
        total=len(items),
        read=len(items) - counts[UNREAD],
    )


def _with_starts(chart: list[tuple[str, str, int]]) -> list[tuple[str, str, int, int]]:
    """The rows with the number of records before each: where its part of the bar begins."""
    starts = accumulate((count for _verdict, _name, count in chart), initial=0)
    return [(*row, start) for row, start in zip(chart, starts, strict=False)]
