"""In: the edition. Out: the list of references with every place that cites each work, and the sources of one page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.model import Citation, Page, Reference
from edition.model.pages.target import Target
from edition.site.citation_links import REFERENCES_PAGE
from edition.site.context import Context, Generated
from edition.site.templates import fill


@dataclass(frozen=True)
class CitingPlace:
    """Where a work is cited: the words that name the place, its address, and the citing sentence."""

    label: str
    address: str
    sentence: str
    number: int | None = None


def _of_citation(context: Context, citation: Citation, page: Page) -> CitingPlace:
    address = context.link(page, Target(citation.page, citation.anchor or citation.paragraph))
    return CitingPlace(
        context.edition.label(citation.target), address, citation.sentence, citation.number
    )


def _of_notes(context: Context, page: Page) -> dict[str, list[CitingPlace]]:
    found: dict[str, list[CitingPlace]] = defaultdict(list)
    for note in context.edition.notes:
        place = CitingPlace(
            f"Note {note.id} on {context.edition.label(note.target)}",
            context.link(page, Target(note.page, note.anchor)),
            "",
        )
        for key in dict.fromkeys(note.sources):
            found[key].append(place)
    return found


def references(context: Context, page: Page) -> Generated:
    """The works the paper cites and after them the editors' own sources, each with every place that cites it."""
    notes = _of_notes(context, page)

    def entry(reference: Reference) -> tuple[FormattedReference, list[CitingPlace]]:
        places = [
            _of_citation(context, citation, page)
            for citation in context.edition.cited_by.get(reference.key, [])
        ]
        return context.reference(reference.key), places + notes.get(reference.key, [])

    edition = context.edition
    html = fill(
        "references",
        paper=[entry(r) for r in edition.paper_references],
        editors=[entry(r) for r in edition.editors_references],
        edit=context.edit_address,
    )
    return Generated(
        html,
        frozenset(
            {"editors-sources", *(f"ref-{reference.key}" for reference in edition.bibliography)}
        ),
    )


def works_cited(context: Context, page: Page) -> Markup:
    """The works that a page cites, in order, for its foot, the preview and print; empty where it cites none."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in page.citations:
        if citation.key in context.edition.bibliography:
            cited[citation.key].append(citation)
    if not cited:
        return Markup("")
    works = [(context.reference(key), citations) for key, citations in cited.items()]
    return fill("works-cited", works=works, references=context.link(page, REFERENCES_PAGE))
