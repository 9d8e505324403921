"""In: the concordance. Out: the tables from printed numbers to works and places, and from paragraphs to places."""

from __future__ import annotations

from collections import defaultdict

from edition.model import Page, Row
from edition.model.pages.target import Target
from edition.site.citation_links import REFERENCES_PAGE
from edition.site.context import Context, Generated
from edition.site.templates import fill


def _row_label(context: Context, row: Row, paragraphs: dict[tuple[str, int | None], str]) -> str:
    return context.edition.label(Target(row.page, paragraphs.get((row.page, row.number), "")))


def concordance_numbers(context: Context, page: Page) -> Generated:
    """The printed numbers in order: work, place, and which other numbers name the same work."""
    edition = context.edition
    known = [
        row
        for row in edition.concordance
        if row.key in edition.bibliography and row.page in edition.by_path
    ]
    paragraphs = {
        (citation.page, citation.number): citation.paragraph
        for citation in reversed(edition.citations)
    }
    numbers: dict[str, list[int]] = defaultdict(list)
    for row in known:
        numbers[row.key].append(row.number)
    rows = []
    for row in known:
        same = [number for number in numbers[row.key] if number != row.number]
        rows.append(
            (
                row,
                context.reference(row.key),
                same,
                context.link(page, row.target),
                _row_label(context, row, paragraphs),
            )
        )
    html = fill("concordance-numbers", rows=rows, references=context.link(page, REFERENCES_PAGE))
    return Generated(html, frozenset(f"no-{row.number}" for row in known))


def concordance_paragraphs(context: Context, page: Page) -> Generated:
    """The paper's sections and paragraphs in order, each with the places that restate it."""
    sections = []
    for other in (other for other in context.edition.pages if other.section):
        paragraphs: dict[int, list[tuple[str, str]]] = {}
        for paragraph in other.paragraphs:
            if paragraph.number:
                paragraphs.setdefault(paragraph.number, []).append(
                    (paragraph.id, context.link(page, paragraph.target))
                )
        sections.append((other, context.link(page, other.path), paragraphs))
    return Generated(fill("concordance-paragraphs", sections=sections))
