r"""The directive `\references`: every work and the places that cite it; the works of a page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.model import Citation, Page, Reference
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.templates import fill


@dataclass(frozen=True)
class CitingPlace:
    """Where a work is cited: a name and an address, the sentence, and the printed number."""

    label: str
    address: str
    sentence: str = ""
    number: int | None = None


Entry = tuple[FormattedReference, list[CitingPlace]]


def references(context: Context, page: Page) -> Generated:
    """The works that the paper cites, and after them the sources of the editorial notes."""
    edition = context.edition
    notes = _citing_notes(context, page)

    def entries(works: list[Reference]) -> list[Entry]:
        return [
            (context.reference(work.key), _places(context, page, work, notes)) for work in works
        ]

    html = fill(
        "references",
        paper=entries(edition.paper_references),
        editors=entries(edition.editors_references),
        edit=context.edit_address,
    )
    anchors = {f"ref-{reference.key}" for reference in edition.bibliography}
    return Generated(html, frozenset(anchors | {"editors-sources"}))


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


def works_cited(context: Context, page: Page) -> Markup:
    """The works that a page cites, in order, for its foot, the preview and print."""
    cited: dict[str, list[Citation]] = defaultdict(list)
    for citation in page.citations:
        if citation.key in context.edition.bibliography:
            cited[citation.key].append(citation)
    if not cited:
        return Markup("")
    works = [(context.reference(key), citations) for key, citations in cited.items()]
    list_address = context.list_link(page, "references")
    return fill("works-cited", works=works, references=list_address)
