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
        doi, eprint = self.reference.doi_address, self.reference.eprint_address
        found = [(doi, doi)] if doi else []
        if eprint not in ("", self.reference.url):
            found.append((eprint, re.sub("^https?://", "", eprint)))
        return found

    @property
    def relation(self) -> str:
        """How the related works are related, in words."""
        type = self.reference.text("relatedtype")
        return self.reference.text("relatedstring") or RELATIONS.get(type, "See also")

    @property
    def annotation(self) -> str:
        """What in the entry is inferred, or was seen only in a copy."""
        return self.reference.text("annotation")

    @property
    def printed(self) -> list[str]:
        """What the paper prints otherwise than the entry has it, in sentences; no address."""
        found = []
        if author := self.reference.text("userd"):
            found.append(f"Author in the paper: {author.rstrip('.')}.")
        if titles := "”; “".join(self._printed_titles()):
            found.append(f"In the paper: “{titles}”.")
        if stray := self.reference.text("usere"):
            found.append(f"Printed after the entry: “{stray}”")
        return found

    def _printed_titles(self) -> list[str]:
        """The titles as the paper prints them, each once, where their words differ."""
        found = {_words(self.reference.title): ""}
        for title in map(self.reference.text, ("usera", "userb", "userc")):
            found.setdefault(_words(title), title)
        return list(filter(None, found.values()))

    @property
    def printed_address(self) -> str:
        """The address as the paper prints it, where it differs."""
        return self.reference.fields.get("verba", "")
