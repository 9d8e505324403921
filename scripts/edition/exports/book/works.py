"""In: a Reference. Out: its description as a book's list prints it, with what is said beside it.

The words are those of the edition's own list on the web (pybtex's descriptions); a test compares the two.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup
from pybtex.backends.plaintext import Backend as PlainBackend
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text
from pybtex.style.names.lastfirst import NameStyle

from ...model import Bibliography, Reference
from ...model.date import readable_date
from ...model.language import language_name, language_tag
from .foreign import marked

_PLAIN = PlainBackend()
_BOOKS = frozenset("incollection inbook inproceedings".split())
_THESES = frozenset("phdthesis mastersthesis".split())
_RELATIONS = {"reprintof": "Reprint of", "translationof": "Translation of", "reviewof": "Review of"}


def _plain(value: str) -> str:
    """A field without LaTeX: `{\\"O}rn` → `Örn`; a `%` or `&` stays what it is."""
    value = re.sub(r"(?<!\\)([%#&_])", r"\\\1", value)
    try:
        return str(Text.from_latex(value)).strip()
    except (PybtexError, ValueError, KeyError, IndexError):
        return value


def _people(reference: Reference, role: str) -> str:
    persons = reference.people(role)
    known = [NameStyle().format(person).format().render(_PLAIN).replace("\u00a0", " ") for person in persons if str(person) != "others"]
    return "; ".join(known) + (" and others" if len(known) < len(persons) else "")


def _pages(pages: str) -> str:
    return f"{'page' if pages.isalnum() else 'pages'} {re.sub(r'-+', '–', pages)}" if pages else ""


def _where(reference: Reference) -> list[str | Markup]:
    """What stands between the title and the date, in the order of the description."""

    def get(name: str, before: str = "") -> str:
        value = _plain(reference.fields.get(name, ""))
        return f"{before}{value}" if value else ""

    def unless_author(name: str) -> str:
        return "" if get(name) in [str(person).strip("{}") for person in reference.authors] else get(name)

    def emphasized(text: str, before: str = "") -> str | Markup:
        return Markup("{}<em>{}</em>").format(before, marked(text, tag)) if text else ""

    tag = language_tag(reference.text("langid"))
    pages, editors = _pages(get("pages")), _people(reference, "editor")
    if reference.type == "article":
        return [emphasized(unless_author("journal")), get("volume", "volume "), get("number", "number "), pages]
    if reference.type == "techreport":
        return [" ".join(filter(None, (get("type") or "Report", get("number")))), unless_author("institution")]
    if reference.type in _THESES:
        return [get("type") or "Thesis", get("school")]
    if reference.type == "book":
        printing = get("edition")
        return [f"Edition {printing}" if printing.isdecimal() else printing[:1].upper() + printing[1:], get("publisher")]
    if reference.type in _BOOKS:
        return [emphasized(get("booktitle"), "In "), f"edited by {editors}" if editors else "", pages, get("publisher")]
    return [unless_author("organization")]


def _sentence(text: Markup) -> Markup:
    return text + ("" if text.striptags().endswith((".", "?", "!")) else ".")


def description(reference: Reference) -> Markup:
    """Authors. Title. Addition. Where, date."""
    tag = language_tag(reference.text("langid"))
    title = _plain(reference.fields.get("title", "")) or "(without a title)"
    where = [part if isinstance(part, Markup) else marked(part, tag) for part in [*_where(reference), readable_date(reference.date)] if part]
    editors = _people(reference, "editor") if reference.type == "book" else ""
    added = [_plain(reference.fields.get("titleaddon", "")), f"Edited by {editors}" if editors else ""]
    parts = [_people(reference, "author"), title, *added, Markup(", ").join(where)]
    return Markup(" ").join(_sentence(part if isinstance(part, Markup) else marked(part, tag)) for part in parts if part)


@dataclass(frozen=True)
class Work:
    """A work as the book's lists show it; `related` is the work it reprints or translates."""

    reference: Reference
    bibliography: Bibliography

    @property
    def description(self) -> Markup:
        return description(self.reference)

    @property
    def original_title(self) -> str:
        return self.reference.text("origtitle")

    @property
    def original_language(self) -> str:
        """BCP 47 tag of the original title."""
        return language_tag(self.reference.text("origlanguage") or self.reference.text("langid"))

    @property
    def language(self) -> str:
        return language_name(self.reference.text("langid"))

    @property
    def first_issued(self) -> str:
        return readable_date(self.reference.text("origdate"))

    @property
    def accessed(self) -> str:
        """`on 15 June 2024`, `in June 2024`; empty where unknown."""
        date = self.reference.accessed
        return f"{'on' if len(date) > 7 else 'in'} {readable_date(date)}" if date else ""

    @property
    def printed_titles(self) -> list[str]:
        return [title for name in ("usera", "userb", "userc") if (title := self.reference.text(name))]

    @property
    def printed_address(self) -> str:
        return self.reference.fields.get("verba", "")

    @property
    def related(self) -> Reference | None:
        key = self.reference.fields.get("related", "")
        return self.bibliography[key] if key in self.bibliography else None

    @property
    def relation(self) -> str:
        return _RELATIONS.get(self.reference.text("relatedtype"), "See also")
