"""Reads the source files as text, all that a contributor can change; writes one safely."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from edition.model import Edition
from edition.model.files.text import read_text
from edition.model.project import CONFIG, is_hidden

SUFFIXES = {".md", ".bib", ".yml", ".yaml", ".txt", ".json", ".csv"}


def source_paths(edition: Edition) -> list[str]:
    """The paths of all text files in docs/ and bib/, and of the site's configuration."""
    root = edition.project.root
    files = [*(root / edition.project.docs).rglob("*"), *(root / "bib").rglob("*")]
    texts = [
        file.relative_to(root)
        for file in files
        if file.suffix.lower() in SUFFIXES and file.is_file()
    ]
    return [CONFIG, *sorted(path.as_posix() for path in texts if not is_hidden(path))]


def source_texts(edition: Edition) -> Iterator[tuple[str, str]]:
    """The path and the text of every source file that can be read."""
    for path in source_paths(edition):
        text, problems = read_text(edition.project.root, path)
        if not problems:
            yield path, text


def write_whole(file: Path, text: str) -> None:
    """Replace a file so that a crash leaves the old one or the new one, never half of either."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(text.encode("utf-8"))
        if file.exists():
            part.chmod(file.stat().st_mode & 0o777)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
