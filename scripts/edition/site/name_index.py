r"""The directive `\names`: the index of people, organizations, documents, places and missions."""

from __future__ import annotations

from collections import defaultdict

from markupsafe import Markup

from edition.language.sorting import sort_key
from edition.model import Name
from edition.model.apparatus.name import KINDS
from edition.model.pages.inline import inline_text
from edition.model.pages.target import Target
from edition.site.context import PageView

OTHER = "#"
"""The group of what begins with no Latin letter."""


def names(view: PageView) -> Markup:
    """The index from A to Z, with a filter by kind and a bar that leads to the letters."""
    edition = view.edition
    # Each sentence that names something once, with its place, in reading order.
    mentions: dict[str, dict[tuple[Target, str], None]] = defaultdict(dict)
    for mention in edition.name_mentions:
        for id in mention.ids:
            mentions[id][mention.target, mention.sentence] = None
    letters: dict[str, list[Name]] = defaultdict(list)
    for name in sorted(edition.names, key=_sort_key):
        letters[_letter(name)].append(name)
    kinds = {name.kind for name in edition.names}
    return view.fill(
        "names",
        letters=letters,
        mentions=mentions,
        kinds=[(kind, words) for kind, words in KINDS.items() if kind in kinds],
    )


def _sort_key(name: Name) -> tuple[bool, str]:
    """By what the heading begins with, an article aside; what is no Latin letter comes last."""
    return _letter(name) == OTHER, sort_key(inline_text(name.heading))


def _letter(name: Name) -> str:
    """The capital letter under which the name is listed."""
    heading = sort_key(inline_text(name.heading))
    first = next((sign for sign in heading if sign.isalpha()), "")
    return first.upper() if "a" <= first <= "z" else OTHER
