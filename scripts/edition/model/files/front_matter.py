"""Splits a Markdown file into its front matter and its body."""

from __future__ import annotations

import re
from typing import NamedTuple

from edition.model.files.records import Record
from edition.model.files.yaml import parse_yaml
from edition.problem import Location, Problem

# The shape MkDocs reads as front matter (mkdocs.utils.meta.YAML_RE).
_FRONT_MATTER = re.compile(r"^-{3}[ \t]*\n(.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)


class SplitFile(NamedTuple):
    """A file's front matter, its Markdown body, the body's first line, and the problems."""

    meta: Record
    body: str
    body_line: int
    problems: list[Problem]


def split_front_matter(text: str, file: str) -> SplitFile:
    """Split the text of `file`. Front matter that is absent or unreadable is an empty Record."""
    match = _FRONT_MATTER.match(text)
    empty = Record(Location(file))
    if not match:
        return SplitFile(empty, text, 1, [])
    meta, problems = parse_yaml(match[1], file, first_line=2)
    if meta is not None and not isinstance(meta, Record):
        message = "the front matter is not a list of `name: value` lines."
        hint = "Write `title: …` and so on, one a line."
        problems.append(Problem(Location(file, 2), "malformed-data", message, hint))
    is_record = isinstance(meta, Record)
    body_line = match[0].count("\n") + 1
    return SplitFile(meta if is_record else empty, text[match.end() :], body_line, problems)
