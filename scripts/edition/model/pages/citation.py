"""In: the text between brackets, `@key, p. 3; @other`. Out: the citations it makes, or nothing if it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from edition.model.pages.target import Target
from edition.problem import Location

# The grammar is Pandoc's bracketed citation (pandoc.org/MANUAL, "Citation syntax"), read as mkdocs-bibtex reads it:
# parts divided by `;`, each an optional prefix, `@key`, and after a comma a suffix. A key is what BibTeX allows and
# an address in brackets (`[name@example.org]`) is none, since nothing but white space may stand before the `@`.
_PART = re.compile(
    r"""\s*+(?:(?P<prefix>[^@;]*\S)\s+)?
        @(?P<key>[A-Za-z0-9_](?:[\w:.\#$%&+?<>~/-]*\w)?)
        (?:\s*+,\s*+(?P<suffix>[^;@]*\S))?\s*+""",
    re.VERBOSE,
)


@dataclass(frozen=True)
class Part:
    """One key in a bracket with what stands before and after it."""

    key: str
    prefix: str = ""
    suffix: str = ""


def parse_block(inside: str) -> list[Part] | None:
    """Return the parts of a citation bracket's inside, or None where it is not a citation."""
    parts = []
    for piece in inside.split(";"):
        match = _PART.fullmatch(piece)
        if not match:
            return None
        tidy = {name: " ".join((value or "").split()) for name, value in match.groupdict().items()}
        parts.append(Part(**tidy))
    return parts


@dataclass
class Citation:
    """A citation in the text.

    `start` and `end` are offsets of its bracket in the page's Markdown body; several parts of one bracket share them.
    `context` is the HTML element it stands in: `p`, `li`, `td`, `h2`, … `paragraph` is the id of that element, or of the
    numbered paragraph that a list or table follows. `number` is the printed number, if it has one.
    """

    key: str
    location: Location
    page: str
    start: int
    end: int
    prefix: str = ""
    locator: str = ""
    paragraph: str = ""
    context: str = "p"
    sentence: str = ""
    number: int | None = None

    @property
    def target(self) -> Target:
        """The paragraph that it stands in; the page where it stands in none."""
        return Target(self.page, self.paragraph)

    @property
    def anchor(self) -> str:
        """The id of the marker in the page, for the way back from the reference list; empty without a number."""
        return f"cite-{self.number}" if self.number else ""
