r"""The directive `\names`: the index of people, organizations, documents, places and missions."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from markupsafe import Markup

from edition.citing.formatted_reference import FormattedReference
from edition.language.tags import tag_name
from edition.model import Form, Mention, Name, Page
from edition.model.apparatus.name import KINDS
from edition.model.pages.inline import inline_html, inline_text
from edition.site.context import Context, Generated
from edition.site.templates import fill

OTHER = "#"
"""The group of what begins with no Latin letter."""


@dataclass(frozen=True)
class ShownName:
    """A name as a reader sees it.

    `forms` are its forms in other languages, each with the language's name and the source;
    `mentions` the places that name it: label, address and sentence.
    """

    name: Name
    form: str
    printed: list[str]
    description: Markup
    forms: list[tuple[Form, str, FormattedReference | None]]
    mentions: list[tuple[str, str, str]]
    sources: list[FormattedReference]


def names(context: Context, page: Page) -> Generated:
    """The index from A to Z, with a filter by kind and a bar that leads to the letters."""
    edition = context.edition
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in edition.name_mentions:
        for id in mention.ids:
            mentions[id].append(mention)
    letters: dict[str, list[ShownName]] = defaultdict(list)
    for name in sorted(edition.names, key=_sort_key):
        letters[_letter(name)].append(_shown(context, page, name, mentions[name.id]))
    kinds = {name.kind for name in edition.names}
    html = fill(
        "names",
        letters=letters,
        kinds=[(kind, words) for kind, words in KINDS.items() if kind in kinds],
        references=context.list_link(page, "references"),
    )
    anchors = {f"kind-{kind}" for kind in kinds & KINDS.keys()}
    return Generated(html, frozenset(anchors | {name.id for name in edition.names}))


def _sort_key(name: Name) -> tuple[bool, str]:
    """By what the heading begins with, an article aside; what is no Latin letter comes last."""
    heading = unicodedata.normalize("NFKD", inline_text(name.heading).casefold())
    return _letter(name) == OTHER, heading.removeprefix("the ")


def _letter(name: Name) -> str:
    heading = inline_text(name.heading).casefold().removeprefix("the ")
    first = next((sign for sign in unicodedata.normalize("NFKD", heading) if sign.isalpha()), "")
    return first.upper() if "a" <= first <= "z" else OTHER


def _shown(context: Context, page: Page, name: Name, mentions: list[Mention]) -> ShownName:
    return ShownName(
        name=name,
        form=inline_text(name.heading),
        printed=[inline_text(form) for form in name.printed],
        description=inline_html(name.description),
        forms=[
            (form, tag_name(form.lang), context.find_reference(form.source)) for form in name.forms
        ],
        mentions=_sentences(context, page, mentions),
        sources=context.references(name.sources),
    )


def _sentences(context: Context, page: Page, mentions: list[Mention]) -> list[tuple[str, str, str]]:
    """Label, address and sentence, once for each sentence."""
    sentences = dict.fromkeys((mention.target, mention.sentence) for mention in mentions)
    return [
        (context.edition.label(target), context.link(page, target), sentence)
        for target, sentence in sentences
    ]
