r"""The terms of the glossary: marks at their first mention, and the directive `\glossary`."""

from __future__ import annotations

from dataclasses import dataclass

import lxml.html
from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.language.tags import tag_name
from edition.model import Form, Mention, Page, Term
from edition.model.pages.annotation import AnnotatedPage, Mark
from edition.model.pages.inline import inline_html, inline_text
from edition.model.pages.target import Target
from edition.site.context import Context, Generated
from edition.site.templates import fill


@dataclass(frozen=True)
class ShownTerm:
    """A term as a reader sees it. `forms` have the name of their language."""

    term: Term
    name: str
    text: Markup
    sources: list[FormattedReference]
    forms: list[tuple[Form, str]]


def first_mentions(
    mentions: list[Mention], html: AnnotatedPage, taken: dict[str, list[Mark]]
) -> list[Mention]:
    """The first mention of each term on a page that can be marked.

    That is one in no link, and not in words that a note hangs on (`taken`, by paragraph).
    """
    found: dict[str, Mention] = {}
    for mention in mentions:
        if len(mention.ids) != 1 or mention.ids[0] in found:
            continue
        if _overlaps(mention, taken.get(mention.paragraph.id, [])):
            continue
        if html.free(mention.paragraph, mention.start, mention.end):
            found[mention.ids[0]] = mention
    return list(found.values())


def _overlaps(mention: Mention, taken: list[Mark]) -> bool:
    return any(mention.start < mark.end and mark.start < mention.end for mark in taken)


def term_marks(context: Context, page: Page, mentions: list[Mention]) -> dict[str, list[Mark]]:
    """A link to the explanation around each of the mentions, by paragraph."""
    marks: dict[str, list[Mark]] = {}
    for mention in mentions:
        term = mention.ids[0]
        address = context.list_link(page, "glossary", term)
        link = lxml.html.Element("a", {"class": "term", "href": address, "data-term": term})
        mark = Mark(mention.start, mention.end, around=link)
        marks.setdefault(mention.paragraph.id, []).append(mark)
    return marks


def page_terms(context: Context, page: Page, mentions: list[Mention]) -> Markup:
    """The explanations of the terms marked on a page, for the preview and print."""
    if not mentions:
        return Markup("")
    terms = {term.id: term for term in context.edition.glossary}
    shown = [_shown(context, terms[mention.ids[0]]) for mention in mentions]
    return fill("page-terms", terms=shown, glossary=context.list_link(page, "glossary"))


def glossary(context: Context, page: Page) -> Generated:
    """All terms in alphabetical order, each with the paragraphs that use it."""
    edition = context.edition
    used: dict[str, dict[Target, None]] = {term.id: {} for term in edition.glossary}
    for mention in edition.term_mentions:
        for id in mention.ids:
            used[id][mention.target] = None
    terms = []
    for term in sorted(edition.glossary, key=lambda term: term.term.lower()):
        links = [(edition.label(target), context.link(page, target)) for target in used[term.id]]
        terms.append((_shown(context, term), links))
    html = fill("glossary", terms=terms, references=context.list_link(page, "references"))
    return Generated(html, frozenset(used))


def _shown(context: Context, term: Term) -> ShownTerm:
    return ShownTerm(
        term=term,
        name=inline_text(term.term),
        text=inline_html(term.text),
        sources=context.references(term.sources),
        forms=[(form, tag_name(form.lang)) for form in term.forms],
    )
