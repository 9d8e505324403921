"""In: the glossary. Out: the first mention of each term on a page, the list of its terms, and the page of all terms."""

from __future__ import annotations

import lxml.html
from markupsafe import Markup

from edition.language.tags import tag_name
from edition.model import Mention, Page, Term
from edition.model.pages.annotation import AnnotatedPage, Mark
from edition.model.pages.inline import inline_html, inline_text
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.templates import fill

GLOSSARY_PAGE = "glossary.md"


def _overlaps(mention: Mention, taken: list[Mark]) -> bool:
    return any(mention.start < mark.end and mark.start < mention.end for mark in taken)


def first_mentions(
    context: Context, page: Page, html: AnnotatedPage, taken: dict[str, list[Mark]]
) -> list[Mention]:
    """The first mention of each term on a page that can be marked: in no link and in no words that a note hangs on."""
    found: dict[str, Mention] = {}
    for mention in context.term_mentions_on(page):
        paragraph = mention.paragraph.id
        if (
            len(mention.ids) != 1
            or mention.ids[0] in found
            or _overlaps(mention, taken.get(paragraph, []))
        ):
            continue
        if html.free(mention.paragraph, mention.start, mention.end):
            found[mention.ids[0]] = mention
    return list(found.values())


def term_marks(context: Context, page: Page, mentions: list[Mention]) -> dict[str, list[Mark]]:
    """A link to the explanation around each of the mentions, by paragraph."""
    marks: dict[str, list[Mark]] = {}
    for mention in mentions:
        link = lxml.html.Element(
            "a",
            {
                "class": "term",
                "href": context.link(page, Target(GLOSSARY_PAGE, mention.ids[0])),
                "data-term": mention.ids[0],
            },
        )
        marks.setdefault(mention.paragraph.id, []).append(Mark(mention.start, mention.end, link))
    return marks


def _shown(context: Context, term: Term) -> dict:
    forms = [(form, tag_name(form.lang)) for form in term.forms]
    return {
        "term": term,
        "name": inline_text(term.term),
        "text": inline_html(term.text),
        "sources": context.references(term.sources),
        "forms": forms,
    }


def page_terms(context: Context, page: Page, mentions: list[Mention]) -> Markup:
    """The explanations of the terms marked on a page, for the preview and print; empty where there is none."""
    terms = {term.id: term for term in context.edition.glossary}
    shown = [_shown(context, terms[mention.ids[0]]) for mention in mentions]
    return (
        fill("page-terms", terms=shown, glossary=context.link(page, GLOSSARY_PAGE))
        if shown
        else Markup("")
    )


def glossary(context: Context, page: Page) -> Generated:
    """All terms in alphabetical order, each with the paragraphs that use it."""
    places: dict[str, list[tuple[str, str]]] = {}
    for mention in context.edition.term_mentions:
        for id in mention.ids:
            place = (context.edition.label(mention.target), context.link(page, mention.target))
            if place not in places.setdefault(id, []):
                places[id].append(place)
    terms = [
        (_shown(context, term), places.get(term.id, []))
        for term in sorted(context.edition.glossary, key=lambda term: term.term.lower())
    ]
    return Generated(
        fill("glossary", terms=terms, references=context.link(page, "references.md")),
        frozenset(term.id for term in context.edition.glossary),
    )
