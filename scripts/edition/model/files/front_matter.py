"""Splits a Markdown file into its front matter and its body."""

from __future__ import annotations

import re

from edition.model.files.records import Record
from edition.model.files.yaml import parse_yaml
from edition.problem import Location, Problem

# The shape MkDocs reads as front matter (mkdocs.utils.meta.YAML_RE).
_FRONT_MATTER = re.compile(r"^-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)


def split_front_matter(text: str, file: str) -> tuple[Record, str, int, list[Problem]]:
    """Split the text of `file`.

    Returns the front matter, the Markdown body, the body's first line and the problems. Front
    matter that is absent or unreadable is an empty Record, and the body is read all the same.
    """
    match = _FRONT_MATTER.match(text)
    written = match[0] if match else ""
    meta, problems = parse_yaml(match[1] if match else "", file, first_line=2)
    if not isinstance(meta, Record | None):
        message = "the front matter is not a list of `name: value` lines."
        hint = "Write `title: …` and so on, one a line."
        problems.append(Problem(Location(file, 2), "malformed-data", message, hint))
    record = meta if isinstance(meta, Record) else Record(Location(file))
    return record, text[len(written) :], written.count("\n") + 1, problems
