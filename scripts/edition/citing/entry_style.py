"""The style of a bibliographic description: author first, in the order readers expect.

The formatting is pybtex's (docs.pybtex.org, "Designing styles"). Only the templates are ours: the
stock styles lower-case titles, know no `date` and want a journal where there is none.
"""

from __future__ import annotations

import re
from typing import Any

from pybtex.database import Entry, Person
from pybtex.richtext import Tag, Text
from pybtex.style.formatting import toplevel
from pybtex.style.formatting.unsrt import Style as Unsrt
from pybtex.style.formatting.unsrt import dashify
from pybtex.style.names import name_part
from pybtex.style.template import FieldIsMissing, Node, first_of, join, node, optional, sentence
from pybtex.style.template import tag as tagged

from edition.language.dates import NBSP, readable_date
from edition.language.tags import language_name
from edition.model.works.reference import with_subtitle
from edition.model.works.tex import Markup, Piece, read_tex

# A node of a pybtex template is a function of its children and of the entry that is formatted.
# One that raises FieldIsMissing prints nothing if it stands in `optional`, and makes `first_of`
# take its next choice.
Children = list[Node]
Context = dict[str, Any]

MOST_NAMES, NAMES_OF_MANY = 10, 7
"""Of more names than ten the first seven are printed, as the Chicago Manual of Style has it."""
KEYWORDS = {
    "bathesis": "Bachelor\u2019s thesis",
    "mathesis": "Master\u2019s thesis",
    "phdthesis": "Doctoral thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
    "software": "Software",
    "datacd": "CD-ROM",
    "audiocd": "Audio CD",
    "newseries": "new series",
    "oldseries": "old series",
    "inpreparation": "In preparation",
    "submitted": "Submitted",
    "forthcoming": "Forthcoming",
    "inpress": "In press",
    "prepublished": "Prepublished",
    "patent": "Patent",
}
"""Words that biblatex has in its lists for a localized text (its manual, section 4.9.2)."""
CONTRIBUTORS = {
    "introduction": "Introduction by",
    "foreword": "Foreword by",
    "afterword": "Afterword by",
    "commentator": "Commentary by",
    "annotator": "Annotated by",
    "editora": "With",
    "editorb": "With",
    "editorc": "With",
    "holder": "Held by",
}

_OUR_WORD = re.compile(
    r"(?:volume|part|number|series|version|chapter|article|pages?|in|edited by) "
)


def rich_text(value: str) -> Text:
    """A BibTeX value with its markup."""
    return _rich(read_tex(value).pieces)


def _rich(pieces: tuple[Piece, ...]) -> Text:
    return Text(*(_rich_piece(piece) for piece in pieces))


def _rich_piece(piece: Piece) -> str | Tag:
    if isinstance(piece, Markup):
        return Tag(piece.tag, _rich(piece.pieces))
    return re.sub(r"[ \t\n]+", " ", piece)


def _written(context: Context, name: str) -> str:
    """The value of a field; raises FieldIsMissing if there is none."""
    entry = context["entry"]
    value: str = entry.fields.get(name, "")
    if not value.strip("{} \n"):
        raise FieldIsMissing(name, entry)
    return KEYWORDS.get(value, value)


@node
def field(children: Children, context: Context, name: str) -> Text:
    """A field as a reader sees it."""
    return rich_text(_written(context, name))


@node
def titled(children: Children, context: Context, title: str, subtitle: str) -> Text:
    """A title with its subtitle."""
    whole = with_subtitle(_written(context, title), context["entry"].fields.get(subtitle, ""))
    return rich_text(whole)


@node
def issued(children: Children, context: Context) -> Text:
    """The date of publication, as precise as known; `1990–1995` for a range."""
    ends = context["entry"].fields.get("date", "").split("/")
    return Text("–".join(map(readable_date, ends)) if all(ends) else "/".join(ends))


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
    known = [person for person in persons if str(person) != "others"]
    printed = known if len(known) <= MOST_NAMES else known[:NAMES_OF_MANY]
    names = Text("; ").join(_name(person).format_data(context) for person in printed)
    return Text(names, " and others" if len(printed) < len(persons) else "")


def _name(person: Person) -> Node:
    """`van der Holm, Jr., Ludwig`."""
    particle, family, lineage, given = (
        list(map(rich_text, words))
        for words in (
            person.prelast_names,
            person.last_names,
            person.lineage_names,
            person.first_names + person.middle_names,
        )
    )
    return join[
        name_part(tie=True)[particle],
        name_part[family],
        name_part(before=", ")[lineage],
        name_part(before=", ")[given],
    ]


@node
def pages(children: Children, context: Context) -> Text:
    """`pages 5–19`, `page 5`; how many there are, `viii + 60 p.`, as it is written."""
    numbers = dashify(field("pages").format_data(context))
    if re.search(r"\d\s*p(?:ages|p)?\.?$", str(numbers)):
        return numbers
    return Text("page " if str(numbers).isalnum() else "pages ", numbers)


@node
def printing(children: Children, context: Context) -> Text:
    """`Second edition`, as the entry words it; `Edition 2` where it gives the number alone."""
    text = field("edition").format_data(context)
    return Text("Edition ", text) if str(text).isdecimal() else text.capfirst()


@node
def series(children: Children, context: Context) -> Text:
    """`Blue Books 12`; `series 3` where the entry gives the number alone."""
    text = field("series").format_data(context)
    number = context["entry"].fields.get("number", "")
    named = Text("series ", text) if str(text).isdecimal() else text
    return Text(named, NBSP, rich_text(number)) if number else named


@node
def capital(children: Children, context: Context, name: str) -> Text:
    """A field that begins a sentence."""
    return field(name).format_data(context).capfirst()


@node
def publisher(children: Children, context: Context, *names: str) -> Text:
    """The first of several bodies that is not the author already, after its place."""
    bodies = [unless_author(name) for name in names]
    body = first_of[[optional[body] for body in bodies]].format_data(context)
    place = optional[field("address")].format_data(context)
    if not str(body) and not str(place):
        raise FieldIsMissing("publisher", context["entry"])
    return Text(": ").join(part for part in (place, body) if str(part))


@node
def series_of_journal(children: Children, context: Context) -> Text:
    """`series 3`, `new series`."""
    text = field("series").format_data(context)
    return Text("series ", text) if str(text).isdecimal() else text


@node
def journal(children: Children, context: Context) -> Text:
    """The journal with its subtitle, unless it is the author."""
    unless_author("journal").format_data(context)
    return titled("journal", "journalsubtitle").format_data(context)


@node
def imprint(children: Children, context: Context) -> Text:
    """Where and when the work appeared, as a sentence: `Volume 2, Gull Rock Press, 1919.`

    A word of ours begins with a capital, a name (`eLife`, `de Gruyter`) as it is written.
    """
    text = sentence[children].format_data(context)
    return text.capfirst() if _OUR_WORD.match(str(text)) else text


@node
def within_book(children: Children, context: Context) -> Text:
    """`in Seas`; nothing where the entry is that book, and has its title for its parts."""
    book = titled("booktitle", "booksubtitle").format_data(context)
    title = str(rich_text(context["entry"].fields.get("title", "")))
    if str(book).startswith(title) and title:
        raise FieldIsMissing("booktitle", context["entry"])
    return Text("in ", Tag("em", book))


def optional_field(name: str, before: str = "") -> Node:
    """A field, or nothing where the entry has none."""
    return optional[join[before, field(name)]]


def _sentence(*parts: Node) -> Node:
    return sentence[parts]


_COLLABORATION = optional[join["(", field("collaboration"), ")"]]
_AUTHORS = optional[sentence(sep=" ")[optional[people("author")], _COLLABORATION]]
_TITLE = _sentence(first_of[optional[titled("title", "subtitle")], "(without a title)"])
_ADDITION = optional[_sentence(field("titleaddon"))]
_EDITORS = people("editor")
_PAGES = optional[pages]
_VOLUME = first_of[
    optional[
        join["volume ", field("volume"), " of ", tagged("em")[titled("maintitle", "mainsubtitle")]]
    ],
    optional_field("volume", "volume "),
    optional[tagged("em")[titled("maintitle", "mainsubtitle")]],
]
_PART = optional_field("part", "part ")
_VOLUMES = optional[join[field("volumes"), " volumes"]]
_SERIES = first_of[optional[series], optional_field("number", "number ")]
_BOOK = tagged("em")[titled("booktitle", "booksubtitle")]
_IN_BOOK = optional[within_book]
_EID = optional_field("eid", "article ")
_VERSION = optional_field("version", "version ")
_PLACE_IN_SERIES = (
    _VOLUME,
    _PART,
    _VOLUMES,
    _SERIES,
    _VERSION,
    optional_field("chapter", "chapter "),
)
_EVENT = (optional_field("eventtitle"), optional_field("venue"))
_PAGETOTAL = optional[join[field("pagetotal"), " pages"]]


def _by(role: str, words: str) -> Node:
    return optional[_sentence(join[f"{words} ", people(role)])]


@node
def translated(children: Children, context: Context) -> Text:
    """`Translated from the German by Sund, Ola`."""
    names = people("translator").format_data(context)
    original = language_name(context["entry"].fields.get("origlanguage", ""))
    return Text("Translated ", f"from the {original} " if original else "", "by ", names)


_CONTRIBUTORS = [
    optional[_sentence(translated)],
    *(_by(role, words) for role, words in CONTRIBUTORS.items()),
]
_REMARKS = [
    optional[_sentence(capital(name))] for name in ("howpublished", "note", "addendum", "pubstate")
]
_REMARKS.append(optional[_sentence(field("eprint"))])


def _description(*where: Node, before: tuple[Node, ...] = ()) -> Node:
    """Author, title, contributors, where and when the work appeared, and remarks."""
    main = imprint[[*where, issued]]
    return toplevel[[_AUTHORS, _TITLE, _ADDITION, *before, *_CONTRIBUTORS, main, *_REMARKS]]


_EDITED = optional[_sentence(join["Edited by ", _EDITORS])]


class EditionStyle(Unsrt):
    """pybtex's unsorted style with titles as written and dates as precise as known."""

    default_name_style = "lastfirst"

    def get_misc_template(self, _entry: Entry) -> Node:
        """Whatever else a list holds: pages on the web, software, data, patents, manuals."""
        return _description(
            optional[capital("type")],
            optional[tagged("em")[unless_author("journal")]],
            _IN_BOOK,
            optional[printing],
            *_PLACE_IN_SERIES,
            _EID,
            _PAGES,
            _PAGETOTAL,
            *_EVENT,
            optional[unless_author("organization")],
            optional[publisher("publisher", "institution")],
            before=(_EDITED,),
        )

    def get_article_template(self, _entry: Entry) -> Node:
        return _description(
            first_of[
                optional[tagged("em")[journal]],
                _IN_BOOK,
                optional[publisher("publisher", "organization", "institution")],
            ],
            optional_field("journaltitleaddon"),
            optional[series_of_journal],
            optional_field("volume", "volume "),
            optional_field("number", "number "),
            optional_field("issue", "issue "),
            optional[titled("issuetitle", "issuesubtitle")],
            _EID,
            _PAGES,
            _VERSION,
            before=(_EDITED,),
        )

    def get_techreport_template(self, _entry: Entry) -> Node:
        kind = first_of[optional[capital("type")], "Report"]
        return _description(
            join(" ")[kind, optional_field("number")],
            _IN_BOOK,
            _VERSION,
            optional[series_of_journal],
            _PAGES,
            _PAGETOTAL,
            optional[publisher("institution", "organization", "publisher")],
            before=(_EDITED,),
        )

    def get_phdthesis_template(self, _entry: Entry) -> Node:
        kind = first_of[optional[capital("type")], "Thesis"]
        return _description(
            kind, _IN_BOOK, _SERIES, _PAGES, _PAGETOTAL, optional[publisher("school", "publisher")]
        )

    get_mastersthesis_template = get_phdthesis_template

    def get_book_template(self, _entry: Entry) -> Node:
        main = imprint[
            _IN_BOOK,
            optional[printing],
            *_PLACE_IN_SERIES,
            _PAGES,
            _PAGETOTAL,
            *_EVENT,
            optional[unless_author("organization")],
            optional[publisher("publisher")],
            issued,
        ]
        return toplevel[[_AUTHORS, _TITLE, _ADDITION, _EDITED, *_CONTRIBUTORS, main, *_REMARKS]]

    def get_incollection_template(self, _entry: Entry) -> Node:
        return _description(
            optional[join["In ", optional[join[people("bookauthor"), ", "]], _BOOK]],
            optional_field("booktitleaddon"),
            optional[join["edited by ", _EDITORS]],
            optional[printing],
            _VOLUME,
            _PART,
            _VOLUMES,
            _SERIES,
            *_EVENT,
            optional_field("chapter", "chapter "),
            _EID,
            _PAGES,
            optional[unless_author("organization")],
            optional[publisher("publisher")],
        )

    get_inbook_template = get_incollection_template
    get_inproceedings_template = get_incollection_template
