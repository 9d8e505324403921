r"""The terms of the glossary: marks at their first mention, and the directive `\glossary`."""

from __future__ import annotations

from collections import defaultdict

import lxml.html
from markupsafe import Markup

from edition.model import Mention
from edition.model.pages.annotation import AnnotatedPage, Mark
from edition.model.pages.target import Target
from edition.site.context import PageView


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


def term_marks(view: PageView, mentions: list[Mention]) -> dict[str, list[Mark]]:
    """A link to the explanation around each of the mentions, by paragraph."""
    marks: dict[str, list[Mark]] = {}
    for mention in mentions:
        term = mention.ids[0]
        address = view.list_link("glossary", term)
        link = lxml.html.Element("a", {"class": "term", "href": address, "data-term": term})
        mark = Mark(mention.start, mention.end, around=link)
        marks.setdefault(mention.paragraph.id, []).append(mark)
    return marks


def page_terms(view: PageView, mentions: list[Mention]) -> Markup:
    """The explanations of the terms marked on a page, for the preview and print."""
    if not mentions:
        return Markup("")
    terms = {term.id: term for term in view.edition.glossary}
    return view.fill("page-terms", terms=[terms[mention.ids[0]] for mention in mentions])


def glossary(view: PageView) -> Markup:
    """All terms in alphabetical order, each with the paragraphs that use it."""
    used: dict[str, dict[Target, None]] = defaultdict(dict)
    for mention in view.edition.term_mentions:
        for id in mention.ids:
            used[id][mention.target] = None
    terms = sorted(view.edition.glossary, key=lambda term: term.term.lower())
    return view.fill("glossary", terms=terms, used=used)
