r"""The directive `\references`: every work and the places that cite it; the works of a page."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.model import Citation, Page, Reference
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.evidence_list import ShownEvidence, evidence_for
from edition.site.relative_links import relative_address
from edition.site.templates import fill


@dataclass(frozen=True)
class CitingPlace:
    """Where a work is cited: a name and an address, the sentence, and the printed number."""

    label: str
    address: str
    sentence: str = ""
    number: int | None = None


STEP = 10
"""So many numbers one link of the bar above the list stands for."""

Entry = tuple[FormattedReference, list[CitingPlace], list[ShownEvidence]]


def references(context: Context, page: Page) -> Generated:
    """The works that the paper cites, and after them the sources of the editorial notes."""
    edition = context.edition
    notes = _citing_notes(context, page)
    records = _citing_evidence(context, page)

    def entries(works: list[Reference]) -> list[Entry]:
        found = []
        for work in works:
            places = _places(context, page, work, notes) + records.get(work.key, [])
            said = evidence_for(context, page, work.numbers)
            found.append((context.reference(work.key), places, said))
        return found

    html = fill(
        "references",
        paper=entries(edition.paper_references),
        editors=entries(sorted(edition.editors_references, key=_sort_key)),
        jumps=_jumps(edition.paper_references),
        letters=_letters(edition.editors_references),
        has_evidence=bool(edition.evidence),
        edit=context.edit_address,
        documents=relative_address(page.address, "references/x").removesuffix("x"),
    )
    anchors = {reference.anchor for reference in edition.bibliography}
    return Generated(html, frozenset(anchors | {"editors-sources"}))


def _jumps(works: list[Reference]) -> list[tuple[str, str]]:
    """`1–10`, `11–20`, …, each with the anchor of the work that has the first of these numbers."""
    anchors = {number: work.anchor for work in works for number in work.numbers}
    last = max(anchors, default=0)
    starts = [start for start in range(1, last + 1, STEP) if start in anchors]
    return [(f"{start}–{min(start + STEP - 1, last)}", anchors[start]) for start in starts]


def _sort_key(work: Reference) -> str:
    return _plain(work.short)


def _plain(text: str) -> str:
    """The text as it is sorted: small letters without accents, and no article before it."""
    return unicodedata.normalize("NFKD", text.casefold()).removeprefix("the ")


def _letters(works: list[Reference]) -> list[tuple[str, str]]:
    """The first letters of the works, each with the anchor of the first work that has it."""
    found: dict[str, str] = {}
    for work in sorted(works, key=_sort_key):
        letter = _plain(work.short)[:1].upper()
        if letter.isalpha():
            found.setdefault(letter, work.anchor)
    return list(found.items())


def _places(
    context: Context, page: Page, work: Reference, notes: dict[str, list[CitingPlace]]
) -> list[CitingPlace]:
    """Where a work is cited: first in the text, then in notes."""
    found = []
    for citation in context.edition.cited_by.get(work.key, []):
        marker = Target(citation.page, citation.anchor or citation.paragraph)
        place = CitingPlace(
            label=context.edition.label(citation.target),
            address=context.link(page, marker),
            sentence=citation.sentence,
            number=citation.number,
        )
        found.append(place)
    return found + notes.get(work.key, [])


def _citing_notes(context: Context, page: Page) -> dict[str, list[CitingPlace]]:
    """The notes that rest on each work, by its key."""
    found: dict[str, list[CitingPlace]] = defaultdict(list)
    for note in context.edition.notes:
        label = f"Note {note.id} on {context.edition.label(note.target)}"
        place = CitingPlace(label, context.link(page, Target(note.page, note.anchor)))
        for key in dict.fromkeys(note.sources):
            found[key].append(place)
    return found


def _citing_evidence(context: Context, page: Page) -> dict[str, list[CitingPlace]]:
    """The citations whose evidence names each work that they do not cite, by its key."""
    edition = context.edition
    cited = {row.number: row.key for row in edition.concordance}
    found: dict[str, list[CitingPlace]] = defaultdict(list)
    for number, item in edition.evidence_by_number.items():
        address = context.list_link(page, "evidence", item.anchor)
        for key in item.keys:
            if key != cited.get(number):
                found[key].append(CitingPlace(f"What the source of [{number}] says", address))
    return found


def works_cited(context: Context, page: Page) -> Markup:
    """The works that a page cites, in order, for its foot, the preview and print."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in page.citations:
        if citation.key in context.edition.bibliography:
            cited[citation.key].append(citation)
    if not cited:
        return Markup("")
    works = []
    for key, citations in cited.items():
        records = evidence_for(context, page, (citation.number for citation in citations))
        works.append((context.reference(key), citations, records))
    list_address = context.list_link(page, "references")
    return fill("works-cited", works=works, references=list_address)
