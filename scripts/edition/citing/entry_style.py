"""In: a pybtex entry. Out: its bibliographic description, author first, in the order readers of a paper expect.

Formatting is pybtex's (docs.pybtex.org, "Designing styles"); only the templates are ours: the stock styles lower-case
titles, know no `date` and want a journal where there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from pybtex.database import Entry
from pybtex.markup import LaTeXParser
from pybtex.richtext import Text
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.unsrt import Style as Unsrt
from pybtex.style.formatting.unsrt import dashify
from pybtex.style.template import (
    FieldIsMissing,
    Node,
    first_of,
    join,
    node,
    optional,
    sentence,
    tag,
    words,
)

from edition.language.dates import readable_date

_PLAIN = re.compile(r"(?! )(?:[^\W_]|[ ,.:;()/?!+=@{}’“”‘–—…，。：；、（）《》-])*")


def rich_text(value: str) -> Text:
    """`Text.from_latex`. Most values hold no TeX but braces, and its decoder goes through every letter for all that they do not hold."""
    is_plain = _PLAIN.fullmatch(value) and not any(signs in value for signs in ("--", ",,", "  "))
    return LaTeXParser(value).parse() if is_plain else Text.from_latex(value)


@node
def field(
    children: list[Node], context: dict, name: str, apply_func: Callable[[Text], Text] | None = None
) -> Text:
    """A field of the entry, as pybtex' own `field`."""
    entry = context["entry"]
    if name not in entry.fields:
        raise FieldIsMissing(name, entry)
    text = rich_text(entry.fields[name])
    return apply_func(text) if apply_func else text


def optional_field(name: str) -> Node:
    """A field, or nothing where the entry has none."""
    return optional[field(name)]


@node
def issued(children: list[Node], context: dict) -> Text:
    """The date of publication, as precise as known."""
    fields = context["entry"].fields
    return Text(readable_date(fields.get("date") or fields.get("year") or ""))


@node
def unless_author(children: list[Node], context: dict, name: str) -> Text:
    """A publishing body, unless it was named as the author already."""
    entry = context["entry"]
    authors = [str(person).strip("{}") for person in entry.persons.get("author", [])]
    if entry.fields.get(name, "").strip("{}") in ["", *authors]:
        raise FieldIsMissing(name, entry)
    return field(name).format_data(context)


@node
def people(children: list[Node], context: dict, role: str) -> Text:
    """The persons of a role; `and others` in BibTeX is a person by that name."""
    persons = context["entry"].persons.get(role, [])
    if not persons:
        raise FieldIsMissing(role, context["entry"])
    style = context["style"]
    known = [
        style.format_name(person, style.abbreviate_names).format_data(context)
        for person in persons
        if str(person) != "others"
    ]
    return Text(Text("; ").join(known), " and others" if len(known) < len(persons) else "")


@node
def pages(children: list[Node], context: dict) -> Text:
    """`pages 5–19`, `page 5`."""
    numbers = field("pages", apply_func=dashify).format_data(context)
    return Text("page " if str(numbers).isalnum() else "pages ", numbers)


@node
def printing(children: list[Node], context: dict) -> Text:
    """`Second edition`, as the entry words it; `Edition 2` where it gives the number alone."""
    text = field("edition").format_data(context)
    return Text("Edition ", text) if str(text).isdecimal() else text.capfirst()


def _dated(*parts: Node) -> Node:
    return sentence(capfirst=False, sep=", ")[(*parts, issued)]


_PAGES = optional[pages]
_TITLE = sentence(capfirst=False)[first_of[optional_field("title"), "(without a title)"]]
_ADDED = optional[sentence(capfirst=False)[field("titleaddon")]]


class EditionStyle(Unsrt):
    """pybtex's unsorted style with titles as written and dates as precise as known."""

    default_name_style = "lastfirst"

    def _authors(self, role: str = "author") -> Node:
        return optional[sentence(capfirst=False)[people(role)]]

    def _description(self, *where: Node) -> Node:
        return toplevel[self._authors(), _TITLE, _ADDED, _dated(*where)]

    def get_online_template(self, _entry: Entry) -> Node:
        return self._description(optional[unless_author("organization")])

    get_misc_template = get_online_template

    def get_article_template(self, _entry: Entry) -> Node:
        volume = optional[join["volume ", field("volume")]]
        number = optional[join["number ", field("number")]]
        journal = optional[tag("em")[unless_author("journal")]]
        return self._description(journal, volume, number, _PAGES)

    def get_techreport_template(self, _entry: Entry) -> Node:
        kind = first_of[
            optional[words[field("type"), optional_field("number")]],
            words["Report", optional_field("number")],
        ]
        return self._description(kind, optional[unless_author("institution")])

    def get_phdthesis_template(self, _entry: Entry) -> Node:
        return self._description(
            first_of[optional_field("type"), "Thesis"], optional_field("school")
        )

    get_mastersthesis_template = get_phdthesis_template

    def get_book_template(self, _entry: Entry) -> Node:
        editors = optional[sentence(capfirst=False)[words["Edited by", people("editor")]]]
        return toplevel[
            self._authors(),
            _TITLE,
            _ADDED,
            editors,
            _dated(optional[printing], optional_field("publisher")),
        ]

    def get_incollection_template(self, _entry: Entry) -> Node:
        where = optional[words["In", tag("em")[field("booktitle")]]]
        return self._description(
            where,
            optional[words["edited by", people("editor")]],
            _PAGES,
            optional_field("publisher"),
        )

    get_inbook_template = get_incollection_template
    get_inproceedings_template = get_incollection_template
