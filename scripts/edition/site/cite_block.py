"""Renders what readers cite by: the block "Cite this page", and a document for each reference.

Both are whole without scripts; assets/cite.js makes a dialog of them.
"""

from __future__ import annotations

from dataclasses import replace

from markupsafe import Markup

from edition.citing.formatter import Formatter
from edition.citing.forms import Citable, CitationForms, Styled
from edition.citing.self_citation import absolute
from edition.language.markup import mark_languages
from edition.model import Edition, Page, Reference
from edition.site.relative_links import relative_address
from edition.site.templates import fill
from edition.site.version_list import lasting_version


def document_address(reference: Reference) -> str:
    """Where all forms of a reference are, below the site's root."""
    return f"references/{reference.key}.html"


def _mark_languages(citable: Citable, reference: Reference) -> Citable:
    """The citable with titles in another script marked by their language."""
    langid = reference.text("origlanguage") or reference.langid

    def marked(form: Styled) -> Styled:
        return replace(
            form,
            reference=Markup(mark_languages(form.reference, langid)),
            citation=Markup(mark_languages(form.citation, langid)),
        )

    return replace(citable, styles=[marked(form) for form in citable.styles])


class Citing:
    """Renders the blocks and documents of one build."""

    def __init__(
        self, edition: Edition, forms: CitationForms, formatter: Formatter, site_name: str
    ) -> None:
        self._edition = edition
        self._forms = forms
        self._site_name = site_name
        self._format = formatter

    def block(self, path: str) -> Markup:
        """The block at the foot of the page `path` (relative to docs/).

        Empty for a page outside the edition.
        """
        page = self._edition.by_path.get(path)
        if page is None:
            return Markup("")
        return fill(
            "cite-page",
            page=page,
            citables=[self._forms.of_page(page), self._forms.of_paper(page)],
            restates=self._edition.paper.edition.restates,
            lasting=lasting_version(self._edition),
            versions=self._versions_link(page),
        )

    def _versions_link(self, page: Page) -> str:
        """The link from `page` to the list of all versions; empty where there is no such list."""
        versions = self._edition.by_path.get(self._edition.list_page("versions"))
        return relative_address(page.address, versions.address) if versions else ""

    def document(self, reference: Reference) -> bytes:
        """A page of its own for one reference."""
        address = document_address(reference)
        references = self._edition.by_path.get(self._edition.list_page("references"))
        entry = f"{references.address}#{reference.anchor}" if references else ""
        html = fill(
            "cite-document",
            reference=reference,
            citable=_mark_languages(self._forms.of_reference(reference), reference),
            entry=self._format(reference),
            home=relative_address(address, ""),
            back=relative_address(address, entry),
            site_name=self._site_name,
            canonical=absolute(self._edition, address),
        )
        return html.encode()
