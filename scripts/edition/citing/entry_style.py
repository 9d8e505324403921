"""The style of a bibliographic description: author first, in the order readers expect.

The formatting is pybtex's (docs.pybtex.org, "Designing styles"). Only the templates are ours: the
stock styles lower-case titles, know no `date` and want a journal where there is none.
"""

from __future__ import annotations

from typing import Any

from pybtex.database import Entry
from pybtex.richtext import Text
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.unsrt import Style as Unsrt
from pybtex.style.formatting.unsrt import dashify
from pybtex.style.template import (
    FieldIsMissing,
    Node,
    field,
    first_of,
    join,
    node,
    optional,
    sentence,
    tag,
    words,
)

from edition.language.dates import readable_date

# A node of a pybtex template is a function of its children and of the entry that is formatted.
# One that raises FieldIsMissing prints nothing if it stands in `optional`, and makes `first_of`
# take its next choice.
Children = list[Node]
Context = dict[str, Any]


@node
def issued(children: Children, context: Context) -> Text:
    """The date of publication, as precise as known."""
    fields = context["entry"].fields
    return Text(readable_date(fields.get("date") or fields.get("year") or ""))


@node
def unless_author(children: Children, context: Context, name: str) -> Text:
    """A publishing body, unless it was named as the author already."""
    entry = context["entry"]
    authors = [str(person).strip("{}") for person in entry.persons.get("author", [])]
    if entry.fields.get(name, "").strip("{}") in ["", *authors]:
        raise FieldIsMissing(name, entry)
    return field(name).format_data(context)


@node
def people(children: Children, context: Context, role: str) -> Text:
    """The persons of a role; `and others` in BibTeX is a person by that name."""
    persons = context["entry"].persons.get(role, [])
    if not persons:
        raise FieldIsMissing(role, context["entry"])
    style = context["style"]
    known = [person for person in persons if str(person) != "others"]
    names = [style.format_name(person, style.abbreviate_names) for person in known]
    text = Text("; ").join(name.format_data(context) for name in names)
    return Text(text, " and others" if len(known) < len(persons) else "")


@node
def pages(children: Children, context: Context) -> Text:
    """`pages 5–19`, `page 5`."""
    numbers = field("pages", apply_func=dashify).format_data(context)
    return Text("page " if str(numbers).isalnum() else "pages ", numbers)


@node
def printing(children: Children, context: Context) -> Text:
    """`Second edition`, as the entry words it; `Edition 2` where it gives the number alone."""
    text = field("edition").format_data(context)
    return Text("Edition ", text) if str(text).isdecimal() else text.capfirst()


def optional_field(name: str) -> Node:
    """A field, or nothing where the entry has none."""
    return optional[field(name)]


def _sentence(*parts: Node) -> Node:
    return sentence[parts]


_AUTHORS = optional[_sentence(people("author"))]
_TITLE = _sentence(first_of[optional_field("title"), "(without a title)"])
_ADDITION = optional[_sentence(field("titleaddon"))]
_EDITORS = people("editor")
_PAGES = optional[pages]


def _description(*where: Node) -> Node:
    """Author, title, and where and when the work appeared."""
    return toplevel[_AUTHORS, _TITLE, _ADDITION, _sentence(*where, issued)]


class EditionStyle(Unsrt):
    """pybtex's unsorted style with titles as written and dates as precise as known."""

    default_name_style = "lastfirst"

    def get_online_template(self, _entry: Entry) -> Node:
        return _description(optional[unless_author("organization")])

    get_misc_template = get_online_template

    def get_article_template(self, _entry: Entry) -> Node:
        return _description(
            optional[tag("em")[unless_author("journal")]],
            optional[join["volume ", field("volume")]],
            optional[join["number ", field("number")]],
            _PAGES,
        )

    def get_techreport_template(self, _entry: Entry) -> Node:
        number = optional_field("number")
        kind = first_of[optional[words[field("type"), number]], words["Report", number]]
        return _description(kind, optional[unless_author("institution")])

    def get_phdthesis_template(self, _entry: Entry) -> Node:
        kind = first_of[optional_field("type"), "Thesis"]
        return _description(kind, optional_field("school"))

    get_mastersthesis_template = get_phdthesis_template

    def get_book_template(self, _entry: Entry) -> Node:
        return toplevel[
            _AUTHORS,
            _TITLE,
            _ADDITION,
            optional[_sentence(words["Edited by", _EDITORS])],
            _sentence(optional[printing], optional_field("publisher"), issued),
        ]

    def get_incollection_template(self, _entry: Entry) -> Node:
        return _description(
            optional[words["In", tag("em")[field("booktitle")]]],
            optional[words["edited by", _EDITORS]],
            _PAGES,
            optional_field("publisher"),
        )

    get_inbook_template = get_incollection_template
    get_inproceedings_template = get_incollection_template
