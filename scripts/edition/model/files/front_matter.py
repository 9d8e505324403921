"""In: the text of a Markdown file. Out: the metadata at its head, and the body below it."""

from __future__ import annotations

import re

from edition.model.files.yaml import Record, parse_yaml
from edition.problem import Location, Problem

# The shape MkDocs reads as front matter (mkdocs.utils.meta.YAML_RE).
_FRONT_MATTER = re.compile(r"^-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)


def split_front_matter(text: str, file: str) -> tuple[Record, str, int, list[Problem]]:
    """Return the metadata, the Markdown body, the body's first line in `file`, and the problems."""
    match = _FRONT_MATTER.match(text)
    empty = Record()
    empty.location, empty.lines = Location(file), {}
    if not match:
        return empty, text, 1, []
    meta, problems = parse_yaml(match[1], file, first_line=2)
    if not isinstance(meta, Record):
        if meta is not None:
            said = "the front matter is not a list of `name: value` lines."
            problems.append(
                Problem(
                    Location(file, 2),
                    "malformed-data",
                    said,
                    "Write `title: …` and so on, one a line.",
                )
            )
        meta = empty
    return meta, text[match.end() :], match[0].count("\n") + 1, problems
