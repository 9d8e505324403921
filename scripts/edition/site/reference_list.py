r"""The directive `\references`: every work and the places that cite it; the works of a page."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.model import Citation, Evidence, Reference
from edition.site.context import PageView
from edition.site.relative_links import relative_address


@dataclass(frozen=True)
class CitingPlace:
    """Where a work is cited: a name and an address, the sentence, and the printed number."""

    label: str
    address: str
    sentence: str = ""
    number: int | None = None


STEP = 10
"""So many numbers one link of the bar above the list stands for."""

Entry = tuple[FormattedReference, list[CitingPlace], list[Evidence]]


def references(view: PageView) -> Markup:
    """The works that the paper cites, and after them the sources of the editorial notes."""
    edition = view.edition
    citing: dict[str, list[CitingPlace]] = defaultdict(list)
    for key, place in chain(_citations(view), _citing_notes(view), _citing_evidence(view)):
        citing[key].append(place)

    def entries(works: list[Reference]) -> list[Entry]:
        return [
            (view.context.format(work), citing[work.key], view.evidence(work.numbers))
            for work in works
        ]

    return view.fill(
        "references",
        paper=entries(edition.paper_references),
        editors=entries(sorted(edition.editors_references, key=_sort_key)),
        jumps=_jumps(edition.paper_references),
        letters=_letters(edition.editors_references),
        documents=relative_address(view.page.address, "references/x").removesuffix("x"),
    )


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


def _citations(view: PageView) -> Iterator[tuple[str, CitingPlace]]:
    """The keys that the text cites, each with the place."""
    for citation in view.edition.citations:
        yield (
            citation.key,
            CitingPlace(
                label=view.label(citation.target),
                address=view.link_to(citation.page, citation.anchor or citation.paragraph),
                sentence=citation.sentence,
                number=citation.number,
            ),
        )


def _citing_notes(view: PageView) -> Iterator[tuple[str, CitingPlace]]:
    """The keys that notes rest on, each with the note."""
    for note in view.edition.notes:
        label = f"Note {note.id} on {view.label(note.target)}"
        place = CitingPlace(label, view.note_link(note))
        for key in dict.fromkeys(note.sources):
            yield key, place


def _citing_evidence(view: PageView) -> Iterator[tuple[str, CitingPlace]]:
    """The keys that evidence names, apart from the work that is cited, each with the citation."""
    cited = {row.number: row.key for row in view.edition.concordance}
    for number, item in view.edition.evidence_by_number.items():
        address = view.list_link("evidence", item.anchor)
        for key in item.keys:
            if key != cited.get(number):
                yield key, CitingPlace(f"What the source of [{number}] says", address)


def works_cited(view: PageView) -> Markup:
    """The works that a page cites, in order, for its foot, the preview and print."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in view.page.citations:
        if citation.key in view.edition.bibliography:
            cited[citation.key].append(citation)
    return view.fill("works-cited", cited=cited) if cited else Markup("")
