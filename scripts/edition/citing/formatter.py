"""Formats a Reference: the one entry that page, preview, list, concordance and book all show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from types import MappingProxyType

from markupsafe import Markup, escape
from pybtex.backends.html import Backend as PybtexHtml
from pybtex.backends.plaintext import Backend as PlainBackend
from pybtex.database import Entry
from pybtex.exceptions import PybtexError

from edition.citing.entry_style import CONTRIBUTORS, EditionStyle
from edition.citing.formatted_reference import FormattedReference
from edition.language.dates import readable_date
from edition.language.markup import mark_languages
from edition.model.works.bibliography import Bibliography
from edition.model.works.link_status import LinkStatus
from edition.model.works.reference import ALIASES, Reference
from edition.problem import Location

PYBTEX_TYPES = {
    "article": "article",
    "book": "book",
    "bookinbook": "inbook",
    "booklet": "book",
    "collection": "book",
    "conference": "inproceedings",
    "inbook": "inbook",
    "incollection": "incollection",
    "inproceedings": "inproceedings",
    "inreference": "incollection",
    "mastersthesis": "mastersthesis",
    "mvbook": "book",
    "mvcollection": "book",
    "mvproceedings": "book",
    "mvreference": "book",
    "periodical": "book",
    "phdthesis": "phdthesis",
    "proceedings": "book",
    "reference": "book",
    "report": "techreport",
    "review": "article",
    "suppbook": "inbook",
    "suppcollection": "incollection",
    "suppperiodical": "article",
    "techreport": "techreport",
    "thesis": "phdthesis",
}
"""The templates of `EditionStyle` by BibTeX's and biblatex' types. Any other is a `misc`."""

ROLES = ("author", "editor", "bookauthor", "translator", *CONTRIBUTORS)


class _Html(PybtexHtml):  # type: ignore[misc]  # pybtex has no types
    def format_protected(self, text: str) -> str:
        """Braces that protect capitals mean nothing to a reader."""
        return text


def _pybtex_entry(reference: Reference) -> Entry:
    fields = reference.all_fields
    fields |= {name: value for name in ALIASES if (value := reference.value(name))}
    fields |= {
        "date": reference.date,
        "eprint": reference.eprint,
        "venue": reference.venue,
        "howpublished": reference.value("howpublished") if reference.how_published else "",
    }
    persons = {role: reference.people(role) for role in ROLES if fields.pop(role, "")}
    entry = Entry(PYBTEX_TYPES.get(reference.type, "misc"), fields, persons)
    entry.key = reference.key
    return entry


@cache
def _style() -> EditionStyle:
    return EditionStyle()  # 20 ms: pybtex finds its parts through the entry points of packages


class Formatter:
    """Formats each entry of a bibliography once."""

    def __init__(
        self,
        bibliography: Bibliography,
        link_status: Mapping[str, LinkStatus] = MappingProxyType({}),
    ) -> None:
        self._bibliography = bibliography
        self._link_status = link_status
        self._formatted: dict[str, FormattedReference] = {}

    def __call__(self, reference: Reference) -> FormattedReference:
        if reference.key not in self._formatted:
            self._formatted[reference.key] = self._format(reference)
        return self._formatted[reference.key]

    def _format(self, reference: Reference) -> FormattedReference:
        fields = tuple(reference.all_fields.items())
        html, plain = _describe(reference.key, reference.type, fields)
        related = [key for key in reference.keys_in("related") if key in self._bibliography]
        return FormattedReference(
            reference=reference,
            html=html,
            plain=plain,
            related=tuple(self._bibliography[key] for key in related),
            link_status=self._link_status.get(reference.url, LinkStatus()),
        )


@lru_cache(maxsize=16384)
def _describe(key: str, kind: str, fields: tuple[tuple[str, str], ...]) -> tuple[Markup, str]:
    """The description of an entry as HTML and as plain text.

    Cached by what the entry says: a preview formats only what was edited.
    """
    reference = Reference(key=key, type=kind, fields=dict(fields), location=Location(""))
    try:
        text = _style().format_entry(key, _pybtex_entry(reference)).text
        # Spaces stand for the line ends in values.
        html = text.render(_Html()).replace("\n", " ")
        plain = text.render(PlainBackend()).replace("\n", " ")
    except (PybtexError, ValueError, KeyError, IndexError, RecursionError):
        return _bare_description(reference)
    return Markup(mark_languages(html, reference.langid)), plain


def _bare_description(reference: Reference) -> tuple[Markup, str]:
    """Author, title and date, for an entry that pybtex cannot format: its TeX is broken."""
    date = readable_date(reference.date)
    parts = filter(None, [reference.text("author"), reference.title, date])
    plain = ". ".join(parts)
    return escape(plain), plain
