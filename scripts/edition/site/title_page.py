r"""What is known of paper and edition: the directive `\cite-forms`, and the heads of pages."""

from __future__ import annotations

from markupsafe import Markup

from edition.citing.self_citation import (
    author_line,
    edition_authors,
    page_voice,
    paper_author_line,
    restatement_of,
)
from edition.model import Page
from edition.site.context import PageView

_WORDS_A_MINUTE = 220


def cite_forms(view: PageView) -> Markup:
    """How to name the paper and the edition, with a paragraph from the middle as the example."""
    paper = view.edition.paper
    numbered = [
        (page, paragraph)
        for page in view.edition.pages
        for paragraph in page.paragraphs
        if page.section and paragraph.number
    ]
    return view.fill(
        "cite-forms",
        paper=paper,
        edition=paper.edition,
        authors=author_line(edition_authors(paper)),
        paper_authors=paper_author_line(paper),
        restatement=restatement_of(paper),
        example=numbered[len(numbered) // 2] if numbered else None,
    )


def page_head(view: PageView) -> Markup:
    """What stands under the title of a page that restates a section; empty on other pages."""
    page = view.page
    if not page.section:
        return Markup("")
    voice = page_voice(view.edition, page)
    return view.fill("page-head", page=page, voice=voice, minutes=_reading_time(page))


def _reading_time(page: Page) -> int:
    """Minutes of silent reading, notes not counted; 0 for less than half a minute."""
    words = sum(len(paragraph.text.split()) for paragraph in page.paragraphs)
    return round(words / _WORDS_A_MINUTE)
