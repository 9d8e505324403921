"""Formats a Reference: the one entry that page, preview, list, concordance and book all show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from markupsafe import Markup
from pybtex.backends.html import Backend as HtmlBackend
from pybtex.backends.plaintext import Backend as PlainBackend

from edition.citing.entry_style import description
from edition.citing.formatted_reference import FormattedReference
from edition.language.markup import mark_languages
from edition.model.works.bibliography import Bibliography
from edition.model.works.link_status import LinkStatus
from edition.model.works.reference import Reference
from edition.problem import Location


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
    text = description(reference)
    html = mark_languages(text.render(HtmlBackend()), reference.langid)
    return Markup(html), text.render(PlainBackend())
