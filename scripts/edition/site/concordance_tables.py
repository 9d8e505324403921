r"""The directive `\concordance-numbers`: where each number that the paper prints stands here.

The template of `\concordance-paragraphs` needs nothing but the view.
"""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from edition.model.pages.target import Target
from edition.site.context import PageView


def concordance_numbers(view: PageView) -> Markup:
    """The printed numbers in order, each with its work, that work's numbers, and its paragraph.

    A row that names an unknown page or work is left out.
    """
    edition = view.edition
    rows = [
        row
        for row in edition.concordance
        if row.page in edition.by_path and row.key in edition.bibliography
    ]
    numbers: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        numbers[row.key].append(row.number)
    # Where each number is first cited in each page.
    places: dict[tuple[str, int | None], Target] = {}
    for citation in edition.citations:
        places.setdefault((citation.page, citation.number), citation.target)
    return view.fill(
        "concordance-numbers",
        rows=rows,
        numbers=numbers,
        places=places,
        has_evidence=any(view.evidence(row.number for row in rows)),
    )
