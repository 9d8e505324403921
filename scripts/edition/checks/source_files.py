"""In: the edition. Out: its source files as text, with their places: what a stranger can change."""

from __future__ import annotations

from collections.abc import Iterator

from edition.model import Edition
from edition.model.files.text import read_text
from edition.model.files.yaml import parse_yaml
from edition.model.project import CONFIG
from edition.problem import Location, Problem

_READ_BY_THE_MODEL = (
    "argument",
    "concordance",
    "glossary",
    "names",
    "paper",
    "relations",
    "timeline",
)
"""These files, and the notes, report their own problems while the edition is loaded; to read them twice would take as long again."""

SUFFIXES = {".md", ".bib", ".yml", ".yaml", ".txt", ".json", ".csv"}


def source_paths(edition: Edition) -> list[str]:
    """The paths of all text files in docs/ and bib/, and of the site's configuration."""
    root = edition.project.root
    files = [
        file
        for folder in (root / edition.project.docs, root / "bib")
        for file in folder.rglob("*")
        if file.suffix in SUFFIXES and file.is_file()
    ]
    return [CONFIG, *sorted(file.relative_to(root).as_posix() for file in files)]


def source_texts(edition: Edition) -> Iterator[tuple[str, str]]:
    """The path and the text of every source file; a file that cannot be read is left out."""
    for path in source_paths(edition):
        text, problems = read_text(edition.project.root, path)
        if not problems:
            yield path, text


def source_lines(edition: Edition) -> Iterator[tuple[Location, str]]:
    """Every line of every source file that can be read."""
    for path, text in source_texts(edition):
        for number, line in enumerate(text.split("\n"), start=1):
            yield Location(path, number), line


def malformed_data(edition: Edition) -> Iterator[Problem]:
    """A data file is YAML, without aliases, and each record has the fields it needs.

    Also files that no page shows yet are read. Compare the indentation and the quotes with the record above.
    """
    data = edition.project.data
    known = {CONFIG, *(f"{data}/{name}.yml" for name in _READ_BY_THE_MODEL)}
    for path in source_paths(edition):
        if (
            path.endswith((".yml", ".yaml"))
            and path not in known
            and not path.startswith(f"{data}/notes/")
        ):
            text, problems = read_text(edition.project.root, path)
            yield from problems or parse_yaml(text, path)[1]


def missing_paper_fact(edition: Edition) -> Iterator[Problem]:
    """docs/data/paper.yml says at least the paper's title and authors, each with a family name, and the edition's title and version."""
    paper = edition.paper
    if any(problem.location.path == paper.location.path for problem in edition.problems):
        return
    facts = {
        "title": paper.title,
        "authors": paper.authors,
        "edition.title": paper.edition.title,
        "edition.version": paper.edition.version,
    }
    for name, value in facts.items():
        if not value:
            yield Problem(
                paper.location,
                "missing-paper-fact",
                f"'{name}' is not given.",
                f"Add `{name.rpartition('.')[2]}:`.",
            )
    for author in paper.authors:
        if not author.family:
            yield Problem(
                paper.location,
                "missing-paper-fact",
                f"the author '{author.name or '?'}' has no family name.",
                "Add `family:`.",
            )


RULES = [malformed_data, missing_paper_fact]
