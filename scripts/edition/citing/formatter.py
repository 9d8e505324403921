"""In: a Reference. Out: the one formatted entry that the page, the preview, the list, the concordance and the book all show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType

from markupsafe import Markup
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

PLAIN_TYPES = frozenset(
    "article book inbook incollection inproceedings mastersthesis misc online phdthesis techreport".split()
)
# biblatex' newer names for the same kinds.
_OTHER_NAMES = {
    "collection": "book",
    "proceedings": "book",
    "electronic": "online",
    "www": "online",
    "report": "techreport",
    "thesis": "phdthesis",
}


class _Html(PybtexHtml):
    def format_protected(self, text: str) -> str:
        """Braces that protect capitals mean nothing to a reader."""
        return text


def _pybtex_entry(reference: Reference) -> Entry:
    fields = {name: shield(value) for name, value in reference.fields.items()}
    kind = _OTHER_NAMES.get(reference.type, reference.type)
    kind = kind if kind in PLAIN_TYPES else "misc"
    if kind == "phdthesis" and "institution" in fields:
        fields.setdefault("school", fields["institution"])
    entry = Entry(
        kind,
        fields={name: value for name, value in fields.items() if name not in ("author", "editor")},
    )
    for role in ("author", "editor"):
        if fields.get(role):
            entry.persons[role] = reference.authors if role == "author" else reference.people(role)
    entry.key = reference.key
    return entry


class Formatter:
    """Formats each entry of a bibliography once; a reference that pybtex cannot format is shown by its fields."""

    def __init__(
        self,
        bibliography: Bibliography,
        link_status: Mapping[str, LinkStatus] = MappingProxyType({}),
    ) -> None:
        self._bibliography = bibliography
        self._health = link_status
        self._done: dict[str, FormattedReference] = {}

    @cached_property
    def _style(self) -> EditionStyle:
        return EditionStyle()

    def __call__(self, reference: Reference) -> FormattedReference:
        if reference.key not in self._done:
            self._done[reference.key] = self._format(reference)
        return self._done[reference.key]

    def _format(self, reference: Reference) -> FormattedReference:
        related_key = reference.fields.get("related", "")
        related = self._bibliography[related_key] if related_key in self._bibliography else None
        link_status = self._health.get(reference.url, LinkStatus())
        html, plain = self._description(reference)
        return FormattedReference(reference, Markup(html), plain, related, link_status)

    def _description(self, reference: Reference) -> tuple[str, str]:
        try:
            text = self._style.format_entry(reference.key, _pybtex_entry(reference)).text
            html, plain = (
                text.render(backend).replace("\n", " ") for backend in (_Html(), PlainBackend())
            )
            return mark_languages(html, reference.text("langid")), plain
        except (PybtexError, ValueError, KeyError, IndexError, RecursionError):
            plain = ". ".join(
                part
                for part in (
                    reference.text("author"),
                    reference.title,
                    readable_date(reference.date),
                )
                if part
            )
            return str(Markup.escape(plain)), plain
