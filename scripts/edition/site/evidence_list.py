r"""The directive `\evidence`: what the cited sources say, in the order of the citations."""

from __future__ import annotations

from collections import Counter

from markupsafe import Markup

from edition.model.apparatus.evidence import UNREAD, VERDICTS
from edition.site.context import PageView


def evidence(view: PageView) -> Markup:
    """Every record in the order of the printed numbers, with a bar and a filter of the verdicts."""
    items = list(view.edition.evidence_by_number.values())
    if not items:
        return Markup("")
    counts = Counter(item.verdict for item in items)
    chart = [
        (verdict, name, counts[verdict])
        for verdict, (name, _sentence) in VERDICTS.items()
        if counts[verdict]
    ]
    return view.fill(
        "evidence",
        items=items,
        chart=chart,
        total=len(items),
        read=len(items) - counts[UNREAD],
    )
