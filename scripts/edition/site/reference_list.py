r"""The directive `\references`: every work and the places that cite it; the works of a page."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from edition.language.sorting import sort_key
from edition.model import Citation, Edition, Evidence, Reference
from edition.site.context import PageView
from edition.site.relative_links import relative_address

STEP = 10
"""So many numbers one link of the bar above the list stands for."""


def references(view: PageView) -> Markup:
    """The works that the paper cites, and after them the sources of the editorial notes."""
    edition = view.edition
    formatted = view.context.format
    paper = edition.paper_references
    editors = sorted(edition.editors_references, key=lambda work: sort_key(work.short))
    return view.fill(
        "references",
        paper=list(map(formatted, paper)),
        editors=list(map(formatted, editors)),
        notes=edition.notes_by_source,
        evidence=_evidence_by_source(edition),
        jumps=_jumps(paper),
        letters=_letters(editors),
        documents=relative_address(view.page.address, "references/x").removesuffix("x"),
    )


def _evidence_by_source(edition: Edition) -> dict[str, list[Evidence]]:
    """The evidence that names each work, by its key.

    Evidence on a citation of the work itself is shown in its entry and is left out here.
    """
    cited = {row.number: row.key for row in edition.concordance}
    found: dict[str, list[Evidence]] = defaultdict(list)
    for number, item in edition.evidence_by_number.items():
        for key in item.keys:
            if key != cited.get(number):
                found[key].append(item)
    return found


def _jumps(works: list[Reference]) -> list[tuple[str, str]]:
    """`1–10`, `11–20`, …, each with the anchor of the work that has the first of these numbers."""
    anchors = {number: work.anchor for work in works for number in work.numbers}
    last = max(anchors, default=0)
    jumps = []
    for start in range(1, last + 1, STEP):
        end = min(start + STEP - 1, last)
        if start in anchors:
            jumps.append((f"{start}–{end}", anchors[start]))
    return jumps


def _letters(works: list[Reference]) -> list[tuple[str, str]]:
    """The first letters of sorted works, each with the anchor of the first work that has it."""
    found: dict[str, str] = {}
    for work in works:
        letter = sort_key(work.short)[:1].upper()
        if letter.isalpha():
            found.setdefault(letter, work.anchor)
    return list(found.items())


def works_cited(view: PageView) -> Markup:
    """The works that a page cites, in order, for its foot, the preview and print."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in view.page.citations:
        if citation.key in view.edition.bibliography:
            cited[citation.key].append(citation)
    return view.fill("works-cited", cited=cited) if cited else Markup("")
