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

from edition.citing.entry_style import EditionStyle
from edition.citing.formatted_reference import FormattedReference
from edition.language.dates import readable_date
from edition.language.markup import mark_languages
from edition.model.works.bibliography import Bibliography
from edition.model.works.link_status import LinkStatus
from edition.model.works.reference import Reference, shield
from edition.problem import Location

PYBTEX_TYPES = {
    "article": "article",
    "book": "book",
    "collection": "book",
    "electronic": "online",
    "inbook": "inbook",
    "incollection": "incollection",
    "inproceedings": "inproceedings",
    "mastersthesis": "mastersthesis",
    "online": "online",
    "phdthesis": "phdthesis",
    "proceedings": "book",
    "report": "techreport",
    "techreport": "techreport",
    "thesis": "phdthesis",
    "www": "online",
}
"""The templates of `EditionStyle` by BibTeX's and biblatex' types. Any other is a `misc`."""


class _Html(PybtexHtml):  # type: ignore[misc]  # pybtex has no types
    def format_protected(self, text: str) -> str:
        """Braces that protect capitals mean nothing to a reader."""
        return text


def _pybtex_entry(reference: Reference) -> Entry:
    kind = PYBTEX_TYPES.get(reference.type, "misc")
    fields = {name: shield(value) for name, value in reference.fields.items()}
    if kind == "phdthesis" and "institution" in fields:
        fields.setdefault("school", fields["institution"])
    roles = [role for role in ("author", "editor") if fields.pop(role, "")]
    entry = Entry(kind, fields, {role: reference.people(role) for role in roles})
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
        fields = tuple(reference.fields.items())
        html, plain = _describe(reference.key, reference.type, fields)
        related = reference.fields.get("related", "")
        return FormattedReference(
            reference=reference,
            html=html,
            plain=plain,
            related=self._bibliography[related] if related in self._bibliography else None,
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
    return Markup(mark_languages(html, reference.text("langid"))), plain


def _bare_description(reference: Reference) -> tuple[Markup, str]:
    """Author, title and date, for an entry that pybtex cannot format: its TeX is broken."""
    date = readable_date(reference.date)
    parts = filter(None, [reference.text("author"), reference.title, date])
    plain = ". ".join(parts)
    return escape(plain), plain
