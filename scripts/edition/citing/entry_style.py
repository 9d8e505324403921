"""The style of a bibliographic description: author first, in the order readers expect.

Its templates are in entry-templates.toml. Here are the functions that write their fields, as texts
with markup (docs.pybtex.org, "Rich text"). One is called only for a field that the work has.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from pybtex.database import Person
from pybtex.richtext import Tag, Text
from pybtex.style.formatting.unsrt import dashify
from pybtex.style.names import name_part
from pybtex.style.template import join

from edition.language.dates import readable_date
from edition.language.tags import language_name
from edition.model.works.reference import Reference, with_subtitle
from edition.model.works.tex import Piece, StyledText, read_tex

TEMPLATES: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("entry-templates.toml").read_text("utf-8")
)
KINDS = {type: kind for kind in TEMPLATES["kinds"].values() for type in kind["types"]}
MOST_NAMES, NAMES_OF_MANY = 10, 7
"""Of more names than ten the first seven are printed, as the Chicago Manual of Style has it."""

NOTHING = Text()
"""What a field or a part prints that the work does not have."""

_FIELD = re.compile(r"\{([\w:]+)\}")
_OUR_WORD = re.compile(
    r"(?:volume|part|number|series|version|chapter|article|pages?|in|edited by) "
)


def rich_text(value: str) -> Text:
    """A BibTeX value with its markup."""
    return _rich(read_tex(value).pieces)


def _rich(pieces: tuple[Piece, ...]) -> Text:
    return Text(*(_rich_piece(piece) for piece in pieces))


def _rich_piece(piece: Piece) -> str | Tag:
    if isinstance(piece, StyledText):
        return Tag(piece.tag, _rich(piece.pieces))
    return re.sub(r"[ \t\n]+", " ", piece)


def _written(work: Reference, name: str) -> str:
    """The value of a field, or the words for it if it is one of biblatex's keywords.

    `eprint` and `venue` are made of several fields, by properties of the work.
    """
    value = getattr(work, name) if name in ("eprint", "venue") else work.value(name)
    words: str = TEMPLATES["keywords"].get(value, value)
    return words if words.strip("{} \n") else ""


def plain(work: Reference, name: str) -> Text:
    """A field as a reader sees it."""
    return rich_text(_written(work, name))


def titled(work: Reference, name: str) -> Text:
    """A title with its subtitle: `maintitle` has `mainsubtitle`."""
    subtitle = work.value(f"{name.removesuffix('title')}subtitle")
    return rich_text(with_subtitle(_written(work, name), subtitle))


def emphasized(work: Reference, name: str) -> Text:
    """The title of what holds the work."""
    return Text(Tag("em", titled(work, name)))


def host(work: Reference, name: str) -> Text:
    """The title of the book; nothing where the work has that title itself: it is the whole book."""
    book = emphasized(work, name)
    title = str(rich_text(work.value("title")))
    return NOTHING if title and str(book).startswith(title) else book


def unless_author(work: Reference, name: str) -> Text:
    """A publishing body, unless it was named as the author already."""
    authors = [str(person).strip("{}") for person in work.authors]
    return NOTHING if work.value(name).strip("{}") in authors else plain(work, name)


def journal(work: Reference, name: str) -> Text:
    """The journal with its subtitle, unless it is the author."""
    return emphasized(work, name) if unless_author(work, name) else NOTHING


def people(work: Reference, role: str) -> Text:
    """The persons of a role; `and others` in BibTeX is a person by that name."""
    persons = work.people(role)
    known = [person for person in persons if str(person) != "others"]
    printed = known if len(known) <= MOST_NAMES else known[:NAMES_OF_MANY]
    names = Text("; ").join(map(_name, printed))
    return Text(names, " and others" if len(printed) < len(persons) else "")


def _name(person: Person) -> Text:
    """`van der Holm, Jr., Ludwig`."""
    given = person.first_names + person.middle_names
    parts = [
        name_part(tie=True)[_words(person.prelast_names)],
        name_part[_words(person.last_names)],
        name_part(before=", ")[_words(person.lineage_names)],
        name_part(before=", ")[_words(given)],
    ]
    return join[parts].format_data(None)


def _words(words: list[str]) -> list[Text]:
    return [rich_text(word) for word in words]


def pages(work: Reference, name: str) -> Text:
    """`pages 5–19`, `page 5`; how many there are, `viii + 60 p.`, as it is written."""
    numbers = dashify(plain(work, name))
    if re.search(r"\d\s*p(?:ages|p)?\.?$", str(numbers)):
        return numbers
    return Text("page " if str(numbers).isalnum() else "pages ", numbers)


def number(work: Reference, name: str) -> Text:
    """A field that is a number alone; else nothing."""
    text = plain(work, name)
    return text if str(text).isdecimal() else NOTHING


def capital(work: Reference, name: str) -> Text:
    """A field that begins a sentence."""
    return plain(work, name).capfirst()


def how_published(work: Reference, name: str) -> Text:
    """How the work was published, if that says more than its address."""
    return capital(work, name) if work.how_published else NOTHING


def language(work: Reference, name: str) -> Text:
    """A language by its English name."""
    return Text(language_name(work.value(name)))


def issued(work: Reference) -> Text:
    """The date of publication, as precise as known; `1990–1995` for a range."""
    ends = work.date.split("/")
    return Text("–".join(map(readable_date, ends)) if all(ends) else work.date)


FIELD_FUNCTIONS: dict[str, Callable[[Reference, str], Text]] = {
    function.__name__: function
    for function in (
        capital,
        emphasized,
        host,
        how_published,
        journal,
        language,
        number,
        pages,
        people,
        titled,
        unless_author,
    )
}
"""The functions that the templates name; `plain` writes a field for which they name none."""


def _field(work: Reference, field: str) -> Text:
    """A field, or a part of the templates."""
    if field in TEMPLATES["parts"]:
        return _part(work, TEMPLATES["parts"][field])
    name, _, function = field.partition(":")
    return FIELD_FUNCTIONS.get(function, plain)(work, name) if _written(work, name) else NOTHING


def _part(work: Reference, template: str) -> Text:
    """The first choice of a template of which the work has all fields; empty if there is none."""
    for choice in template.split(" | "):
        pieces: list[Any] = _FIELD.split(choice)  # words and fields by turns
        pieces[1::2] = [_field(work, field) for field in pieces[1::2]]
        if all(pieces[1::2]):
            return Text(*pieces)
    return NOTHING


def _joined(separator: str, texts: Iterable[Text]) -> Text:
    return Text(separator).join(text for text in texts if text)


def _imprint(work: Reference, templates: list[str]) -> Text:
    """Where and when the work appeared: `Volume 2, Gull Rock Press, 1919`.

    A word of ours begins with a capital, a name (`eLife`, `de Gruyter`) as it is written.
    """
    parts = [_part(work, template) for template in templates]
    text = _joined(", ", [*parts, issued(work)])
    return text.capfirst() if _OUR_WORD.match(str(text)) else text


def description(work: Reference) -> Text:
    """Author, title, contributors, where and when the work appeared, and remarks."""
    kind = KINDS.get(work.type, TEMPLATES["kinds"]["misc"])
    before = [*TEMPLATES["opening"], kind["editors"], *TEMPLATES["contributors"]]
    sentences = [_part(work, template) for template in before]
    sentences.append(_imprint(work, kind["imprint"]))
    sentences += [_part(work, template) for template in TEMPLATES["closing"]]
    return _joined(" ", [sentence.add_period() for sentence in sentences])
