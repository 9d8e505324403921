"""Reads citations as Pandoc's users write them: `[see @key, p. 3; @other]`, `@key [p. 3]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from edition.model.pages.target import Target
from edition.problem import Location

# The grammar is Pandoc's (pandoc.org/MANUAL, "Citation syntax"). In a bracket: parts divided by
# `;`, each an optional prefix, `@key` or `@{any key}`, perhaps with `-` before it, and a suffix. A
# part without a key belongs to the prefix of the next; what stands between two keys in one part is
# the prefix of the second, `@key versus @other`. In running text: `@key`, perhaps followed by a
# bracket that begins with a locator. A key is what BibTeX allows; in running text two marks in a
# row end it, `@key---which`, but for the `://` of an address.
# Only white space may stand before the `@`: an address (`[name@example.org]`) is no citation.
_PART = re.compile(
    r"""\s*+(?:(?P<prefix>[^@]*\S)\s+)?
        (?P<hidden>-?)@(?:\{(?P<any>[^{}@;\n]+)\}|(?P<key>\w(?:[\w:.\#$%&+?<>~/-]*\w/?)?))
        (?:\s*+,|:(?=\s)|(?=\s|$))\s*+(?P<suffix>[^@]*?)\s*+""",
    re.VERBOSE,
)
# In running text a key ends before punctuation and before what Markdown gives a meaning.
_IN_TEXT = re.compile(
    r"""(?P<cited>(?P<hidden>-?)@
          (?:\{(?P<any>[^{}@;\n]+)\}|(?P<key>[^\W_](?:[:.\#$%+?~/-]?_*+[^\W_]|[:/](?=/))*+)))
        (?:[ \n]?\[(?P<inside>[^\[\]^@;`\\][^\[\]`\\]*)\](?![(\[:]))?""",
    re.VERBOSE,
)
_NEXT_KEY = re.compile(r"(?:(?<=^)|(?<=[\s,]))-?@(?=[\w{])")
_KEY_END = re.compile(r"-?@(?:\{[^{}@;\n]+\}|\w(?:[\w:.\#$%&+?<>~/-]*\w/?)?)")
CROSS_REFERENCE = r"(?i:fig|tbl|tab|table|eq|eqn|sec|lst|thm|lem|cor|prp|def|exm|alg|apx)[:-]"
"""A pattern for what keys of figures, tables and the like begin with in pandoc-crossref."""


@dataclass(frozen=True)
class Part:
    """One key with what stands before and after it.

    `is_named` where the author is named in the text (`@key`), `is_hidden` where not (`-@key`).
    """

    key: str
    prefix: str = ""
    suffix: str = ""
    is_named: bool = False
    is_hidden: bool = False


def parse_block(inside: str) -> list[Part] | None:
    """The parts of a citation bracket's inside, or None where it is not a citation."""
    parts: list[Part] = []
    before = ""
    for piece in _pieces(inside):
        if "@" not in piece:
            before += f"{piece};"
            continue
        match = _PART.fullmatch(before + piece)
        if not match:
            return None
        prefix = " ".join((match["prefix"] or "").split())
        suffix = " ".join(match["suffix"].split())
        key = match["any"] or match["key"]
        parts.append(Part(key, prefix, suffix, is_hidden=bool(match["hidden"])))
        before = ""
    return None if before else parts


def _pieces(inside: str) -> Iterator[str]:
    """The parts of a bracket's inside, each with at most one key."""
    for part in inside.split(";"):
        starts = [match.start() for match in _NEXT_KEY.finditer(part)]
        ends = [_KEY_END.match(part, start) for start in starts[:-1]]
        at = 0
        for end in filter(None, ends):
            yield part[at : end.end()].lstrip(", ")
            at = end.end()
        yield part[at:].lstrip(", ") if at else part


def parse_in_text(text: str) -> tuple[list[Part], int]:
    """The parts of the citation with which a text begins (`@key [p. 3]`), and its length.

    There are none where the text does not begin with one.
    """
    match = _IN_TEXT.match(text)
    if not match:
        return [], 0
    key, is_hidden = match["any"] or match["key"], bool(match["hidden"])
    locator, _, rest = (match["inside"] or "").partition(";")
    others = parse_block(rest) if rest else []
    if "@" in locator or others is None:
        locator, others = "", []
        end = match.end("cited")
    else:
        end = match.end()
    suffix = " ".join(locator.split())
    first = Part(key, suffix=suffix, is_named=not is_hidden, is_hidden=is_hidden)
    return [first, *others], end


def is_cross_reference(key: str) -> bool:
    """Whether a key names a figure, table, formula or section, as those of pandoc-crossref do."""
    return bool(re.match(CROSS_REFERENCE, key))


@dataclass
class Citation:
    """A citation in the text.

    `start` is the offset in the page's Markdown body of its bracket, or of what stands for it in
    running text; several parts of one bracket share it. `context` is the HTML element it stands in:
    `p`, `li`, `td`, `h2`, … `paragraph` is the id of that element, or of the numbered paragraph
    that a list or table follows. `number` is the printed number, if it has one, and `is_repeated`
    where an earlier citation has it too. `is_named` and `is_hidden` are a `Part`'s.
    """

    key: str
    location: Location
    page: str
    start: int
    prefix: str = ""
    locator: str = ""
    paragraph: str = ""
    context: str = "p"
    sentence: str = ""
    number: int | None = None
    is_named: bool = False
    is_hidden: bool = False
    is_repeated: bool = False

    @property
    def target(self) -> Target:
        """The paragraph that it stands in; the page where it stands in none."""
        return Target(self.page, self.paragraph)

    @property
    def anchor(self) -> str:
        """The marker's id in the page, for the way back from the list.

        Empty without a number, and where the number was printed before.
        """
        return f"cite-{self.number}" if self.number and not self.is_repeated else ""
