"""Rules for the files of the sources."""

from __future__ import annotations

from edition.model import Edition
from edition.model.project import is_hidden
from edition.problem import Location, Problems


def symbolic_link(edition: Edition) -> Problems:
    """No file or folder in docs/ or bib/ is a symbolic link.

    It could lead to any file of the machine that builds the site, and would publish it; a copy of a
    repository may not have it. The build leaves it out.
    """
    root = edition.project.root
    for folder in (edition.project.docs, "bib"):
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root)
            if file.is_symlink() and not is_hidden(path):
                yield (
                    Location(path.as_posix()),
                    f"'{path.name}' is a symbolic link.",
                    "Put the file itself in its place.",
                )
