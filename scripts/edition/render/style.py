"""In: a pybtex entry. Out: its bibliographic description, author first, in the order readers of a paper expect.

Formatting is pybtex's (docs.pybtex.org, "Designing styles"); only the templates are ours: the stock styles lower-case
titles, know no `date` and want a journal where there is none.
"""

from __future__ import annotations

from pybtex.database import Entry
from pybtex.richtext import Text
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.unsrt import Style as Unsrt
from pybtex.style.formatting.unsrt import dashify
from pybtex.style.template import FieldIsMissing, Node, field, first_of, join, names, node, optional, optional_field, sentence, tag, words

from .dates import readable_date


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


_PAGES = optional[words["pages", field("pages", apply_func=dashify)]]
def _dated(*parts: Node) -> Node:
    return sentence(capfirst=False, sep=", ")[(*parts, issued)]


_TITLE = sentence(capfirst=False)[first_of[field("title"), "(without a title)"]]
_ADDED = optional[sentence(capfirst=False)[field("titleaddon")]]


class EditionStyle(Unsrt):
    """pybtex's unsorted style with titles as written and dates as precise as known."""

    default_name_style = "lastfirst"

    def _authors(self, role: str = "author") -> Node:
        return optional[sentence(capfirst=False)[names(role, sep="; ", sep2="; ", last_sep="; ")]]

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
        kind = first_of[optional[words[field("type"), optional_field("number")]], "Report"]
        return self._description(kind, optional[unless_author("institution")])

    def get_phdthesis_template(self, _entry: Entry) -> Node:
        return self._description(first_of[optional_field("type"), "Thesis"], optional_field("school"))

    get_mastersthesis_template = get_phdthesis_template

    def get_book_template(self, _entry: Entry) -> Node:
        editors = optional[words["edited by", names("editor", sep="; ", sep2="; ", last_sep="; ")]]
        return self._description(editors, optional_field("edition"), optional_field("publisher"))

    def get_incollection_template(self, _entry: Entry) -> Node:
        return self._description(optional[words["in", tag("em")[field("booktitle")]]], _PAGES, optional_field("publisher"))

    get_inbook_template = get_incollection_template
    get_inproceedings_template = get_incollection_template
