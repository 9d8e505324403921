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


def _words(title: str) -> str:
    """The letters and digits alone: titles that differ in no other thing have the same words."""
    return "".join(filter(str.isalnum, title.casefold()))


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
        return self.reference.anchor

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
        """The titles as the paper prints them, each once, where their words differ."""
        seen = {_words(self.reference.title)}
        found = []
        for name in ("usera", "userb", "userc"):
            title = self.reference.text(name)
            if title and _words(title) not in seen:
                seen.add(_words(title))
                found.append(title)
        return found

    @property
    def printed_author(self) -> str:
        """The authors or the body as the paper prints them, where they differ."""
        return self.reference.text("userd")

    @property
    def stray_words(self) -> str:
        """Words that the paper prints after the entry and that belong to no part of it."""
        return self.reference.text("usere")

    @property
    def annotation(self) -> str:
        """What in the entry is inferred, or was seen only in a copy."""
        return self.reference.text("annotation")

    @property
    def printed(self) -> list[str]:
        """What the paper prints otherwise than the entry has it, in sentences; no address."""
        found = []
        if self.printed_author:
            found.append(f"Author in the paper: {self.printed_author.rstrip('.')}.")
        if self.printed_titles:
            titles = "; ".join(f"“{title}”" for title in self.printed_titles)
            found.append(f"In the paper: {titles}.")
        if self.stray_words:
            found.append(f"Printed after the entry: “{self.stray_words}”")
        return found

    @property
    def printed_address(self) -> str:
        """The address as the paper prints it, where it differs."""
        return self.reference.fields.get("verba", "")
