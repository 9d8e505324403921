"""In: one entry of a .bib file. Out: a Reference: a cited work, its fields as written, and what follows from them."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field
from functools import lru_cache

from pybtex.bibtex.utils import split_name_list
from pybtex.database import Person
from pybtex.exceptions import PybtexError
from pybtex.richtext import Text

from edition.problem import Location

NUMBER_KEYWORD = re.compile(r"^ref(\d{1,9})$")


def shield(value: str) -> str:
    """The value with TeX's comment sign and its like made plain characters, as they are in a list for the web: `100 %`."""
    return re.sub(r"(?<!\\)([%#&_])", r"\\\1", value.replace("\\$", "$"))


_TEX = re.compile(r"\\|--|~|``|''")


@lru_cache(maxsize=65536)
def plain_text(value: str) -> str:
    """A BibTeX value as a reader sees it: `{\\"u}ber 5 \\% {GDP}` → `über 5 % GDP`."""
    if _TEX.search(value):
        with suppress(
            PybtexError, ValueError, RecursionError
        ):  # not TeX after all: shown as it is written
            value = str(Text.from_latex(shield(value)))
    return re.sub(r"\s+", " ", value.replace("{", "").replace("}", "")).strip()


@lru_cache(maxsize=65536)
def _person(name: str) -> Person:
    try:
        return Person(name)
    except PybtexError:
        return Person(last=f"{{{name}}}")


@lru_cache(maxsize=16384)
def _people(value: str) -> tuple[Person, ...]:
    # BibTeX divides names at ` and `, also where the line ends there.
    folded = re.sub(r"\s+", " ", value).strip()
    return tuple(_person(name) for name in split_name_list(folded)) if folded else ()


@dataclass(frozen=True)
class Reference:
    """A work in a bibliography. `fields` holds BibTeX values without their outer delimiters, names in lower case."""

    key: str
    type: str
    fields: dict[str, str]
    location: Location
    lines: dict[str, int] = field(default_factory=dict)

    def line_of(self, name: str) -> Location:
        """The line of a field, or of the entry where the field is absent."""
        return Location(self.location.path, self.lines.get(name, self.location.line))

    def text(self, name: str) -> str:
        """The field's value as plain text: TeX's commands read, protecting braces taken away, white space folded."""
        return plain_text(self.fields.get(name, ""))

    @property
    def title(self) -> str:
        return self.text("title")

    @property
    def numbers(self) -> list[int]:
        """The printed numbers, from the keywords `ref1`, `ref6`, …"""
        words = (word.strip() for word in self.fields.get("keywords", "").split(","))
        return sorted(int(match[1]) for word in words if (match := NUMBER_KEYWORD.match(word)))

    @property
    def authors(self) -> list[Person]:
        return self.people("author")

    def people(self, role: str) -> list[Person]:
        """The persons and bodies of a name field (`author`, `editor`); what is no BibTeX name stays whole."""
        return list(_people(self.fields.get(role, "")))

    @property
    def url(self) -> str:
        return self.fields.get("url", "").strip()

    @property
    def date(self) -> str:
        """ISO 8601 date of publication, as precise as known; empty where unknown."""
        return self.text("date") or self.text("year")

    @property
    def accessed(self) -> str:
        """ISO 8601 date on which the citing text says the address was read; empty where unknown."""
        return self.text("urldate")

    @property
    def archive_lookup(self) -> str:
        """The Wayback Machine's address for the capture nearest to the access date: a look-up, no proof of a capture.

        The form `/web/<YYYYMMDDhhmmss, 1 to 14 digits>/<address>` redirects to the nearest capture; without a date
        the newest is shown.
        """
        if not self.url.startswith(("http://", "https://")):
            return ""
        stamp = self.accessed.replace("-", "")
        return "https://web.archive.org/web/" + (f"{stamp}/" if stamp.isdigit() else "") + self.url

    @property
    def short(self) -> str:
        """Author and year, to name the work where it has no printed number."""
        names = [
            plain_text(" ".join(person.prelast_names + person.last_names))
            for person in self.authors or self.people("editor")
        ]
        who = names[0] if names else self.title
        if len(names) == 2:
            who = f"{names[0]} and {names[1]}"  # `and others`, too, which BibTeX writes as a name
        elif len(names) > 2:
            who = f"{names[0]} and others"
        return f"{who} {self.date[:4]}".strip()
