r"""What the cited sources say: at a citation, and in order by the directive `\evidence`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.language.dates import readable_date
from edition.language.markup import direction
from edition.language.tags import tag_name
from edition.model import Citation, Evidence, Page
from edition.model.apparatus.evidence import UNREAD, VERDICTS
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.templates import fill


@dataclass(frozen=True)
class ShownEvidence:
    """What a source says of one citation, as a reader of a page sees it.

    `address` is its entry on the page of all evidence, `notes` are numbers of editorial notes with
    their addresses, `references` is the address of the list of references.
    """

    evidence: Evidence
    address: str
    source: FormattedReference | None
    report: FormattedReference | None
    notes: list[tuple[int, str]]
    references: str

    @property
    def direction(self) -> str:
        return direction(self.evidence.lang)

    @property
    def language(self) -> str:
        """The name of the quotation's language."""
        return tag_name(self.evidence.lang)

    @property
    def date(self) -> str:
        return readable_date(self.evidence.date)


def evidence_for(
    context: Context, page: Page, numbers: Iterable[int | None]
) -> list[ShownEvidence]:
    """What the sources say of the citations with these numbers, as it is shown on `page`."""
    by_number = context.edition.evidence_by_number
    found = [by_number[number] for number in numbers if number in by_number]
    return [_shown(context, page, evidence) for evidence in found]


def _shown(context: Context, page: Page, evidence: Evidence) -> ShownEvidence:
    notes = context.edition.notes_by_id
    known = [notes[id] for id in evidence.notes if id in notes]
    return ShownEvidence(
        evidence=evidence,
        address=context.list_link(page, "evidence", evidence.anchor),
        source=context.find_reference(evidence.source),
        report=context.find_reference(evidence.report),
        notes=[(note.id, context.link(page, Target(note.page, note.anchor))) for note in known],
        references=context.list_link(page, "references"),
    )


@dataclass(frozen=True)
class ListedEvidence:
    """An entry of the list: the citation, the name and address of its place, the cited work."""

    shown: ShownEvidence
    citation: Citation | None
    label: str
    place: str
    work: FormattedReference | None


def evidence(context: Context, page: Page) -> Generated:
    """Every record in the order of the printed numbers, with a bar and a filter of the verdicts."""
    edition = context.edition
    items = [
        _listed(context, page, shown)
        for shown in evidence_for(context, page, edition.evidence_by_number)
    ]
    if not items:
        return Generated(Markup(""))
    counts = Counter(item.shown.evidence.verdict for item in items)
    chart = [(verdict, VERDICTS[verdict][0], counts[verdict]) for verdict in VERDICTS]
    html = fill(
        "evidence",
        items=items,
        chart=_with_starts([row for row in chart if row[2]]),
        total=len(items),
        read=len(items) - counts[UNREAD],
        edit=context.edit_address,
    )
    return Generated(html, frozenset(item.shown.evidence.anchor for item in items))


def _listed(context: Context, page: Page, shown: ShownEvidence) -> ListedEvidence:
    edition = context.edition
    citation = edition.citations_by_number.get(shown.evidence.number)
    return ListedEvidence(
        shown=shown,
        citation=citation,
        label=edition.label(citation.target) if citation else "",
        place=context.link(page, Target(citation.page, citation.anchor)) if citation else "",
        work=context.find_reference(citation.key) if citation else None,
    )


def _with_starts(chart: list[tuple[str, str, int]]) -> list[tuple[str, str, int, int]]:
    """The rows with the number of records before each: where its part of the bar begins."""
    starts = accumulate((count for _verdict, _name, count in chart), initial=0)
    return [(*row, start) for row, start in zip(chart, starts, strict=False)]
