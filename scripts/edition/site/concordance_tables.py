r"""The directives `\concordance-numbers` and `\concordance-paragraphs`: from print to edition."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.model import Row
from edition.model.pages.target import Target
from edition.site.context import PageView


class ShownRow(NamedTuple):
    """A printed number: its work, the other numbers of that work, and where it stands."""

    row: Row
    work: FormattedReference
    same: list[int]
    place: Target


def concordance_numbers(view: PageView) -> Markup:
    """The printed numbers in order."""
    edition = view.edition
    paragraphs: dict[tuple[str, int | None], str] = {}
    for citation in edition.citations:
        paragraphs.setdefault((citation.page, citation.number), citation.paragraph)
    known = [row for row in edition.concordance if row.page in edition.by_path]
    numbers: dict[str, list[int]] = defaultdict(list)
    for row in known:
        numbers[row.key].append(row.number)
    rows = [
        ShownRow(
            row=row,
            work=work,
            same=[number for number in numbers[row.key] if number != row.number],
            place=Target(row.page, paragraphs.get((row.page, row.number), "")),
        )
        for row in known
        if (work := view.reference(row.key))
    ]
    has_evidence = any(view.evidence(item.row.number for item in rows))
    return view.fill("concordance-numbers", rows=rows, has_evidence=has_evidence)


def concordance_paragraphs(view: PageView) -> Markup:
    """The paper's sections and paragraphs in order, each with the places that restate it."""
    sections = []
    for page in view.edition.pages:
        if page.section:
            numbered = [paragraph for paragraph in page.paragraphs if paragraph.number]
            sections.append((page, numbered))
    return view.fill("concordance-paragraphs", sections=sections)
