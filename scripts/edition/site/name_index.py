r"""The directive `\names`: the index of persons, bodies, documents, places and missions."""

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
    """The index by kind, in alphabetical order."""
    edition = context.edition
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for mention in edition.name_mentions:
        for id in mention.ids:
            mentions[id].append(mention)
    by_kind: dict[str, list[ShownName]] = {kind: [] for kind in KINDS}
    for name in sorted(edition.names, key=lambda name: name.name.lower()):
        shown = _shown(context, page, name, mentions[name.id])
        by_kind.setdefault(name.kind, []).append(shown)
    groups = [(kind, KINDS.get(kind, kind), shown) for kind, shown in by_kind.items() if shown]
    html = fill("names", groups=groups, references=context.list_link(page, "references"))
    anchors = {name.id for name in edition.names} | {f"kind-{kind}" for kind, _, _ in groups}
    return Generated(html, frozenset(anchors))


def _shown(context: Context, page: Page, name: Name, mentions: list[Mention]) -> ShownName:
    return ShownName(
        name=name,
        form=inline_text(name.name),
        printed=[inline_text(form) for form in name.printed],
        description=inline_html(name.description),
        forms=[(form, tag_name(form.lang), _source(context, form)) for form in name.forms],
        mentions=_sentences(context, page, mentions),
        sources=context.references(name.sources),
    )


def _source(context: Context, form: Form) -> FormattedReference | None:
    found = context.references((form.source,))
    return found[0] if found else None


def _sentences(context: Context, page: Page, mentions: list[Mention]) -> list[tuple[str, str, str]]:
    """Label, address and sentence, once for each sentence."""
    sentences = dict.fromkeys((mention.target, mention.sentence) for mention in mentions)
    return [
        (context.edition.label(target), context.link(page, target), sentence)
        for target, sentence in sentences
    ]
