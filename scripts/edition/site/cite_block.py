"""Renders what readers cite by: the block "Cite this page", and a document for each reference.

Both are whole without scripts; assets/cite.js makes a dialog of them.
"""

from __future__ import annotations

from markupsafe import Markup

from edition.citing.forms import CitationForms
from edition.citing.self_citation import absolute
from edition.model import Reference
from edition.model.pages.target import Target
from edition.site.context import Context, PageView
from edition.site.relative_links import relative_address
from edition.site.templates import fill
from edition.site.version_list import lasting_version


def document_address(reference: Reference) -> str:
    """Where all forms of a reference are, below the site's root."""
    return f"references/{reference.key}.html"


class Citing:
    """Renders the blocks and documents of one build."""

    def __init__(self, context: Context, forms: CitationForms, site_name: str) -> None:
        self._context = context
        self._edition = context.edition
        self._forms = forms
        self._site_name = site_name

    def block(self, path: str) -> Markup:
        """The block at the foot of the page `path` (relative to docs/).

        Empty for a page outside the edition.
        """
        page = self._edition.by_path.get(path)
        if page is None:
            return Markup("")
        return PageView(self._context, page).fill(
            "cite-page",
            citables=[self._forms.of_page(page), self._forms.of_paper(page)],
            lasting=lasting_version(self._edition),
        )

    def document(self, reference: Reference) -> bytes:
        """A page of its own for one reference."""
        address = document_address(reference)
        entry = self._edition.address(
            Target(self._edition.list_page("references"), reference.anchor)
        )
        html = fill(
            "cite-document",
            reference=reference,
            citable=self._forms.of_reference(reference),
            entry=self._context.format(reference),
            home=relative_address(address, ""),
            back=relative_address(address, entry),
            site_name=self._site_name,
            canonical=absolute(self._edition, address),
        )
        return html.encode()
