"""In: a Reference. Out: the one formatted entry that the page, the preview, the list, the concordance and the book all show."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from markupsafe import Markup
from pybtex.backends.html import Backend as PybtexHtml
from pybtex.backends.plaintext import Backend as PlainBackend
from pybtex.database import Entry
from pybtex.exceptions import PybtexError

from .bibliography import Bibliography
from .date import readable_date
from .foreign import mark_foreign
from .health import Health
from .kept import code_digest, digest
from .language import language_name, language_tag
from .reference import Reference, shield
from .style import EditionStyle

PLAIN_TYPES = frozenset("article book inbook incollection inproceedings mastersthesis misc online phdthesis techreport".split())
# biblatex' newer names for the same kinds.
_OTHER_NAMES = {"collection": "book", "proceedings": "book", "electronic": "online", "www": "online", "report": "techreport", "thesis": "phdthesis"}


class _Html(PybtexHtml):
    def format_protected(self, text: str) -> str:
        """Braces that protect capitals mean nothing to a reader."""
        return text


@dataclass(frozen=True)
class FormattedReference:
    """A work as readers see it. `html` and `plain` are the description; the rest is said beside it."""

    reference: Reference
    html: Markup
    plain: str
    related: Reference | None = None
    health: Health = field(default_factory=Health)

    @property
    def key(self) -> str:
        return self.reference.key

    @property
    def anchor(self) -> str:
        return f"ref-{self.key}"

    @property
    def numbers(self) -> list[int]:
        return self.reference.numbers

    @property
    def language(self) -> str:
        return language_name(self.reference.text("langid"))

    @property
    def original_title(self) -> str:
        return self.reference.text("origtitle")

    @property
    def original_language(self) -> str:
        """BCP 47 tag of the original title."""
        return language_tag(self.reference.text("origlanguage") or self.reference.text("langid"))

    @property
    def accessed(self) -> str:
        return readable_date(self.reference.accessed)

    @property
    def first_issued(self) -> str:
        return readable_date(self.reference.text("origdate"))

    @property
    def undated(self) -> bool:
        return not self.reference.date

    @property
    def address(self) -> str:
        """The address as shown: without scheme and closing slash."""
        return re.sub(r"^https?://(www\.)?", "", self.reference.url).rstrip("/")

    @property
    def relation(self) -> str:
        """How the related work is related, in words."""
        kind = self.reference.text("relatedtype")
        return {"reprintof": "Reprint of", "translationof": "Translation of", "reviewof": "Review of"}.get(kind, "See also")

    @property
    def printed_titles(self) -> list[str]:
        """The titles as the paper prints them, where they differ."""
        return [title for name in ("usera", "userb", "userc") if (title := self.reference.text(name))]

    @property
    def printed_address(self) -> str:
        """The address as the paper prints it, where it differs."""
        return self.reference.fields.get("verba", "")


def _pybtex_entry(reference: Reference) -> Entry:
    fields = {name: shield(value) for name, value in reference.fields.items()}
    kind = _OTHER_NAMES.get(reference.type, reference.type)
    kind = kind if kind in PLAIN_TYPES else "misc"
    if kind == "phdthesis" and "institution" in fields:
        fields.setdefault("school", fields["institution"])
    entry = Entry(kind, fields={name: value for name, value in fields.items() if name not in ("author", "editor")})
    for role in ("author", "editor"):
        if fields.get(role):
            entry.persons[role] = reference.authors if role == "author" else reference.people(role)
    entry.key = reference.key
    return entry


class Formatter:
    """Formats each entry of a bibliography once; a reference that pybtex cannot format is shown by its fields."""

    def __init__(self, bibliography: Bibliography, health: Mapping[str, Health] = MappingProxyType({})) -> None:
        self._bibliography = bibliography
        self._health = health
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
        health = self._health.get(reference.url, Health())
        html, plain = self._described(reference)
        return FormattedReference(reference, Markup(html), plain, related, health)

    def _described(self, reference: Reference) -> tuple[str, str]:
        """As HTML and as plain text; what an entry says and nothing else decides on them."""
        key = digest(code_digest(), reference.type, json.dumps(reference.fields, sort_keys=True))
        return tuple(self._bibliography.descriptions.keep(key, lambda: self._description(reference)))

    def _description(self, reference: Reference) -> tuple[str, str]:
        try:
            text = self._style.format_entry(reference.key, _pybtex_entry(reference)).text
            html, plain = (text.render(backend).replace("\n", " ") for backend in (_Html(), PlainBackend()))
            return mark_foreign(html, reference.text("langid")), plain
        except (PybtexError, ValueError, KeyError, IndexError, RecursionError):
            plain = ". ".join(part for part in (reference.text("author"), reference.title, readable_date(reference.date)) if part)
            return str(Markup.escape(plain)), plain
