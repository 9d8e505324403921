"""The formatter's door: `format.py` rewrites bib/*.bib in the one normal form; exit 0 done, 1 a file was refused, 2 wrong usage."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from edition.checks.bibliography.normal_form import NotNormalizable, normal_form
from edition.checks.bibliography.same_meaning import same_meaning
from edition.checks.published_rules import write_whole
from edition.model.files.text import read_text
from edition.model.works.bibliography import read_bibliography
from edition.problem import Location, Problem

ROOT = Path(__file__).resolve().parents[1]


def format_file(root: Path, path: str) -> list[Problem]:
    """Rewrite one file; return the problems that keep it as it is. A file that is in the normal form is not touched."""
    if problems := read_bibliography(root, [path]).problems:
        return problems
    text, _ = read_text(root, path)
    try:
        normal = normal_form(text, path)
        if normal_form(normal, path) != normal or not same_meaning(text, normal):
            return [
                Problem(
                    Location(path),
                    "malformed-entry",
                    "the file cannot be rewritten without losing something.",
                    "Look for text inside an entry that belongs to no field.",
                )
            ]
    except NotNormalizable as error:
        return [error.problem]
    if normal.encode("utf-8") != (root / path).read_bytes():
        write_whole(root / path, normal)
        print(f"{path}: rewritten", file=sys.stderr)
    return []


def main(words: list[str] | None = None) -> int:
    """Run the door."""
    parser = argparse.ArgumentParser(
        prog="format.py",
        description="Rewrite the lists in bib/ in the one normal form. No value is changed.",
    )
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="the edition's folder (default: this one)"
    )
    root = parser.parse_args(words).root
    if not (root / "bib").is_dir():
        parser.error(f"there is no folder 'bib' in '{root}'")
    try:
        problems = [
            problem
            for file in sorted((root / "bib").glob("*.bib"))
            for problem in format_file(root, f"bib/{file.name}")
        ]
    except Exception as error:
        print(
            f"The formatter itself failed ({type(error).__name__}: {error}) and left the files as they were. Please report this line.",
            file=sys.stderr,
        )
        return 2
    for problem in problems:
        print(" ".join(str(problem).split()))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
