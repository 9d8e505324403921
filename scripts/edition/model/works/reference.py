"""A Reference, one entry of a .bib file: its fields as written, and what follows from them."""

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
PRINTED_FORMS = ("userd", "usere", "usera", "userb", "userc", "verba")
"""What the citing text prints otherwise than the entry has it.

`userd` holds the author or body, `usere` printed words that belong to no part of a reference,
`usera`, `userb` and `userc` the title under its first, second and third number, `verba` the
address.
"""
_TEX = re.compile(r"\\|--|~|``|''")


def shield(value: str) -> str:
    """The value with `%`, `#`, `&` and `_` as plain characters, as people write them: `100 %`."""
    return re.sub(r"(?<!\\)([%#&_])", r"\\\1", value.replace("\\$", "$"))


@lru_cache(maxsize=65536)
def plain_text(value: str) -> str:
    """A BibTeX value as a reader sees it: `{\\"u}ber 5 \\% {GDP}` → `über 5 % GDP`."""
    if _TEX.search(value):  # pybtex takes 0.3 ms for a value, most of which hold no TeX
        # What is not TeX after all is shown as it is written.
        with suppress(PybtexError, ValueError, RecursionError):
            value = str(Text.from_latex(shield(value)))
    return " ".join(value.replace("{", "").replace("}", "").split())


@lru_cache(maxsize=16384)
def _people(value: str) -> tuple[Person, ...]:
    # BibTeX divides names at ` and `, also where a line ends there.
    folded = " ".join(value.split())
    return tuple(map(_person, split_name_list(folded))) if folded else ()


def _person(name: str) -> Person:
    try:
        return Person(name)
    except PybtexError:
        return Person(last=f"{{{name}}}")


@dataclass(frozen=True)
class Reference:
    """A work in a bibliography.

    `fields` holds BibTeX values without their outer delimiters, by name in lower case.
    """

    key: str
    type: str
    fields: dict[str, str]
    location: Location
    lines: dict[str, int] = field(default_factory=dict)

    def line_of(self, name: str) -> Location:
        """The line of a field, or of the entry where the field is absent."""
        return Location(self.location.path, self.lines.get(name, self.location.line))

    def text(self, name: str) -> str:
        """The field's value as plain text; see `plain_text`."""
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
        """The persons and bodies of a field; what is no BibTeX name stays whole."""
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
        """The Wayback Machine's address for the capture nearest to the access date.

        `/web/<YYYYMMDDhhmmss, 1 to 14 digits>/<address>` redirects to the nearest capture; without
        a date the newest is shown.
        """
        if not self.url.startswith(("http://", "https://")):
            return ""
        stamp = self.accessed.replace("-", "")
        return "https://web.archive.org/web/" + (f"{stamp}/" if stamp.isdigit() else "") + self.url

    @property
    def short(self) -> str:
        """Author and year, to name the work where it has no printed number."""
        people = self.authors or self.people("editor")
        names = [plain_text(" ".join(p.prelast_names + p.last_names)) for p in people]
        if len(names) > 2:
            who = f"{names[0]} and others"
        elif len(names) == 2:
            who = f"{names[0]} and {names[1]}"  # BibTeX writes `and others` as a name too
        else:
            who = names[0] if names else self.title
        return f"{who} {self.date[:4]}".strip()
