r"""What is known of paper and edition: `\version`, `\cite-forms`, page heads."""

from __future__ import annotations

from markupsafe import Markup

from edition.citing.self_citation import (
    author_line,
    edition_authors,
    page_voice,
    paper_author_line,
    restatement_of,
)
from edition.language.dates import readable_date
from edition.model import Page
from edition.site.context import Context, Generated
from edition.site.templates import fill

_WORDS_A_MINUTE = 220


def version(context: Context, page: Page) -> Generated:
    """Version and date of the edition, its DOI where it has one, and the way to its versions."""
    facts = context.edition.paper.edition
    versions = context.list_link(page, "versions")
    return Generated(fill("version", edition=facts, date=_edition_date(context), all=versions))


def cite_forms(context: Context, _page: Page) -> Generated:
    """How to name the paper and the edition, with a paragraph from the middle as the example."""
    paper = context.edition.paper
    numbered = [
        (page, paragraph)
        for page in context.edition.pages
        for paragraph in page.paragraphs
        if page.section and paragraph.number
    ]
    html = fill(
        "cite-forms",
        paper=paper,
        edition=paper.edition,
        authors=author_line(edition_authors(paper)),
        paper_authors=paper_author_line(paper),
        restatement=restatement_of(paper),
        date=_edition_date(context),
        example=numbered[len(numbered) // 2] if numbered else None,
    )
    return Generated(html)


def _edition_date(context: Context) -> str:
    return readable_date(context.edition.paper.edition.date)


def page_head(context: Context, page: Page) -> Markup:
    """What stands under the title of a page that restates a section; empty on other pages."""
    if not page.section:
        return Markup("")
    return fill(
        "page-head",
        page=page,
        voice=page_voice(context.edition, page),
        minutes=_reading_time(page),
    )


def _reading_time(page: Page) -> int:
    """Minutes of silent reading, notes not counted; 0 for less than half a minute."""
    words = sum(len(paragraph.text.split()) for paragraph in page.paragraphs)
    return round(words / _WORDS_A_MINUTE)
