"""In: the index of names. Out: the page of persons, bodies, documents, places and missions, with every mention."""

from __future__ import annotations

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


@dataclass(frozen=True)
class ShownName:
    """A name as a reader sees it: its forms with the language's name, and where the text names it, with the sentence."""

    name: Name
    form: str
    printed: list[str]
    description: Markup
    forms: list[tuple[Form, str, FormattedReference | None]]
    mentions: list[tuple[str, str, str]]
    sources: list[FormattedReference]


def _mentions(context: Context, page: Page, mentions: list[Mention]) -> list[tuple[str, str, str]]:
    """Label, address and sentence, once for each sentence."""
    found = {}
    for mention in mentions:
        found.setdefault(
            (mention.target, mention.sentence),
            (
                context.edition.label(mention.target),
                context.link(page, mention.target),
                mention.sentence,
            ),
        )
    return list(found.values())


def names(context: Context, page: Page) -> Generated:
    """The index by kind, in alphabetical order."""
    mentioned: dict[str, list[Mention]] = defaultdict(list)
    for mention in context.edition.name_mentions:
        for id in mention.ids:
            mentioned[id].append(mention)
    groups: dict[str, list[ShownName]] = {kind: [] for kind in KINDS}
    for name in sorted(context.edition.names, key=lambda name: name.name.lower()):
        forms = [
            (form, tag_name(form.lang), next(iter(context.references((form.source,))), None))
            for form in name.forms
        ]
        printed, description = (
            [inline_text(form) for form in name.printed],
            inline_html(name.description),
        )
        sentences, sources = (
            _mentions(context, page, mentioned[name.id]),
            context.references(name.sources),
        )
        groups.setdefault(name.kind, []).append(
            ShownName(name, inline_text(name.name), printed, description, forms, sentences, sources)
        )
    listed = [(kind, KINDS.get(kind, kind), shown) for kind, shown in groups.items() if shown]
    anchors = frozenset(
        {*(name.id for name in context.edition.names), *(f"kind-{kind}" for kind, _, _ in listed)}
    )
    return Generated(
        fill("names", groups=listed, references=context.link(page, "references.md")), anchors
    )
