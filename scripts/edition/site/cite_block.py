"""In: what can be taken of a page or a reference. Out: the block "Cite this page", and a document for each reference.

Both are whole without scripts; assets/cite.js makes a dialog of them.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from edition.citing.formatter import Formatter
from edition.citing.forms import Citable, CitationForms
from edition.language.markup import mark_languages
from edition.model import Edition, Page, Reference
from edition.site.citation_links import REFERENCES_PAGE
from edition.site.relative_links import relative_address
from edition.site.templates import fill
from edition.site.version_list import VERSIONS_PAGE, kept_version


def document_address(reference: Reference) -> str:
    """Where all forms of a reference stand, below the site's root."""
    return f"references/{reference.key}.html"


def _in_its_language(citable: Citable, reference: Reference) -> Citable:
    """The citable with titles in another script marked by their language."""
    langid = reference.text("origlanguage") or reference.text("langid")
    styles = [
        replace(
            form,
            **{
                name: Markup(mark_languages(getattr(form, name), langid))
                for name in ("reference", "citation")
            },
        )
        for form in citable.styles
    ]
    return replace(citable, styles=styles)


class Citing:
    """Renders what readers cite by; one for each build."""

    def __init__(self, edition: Edition, forms: CitationForms, site_name: str) -> None:
        self._edition, self._forms, self.site_name = edition, forms, site_name
        self._format = Formatter(edition.bibliography)

    def block(self, path: str) -> Markup:
        """The block at the foot of the page `path` (relative to docs/); empty for a page that the edition does not know."""
        page = self._edition.by_path.get(path)
        if not page:
            return Markup("")
        citables = [
            citable
            for citable in (self._forms.of_page(page), self._forms.of_paper(page))
            if citable
        ]
        return fill(
            "cite-page",
            page=page,
            citables=citables,
            kept=kept_version(self._edition),
            versions=self._versions(page),
        )

    def _versions(self, page: Page) -> str:
        """The link from `page` to the list of all versions; empty where there is no such list."""
        listed = self._edition.by_path.get(VERSIONS_PAGE)
        return relative_address(page.address, listed.address) if listed else ""

    def _said(self, reference: Reference) -> dict[str, Any]:
        """What the document of a reference says besides the ways to cite it."""
        home = relative_address(document_address(reference), "")
        references = self._edition.by_path.get(REFERENCES_PAGE)
        back = (
            relative_address(
                document_address(reference), references.address + f"#ref-{reference.key}"
            )
            if references
            else home
        )
        return {
            "description": self._format(reference).html,
            "home": home,
            "back": back,
            "site_name": self.site_name,
            "canonical": self._canonical(reference),
        }

    def document(self, reference: Reference) -> bytes:
        """A page of its own for one reference."""
        citable = _in_its_language(self._forms.of_reference(reference), reference)
        return str(
            fill("cite-document", reference=reference, citable=citable, **self._said(reference))
        ).encode()

    def _canonical(self, reference: Reference) -> str:
        site = self._edition.project.site_url
        return f"{site.rstrip('/')}/{document_address(reference)}" if site else ""
