"""Rules of the citations in the pages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from edition.checks.nearest import did_you_mean
from edition.model import Edition, Page
from edition.model.pages.citation import parse_block
from edition.problem import Problem

_ATTEMPT = re.compile(r"\[(?:[^\[\]@;]*\s)?@[A-Za-z0-9_]")
_LINKED = re.compile(r"\[@([A-Za-z0-9_][\w:.-]*+)[^\[\]]*+\]\s?(?=[(\[:])")


def undefined_citation(edition: Edition) -> Iterator[Problem]:
    """A citation names an entry of a file in bib/, letter for letter: `[@Key]` and `[@key]` are two keys.

    A reader would find the key in brackets and no source. Correct the key, or add the entry.
    """
    known = edition.bibliography.references
    for citation in edition.citations:
        if citation.key not in known:
            hint = did_you_mean(citation.key, known, "Add the entry, or correct the key.", "@")
            yield Problem(
                citation.location, "undefined-citation", f"'@{citation.key}' is not in bib/.", hint
            )


def citation_in_heading(edition: Edition) -> Iterator[Problem]:
    """No citation stands in a heading.

    It would stand in the menu and in the address of the heading too. Cite in the paragraph below.
    """
    for citation in edition.citations:
        if re.fullmatch(r"h[1-6]", citation.context):
            yield Problem(
                citation.location,
                "citation-in-heading",
                f"'@{citation.key}' is cited in a heading.",
                "Move the citation into the paragraph below.",
            )


def broken_citation(edition: Edition) -> Iterator[Problem]:
    """A bracket with an `@key` is a citation: `[@key]`, `[@key, p. 3]` or `[see @key; @other]`.

    One that is not closed, ends in `;`, holds another bracket or is followed by `(…)` would be printed as it stands.
    Write it like the examples; put a backslash before a bracket that is none.
    """
    for page in edition.pages:
        for offset in page.unread:
            if page.body.endswith("\\", 0, offset) or not _ATTEMPT.match(page.body, offset):
                continue
            if problem := _broken(page, offset, edition):
                yield problem


def _broken(page: Page, offset: int, edition: Edition) -> Problem | None:
    place = page.location_at(offset)
    if linked := _LINKED.match(page.body, offset):
        return Problem(
            place,
            "broken-citation",
            f"'{linked[0].strip()}' is followed by an address or a name and is read as a link.",
            "Set a space or a word between the two.",
        )
    closed = re.match(r"\[[^\[\]]*\]", page.body[offset : offset + 400])
    said = (
        " ".join(closed[0].split())
        if closed
        else page.body[offset : offset + 400].split("\n")[0].strip()
    )
    if said.endswith("]"):
        if parse_block(said[1:-1]) is not None and not any(
            key in said for key in edition.bibliography.references
        ):
            return None  # `[the harbor @name](address)`: a link whose words hold a name
        return Problem(
            place,
            "broken-citation",
            f"'{said}' cannot be read as a citation.",
            "Write it like '[@key]', '[@key, p. 3]' or '[@key; @other]'.",
        )
    return Problem(
        place, "broken-citation", f"'{said[:40]}' is not closed.", "Close the bracket: '[@key]'."
    )


def citation_without_number(edition: Edition) -> Iterator[Problem]:
    """In a paragraph that restates one of the paper's, each citation is the paper's own and has its printed number.

    The number comes from the concordance: a row with this page, this paragraph and this key. Add the row, or move a
    source that the paper does not cite into an editorial note.
    """
    for page in edition.pages:
        for paragraph in page.paragraphs if page.section else []:
            for citation in paragraph.citations if paragraph.number else []:
                if citation.number is None and citation.key in edition.bibliography:
                    message = f"'@{citation.key}' in paragraph '{paragraph.id}' of {page.path} has no row in the concordance."
                    yield Problem(
                        citation.location,
                        "citation-without-number",
                        message,
                        "Add the row, or cite what the paper does not cite in an editorial note.",
                    )


def number_order(edition: Edition) -> Iterator[Problem]:
    """The printed numbers stand in the text in the paper's order.

    A number after a higher one means that a sentence or a row of the concordance stands in the wrong place.
    """
    highest = 0
    for citation in edition.citations:
        if citation.number is not None and citation.number < highest:
            yield Problem(
                citation.location,
                "number-order",
                f"[{citation.number}] '@{citation.key}' stands after [{highest}].",
                "Move the sentence, or correct the concordance.",
            )
        highest = max(highest, citation.number or 0)


def number_missing(edition: Edition) -> Iterator[Problem]:
    """Each row of the concordance has its citation in the text.

    Without it a marker of the paper is lost. Cite the work in the paragraph that the row names, or correct the row.
    """
    seen = {citation.number for citation in edition.citations}
    for row in edition.concordance:
        page = edition.by_path.get(row.page)
        if (
            page
            and row.number not in seen
            and row.key in edition.bibliography
            and any(p.number == row.paragraph for p in page.paragraphs)
        ):
            hint = f"Write '[@{row.key}]' there, or correct the row."
            yield Problem(
                row.location,
                "number-missing",
                f"[{row.number}] '@{row.key}' is not cited in paragraph {row.paragraph} of {row.page}.",
                hint,
            )


RULES = [
    undefined_citation,
    citation_in_heading,
    broken_citation,
    citation_without_number,
    number_order,
    number_missing,
]
