"""What page, preview, list, concordance and book show of a work."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from markupsafe import Markup

from edition.language.dates import readable_date
from edition.language.tags import language_name, language_tag
from edition.model.works.link_status import LinkStatus
from edition.model.works.reference import Reference

RELATIONS = {
    "reprintof": "Reprint of",
    "translationof": "Translation of",
    "reviewof": "Review of",
}


@dataclass(frozen=True)
class FormattedReference:
    """A work as readers see it: its description (HTML and plain text) and what goes with it."""

    reference: Reference
    html: Markup
    plain: str
    related: tuple[Reference, ...] = ()
    link_status: LinkStatus = field(default_factory=LinkStatus)

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
        return language_name(self.reference.langid)

    @property
    def original_title(self) -> str:
        return self.reference.text("origtitle")

    @property
    def original_language(self) -> str:
        """BCP 47 tag of the original title."""
        return language_tag(self.reference.text("origlanguage") or self.reference.langid)

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
    def links(self) -> list[tuple[str, str]]:
        """Address and shown text of what readers find the work by, its own `url` apart.

        A DOI is shown as its address: Crossref's "DOI display guidelines".
        """
        reference = self.reference
        found = [(reference.doi_address, reference.doi_address)]
        if reference.eprint_address not in ("", reference.url):
            found.append(
                (reference.eprint_address, re.sub("^https?://", "", reference.eprint_address))
            )
        return [link for link in found if link[0]]

    @property
    def relation(self) -> str:
        """How the related works are related, in words."""
        if own := self.reference.text("relatedstring"):
            return own
        return RELATIONS.get(self.reference.text("relatedtype"), "See also")

    @property
    def printed_titles(self) -> list[str]:
        """The titles as the paper prints them, where they differ."""
        titles = [self.reference.text(name) for name in ("usera", "userb", "userc")]
        return [title for title in titles if title]

    @property
    def printed_address(self) -> str:
        """The address as the paper prints it, where it differs."""
        return self.reference.fields.get("verba", "")
