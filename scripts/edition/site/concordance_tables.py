r"""The directives `\concordance-numbers` and `\concordance-paragraphs`: from print to edition."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from edition.citing.formatted_reference import FormattedReference
from edition.model import Page, Row
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.evidence_list import ShownEvidence, evidence_for
from edition.site.templates import fill


@dataclass(frozen=True)
class ShownRow:
    """A printed number: its work, the other numbers of that work, and where it stands.

    `evidence` is what the source says, if that is told.
    """

    row: Row
    work: FormattedReference
    same: list[int]
    address: str
    label: str
    evidence: ShownEvidence | None = None


def concordance_numbers(context: Context, page: Page) -> Generated:
    """The printed numbers in order."""
    edition = context.edition
    known = [
        row
        for row in edition.concordance
        if row.key in edition.bibliography and row.page in edition.by_path
    ]
    paragraphs: dict[tuple[str, int | None], str] = {}
    for citation in edition.citations:
        paragraphs.setdefault((citation.page, citation.number), citation.paragraph)
    numbers: dict[str, list[int]] = defaultdict(list)
    for row in known:
        numbers[row.key].append(row.number)
    said = evidence_for(context, page, (row.number for row in known))
    evidence = {shown.evidence.number: shown for shown in said}
    rows = [
        ShownRow(
            row=row,
            work=context.reference(row.key),
            same=[number for number in numbers[row.key] if number != row.number],
            address=context.link(page, row.target),
            label=edition.label(Target(row.page, paragraphs.get((row.page, row.number), ""))),
            evidence=evidence.get(row.number),
        )
        for row in known
    ]
    references = context.list_link(page, "references")
    html = fill(
        "concordance-numbers", rows=rows, references=references, has_evidence=bool(evidence)
    )
    return Generated(html, frozenset(f"no-{row.number}" for row in known))


def concordance_paragraphs(context: Context, page: Page) -> Generated:
    """The paper's sections and paragraphs in order, each with the places that restate it."""
    sections = []
    for other in context.edition.pages:
        if other.section:
            address = context.link(page, Target(other.path))
            sections.append((other, address, _restated(context, page, other)))
    return Generated(fill("concordance-paragraphs", sections=sections))


def _restated(context: Context, page: Page, section: Page) -> dict[int, list[tuple[str, str]]]:
    """For each of the paper's paragraphs the ids and addresses of those that restate it."""
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for paragraph in section.paragraphs:
        if paragraph.number:
            found[paragraph.number].append((paragraph.id, context.link(page, paragraph.target)))
    return dict(found)
