"""Completes a rendered page: directives, marks of notes and terms, and what stands at its foot."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import lxml.html
from lxml.html import HtmlElement
from markupsafe import Markup

from edition.language.typography import typeset_tree
from edition.model import Page
from edition.model.pages.annotation import AnnotatedPage
from edition.model.pages.page import DIRECTIVE
from edition.site.argument_picture import argument
from edition.site.concordance_tables import concordance_numbers
from edition.site.context import Context, PageView
from edition.site.evidence_list import evidence
from edition.site.front_page import titlepage
from edition.site.glossary import first_mentions, glossary, page_terms, term_marks
from edition.site.name_index import names
from edition.site.note_lists import note_marks, notes, page_notes
from edition.site.redirects import moved_places
from edition.site.reference_list import references, works_cited
from edition.site.see_also import see_also
from edition.site.timeline import timeline
from edition.site.title_page import cite_forms, page_head
from edition.site.version_list import versions

DIRECTIVES: dict[str, Callable[[PageView], Markup]] = {
    "argument": argument,
    "cite-forms": cite_forms,
    "concordance-numbers": concordance_numbers,
    "concordance-paragraphs": partial(PageView.fill, template="concordance-paragraphs"),
    "evidence": evidence,
    "glossary": glossary,
    "names": names,
    "notes": notes,
    "references": references,
    "rules": partial(PageView.fill, template="rules"),
    "timeline": timeline,
    "titlepage": titlepage,
    "version": partial(PageView.fill, template="version"),
    "versions": versions,
}
"""What each directive stands for.

Three have a template that takes all it shows from the view, and no code of their own.
"""


class CompletedPage(NamedTuple):
    """The HTML of a page, and the ids in it, which links may lead to."""

    html: Markup
    ids: frozenset[str]


def complete_page(context: Context, page: Page, html: str) -> CompletedPage:
    """The HTML of a page with all that the edition adds to what its Markdown says.

    `html` is what the Markdown says. Directives come first, since an address that moved may lead
    to what they generate; the typography comes last, since it is for all words.
    """
    view = PageView(context, page)
    html = DIRECTIVE.sub(partial(_carry_out, view), html)
    html = html.replace("</h1>", f"</h1>\n{page_head(view)}", 1)
    annotated = AnnotatedPage(html)
    terms = _annotate(view, annotated)
    foot = f"{page_notes(view)}{works_cited(view)}{terms}"
    # The template shows the steps to other pages before this element.
    annotated.append(f'<div class="page-foot">{foot}</div>' if foot else "")
    annotated.append(str(moved_places(view, annotated.root)))
    _frame_tables(annotated.root)
    typeset_tree(annotated.root, bind_citations=True)
    ids = frozenset(map(str, annotated.root.xpath("//@id")))
    return CompletedPage(Markup(annotated), ids)


def _carry_out(view: PageView, match: re.Match[str]) -> str:
    """What a directive stands for; one that does not exist stays as it was written."""
    directive = DIRECTIVES.get(match[1])
    return str(directive(view)) if directive else match[0]


def _annotate(view: PageView, html: AnnotatedPage) -> Markup:
    """Set notes, terms and relations in the text; the explanations of the terms."""
    page, note_places, lines = view.page, note_marks(view), see_also(view)
    # Pages about the edition use the same words, but nobody looks there for the paper's terms.
    is_text = page.section or not page.address
    mentions = view.context.term_mentions[page.path] if is_text else []
    marked = first_mentions(mentions, html, note_places)
    term_places = term_marks(view, marked)
    for paragraph in page.paragraphs:
        marks = note_places.get(paragraph.id, []) + term_places.get(paragraph.id, [])
        html.annotate(paragraph, marks)
        if paragraph.id in lines:
            html.insert_after_paragraph(paragraph.id, str(lines[paragraph.id]))
    html.append(str(lines.get("", "")))
    return page_terms(view, marked)


def _frame_tables(root: HtmlElement) -> None:
    """Set a frame around each table of the text, in which a wide one scrolls by itself.

    A keyboard scrolls what it can reach, so the frame can be focused (WCAG 2.2, 1.4.10 and 2.1.1).
    """
    for table in root.xpath(".//table[not(@class)]"):
        attributes = {"class": "table-frame", "role": "group", "tabindex": "0"}
        frame = lxml.html.Element("div", attributes, **{"aria-label": "Table"})
        frame.tail, table.tail = table.tail, None
        table.addprevious(frame)
        frame.append(table)
