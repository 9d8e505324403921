"""In: what is known of the paper and the edition. Out: title page, version, forms to cite by, and the head of a page."""

from __future__ import annotations

from markupsafe import Markup

from edition.language.dates import readable_date
from edition.model import Page
from edition.site.context import Context, Generated
from edition.site.templates import fill
from edition.site.version_list import VERSIONS_PAGE


def titlepage(context: Context, _page: Page) -> Generated:
    """Title, authors with their affiliation, and what kind of text this is."""
    paper = context.edition.paper
    affiliations = list(
        dict.fromkeys(author.affiliation for author in paper.authors if author.affiliation)
    )
    return Generated(fill("titlepage", paper=paper, affiliations=affiliations))


def _edition_date(context: Context) -> str:
    return readable_date(str(context.edition.paper.edition.get("date", "")))


def version(context: Context, page: Page) -> Generated:
    """Version and date of the edition, its DOI where it has one, and the way to its other versions."""
    known = {"doi": ""} | context.edition.paper.edition
    return Generated(
        fill(
            "version",
            edition=known,
            date=_edition_date(context),
            all=context.link(page, VERSIONS_PAGE),
        )
    )


def cite_forms(context: Context, _page: Page) -> Generated:
    """How to name the paper and the edition, with a paragraph of the edition as the example."""
    paper = context.edition.paper
    numbered = [
        (page, paragraph)
        for page in context.edition.pages
        if page.section
        for paragraph in page.paragraphs
        if paragraph.number
    ]
    example = numbered[len(numbered) // 2] if numbered else None
    return Generated(
        fill(
            "cite-forms",
            paper=paper,
            edition=paper.edition,
            date=_edition_date(context),
            example=example,
        )
    )


_WORDS_A_MINUTE = 220


def _reading_time(page: Page) -> int:
    """Minutes, from what a reader who looks nothing up reads silently in one; 0 where it is less than half of one."""
    return round(
        sum(len(paragraph.text.split()) for paragraph in page.paragraphs) / _WORDS_A_MINUTE
    )


def page_head(context: Context, page: Page) -> Markup:
    """What stands under the title of a page that restates a section, with its place among these; empty elsewhere."""
    if not page.section:
        return Markup("")
    sections = [other.path for other in context.edition.pages if other.section]
    place = (sections.index(page.path) + 1, len(sections))
    return fill(
        "page-head",
        page=page,
        paper=context.edition.paper,
        place=place,
        minutes=_reading_time(page),
    )
