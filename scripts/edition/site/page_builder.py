"""In: a page's rendered Markdown. Out: the page complete: commands carried out, words annotated, sources at its foot."""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from edition.model import Edition, Page
from edition.model.pages.annotation import AnnotatedPage
from edition.model.rule import RuleGroup
from edition.site.argument_picture import argument
from edition.site.concordance_tables import concordance_numbers, concordance_paragraphs
from edition.site.context import Context, Generated
from edition.site.glossary import first_mentions, glossary, page_terms, term_marks
from edition.site.name_index import names
from edition.site.note_lists import note_marks, notes, page_notes
from edition.site.page_typography import typeset_html
from edition.site.redirects import moved_places
from edition.site.reference_list import references, works_cited
from edition.site.rule_list import rules
from edition.site.see_also import see_also
from edition.site.timeline import timeline
from edition.site.title_page import cite_forms, page_head, titlepage, version
from edition.site.version_list import versions

DIRECTIVE = re.compile(r"<p>\\([a-z][a-z-]*)</p>")
"""A command is a paragraph of its own, found in the rendered page, so that code that quotes one is left alone."""

DIRECTIVES: dict[str, Callable[[Context, Page], Generated]] = {
    "argument": argument,
    "cite-forms": cite_forms,
    "concordance-numbers": concordance_numbers,
    "concordance-paragraphs": concordance_paragraphs,
    "glossary": glossary,
    "names": names,
    "notes": notes,
    "references": references,
    "rules": rules,
    "timeline": timeline,
    "titlepage": titlepage,
    "version": version,
    "versions": versions,
}


class Apparatus:
    """Completes the pages of an edition; one for each build."""

    def __init__(self, edition: Edition, manual: Callable[[], list[RuleGroup]] = list) -> None:
        self.edition = edition
        self.context = Context(edition, manual)

    def complete(self, page: Page, html: str) -> Generated:
        """The page's HTML with commands carried out, head under the title, and notes, sources and terms at its foot."""
        html, anchors = self._carry_out(page, html)
        html = html.replace("</h1>", "</h1>\n" + str(page_head(self.context, page)), 1)
        html, terms = self._annotate(page, html)
        notes_here = page_notes(self.context, page)
        moved = moved_places(self.context, page)
        foot = "".join(
            map(str, (notes_here.html, works_cited(self.context, page), terms, moved.html))
        )
        return Generated(
            Markup(typeset_html(html + foot)), anchors | notes_here.anchors | moved.anchors
        )

    def _carry_out(self, page: Page, html: str) -> tuple[str, frozenset[str]]:
        anchors: set[str] = set()

        def carry_out(match: re.Match[str]) -> str:
            command = DIRECTIVES.get(match[1])
            if not command:
                return match[0]
            generated = command(self.context, page)
            anchors.update(generated.anchors)
            return str(generated.html)

        return DIRECTIVE.sub(carry_out, html), frozenset(anchors)

    def _annotate(self, page: Page, html: str) -> tuple[str, Markup]:
        """Set notes, terms and relations in the text; a page without any is returned to the letter."""
        note_places, lines = note_marks(self.context, page), see_also(self.context, page)
        # Pages about the edition use the same words, but nobody looks there for the paper's terms.
        mentions = self.context.term_mentions_on(page) if page.section or not page.address else []
        if not (note_places or lines or mentions):
            return html, Markup("")
        annotated = AnnotatedPage(html)
        first = first_mentions(self.context, page, annotated, note_places)
        term_places = term_marks(self.context, page, first)
        for paragraph in page.paragraphs:
            annotated.annotate(
                paragraph, note_places.get(paragraph.id, []) + term_places.get(paragraph.id, [])
            )
            if paragraph.id in lines:
                annotated.insert_after_paragraph(paragraph.id, str(lines[paragraph.id]))
        return str(annotated) + str(lines.get("", "")), page_terms(self.context, page, first)
