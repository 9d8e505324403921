"""Reads the text between a citation's brackets: `@key, p. 3; see @other`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from edition.model.pages.target import Target
from edition.problem import Location

# The grammar is Pandoc's bracketed citation (pandoc.org/MANUAL, "Citation syntax"): parts divided
# by `;`, each an optional prefix, `@key`, and after a comma a suffix. A key is what BibTeX allows.
# Only white space may stand before the `@`: an address (`[name@example.org]`) is no citation.
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
    """The parts of a citation bracket's inside, or None where it is not a citation."""
    parts = []
    for piece in inside.split(";"):
        match = _PART.fullmatch(piece)
        if not match:
            return None
        prefix, key, suffix = (" ".join((value or "").split()) for value in match.groups())
        parts.append(Part(key, prefix, suffix))
    return parts


@dataclass
class Citation:
    """A citation in the text.

    `start` and `end` are offsets of its bracket in the page's Markdown body; several parts of one
    bracket share them. `context` is the HTML element it stands in: `p`, `li`, `td`, `h2`, …
    `paragraph` is the id of that element, or of the numbered paragraph that a list or table
    follows. `number` is the printed number, if it has one.
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
        """The marker's id in the page, for the way back from the list; empty without a number."""
        return f"cite-{self.number}" if self.number else ""
