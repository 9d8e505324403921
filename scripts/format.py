"""Rewrites bib/*.bib in the one normal form, and mends what has one right answer.

A line on standard error names each value that is changed. No other is.

Exit codes: 0 done, 1 a file was refused, 2 wrong options or an internal error.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from command_line import command_parser, one_line, print_problems, run_command, tell
from edition.checks.bibliography.mending import mend
from edition.checks.bibliography.normal_form import NotNormalizable, normal_form, same_meaning
from edition.checks.levels import with_levels
from edition.checks.source_files import write_whole
from edition.model.files.text import read_text
from edition.model.works.bibliography import read_bibliography
from edition.problem import Location, Problem


def main(words: list[str] | None = None) -> int:
    """Run the command with these words; return its exit code."""
    description = (
        "Rewrite the lists in bib/ in the one normal form; mend what has one right answer."
    )
    return run_command(command_parser("format.py", description), format_files, words)


def format_files(options: argparse.Namespace) -> int:
    """Rewrite every list in bib/; return the exit code."""
    problems: list[Problem] = []
    for file in sorted((options.root / "bib").glob("*.bib")):
        problems += format_file(options.root, f"bib/{file.name}")
    return print_problems(with_levels(problems, conventions=False))


def format_file(root: Path, path: str) -> list[Problem]:
    """Rewrite one file, if it is not in the normal form; return the problems that prevent it.

    An entry that gives a field two values does not, it alone is left as it is; nor does a macro
    that nothing defines.
    """
    left = read_bibliography(root, [path]).problems
    if any(problem.is_unread for problem in left):
        return left
    text, _ = read_text(root, path)
    try:
        normal = normal_form(text, path)
        final, mended = mend(normal, path)
        is_safe = same_meaning(text, normal)
    except NotNormalizable as error:
        return [error.problem]
    if not is_safe:
        message = "the file cannot be rewritten without losing something."
        hint = "Look for text inside an entry that belongs to no field."
        return [Problem(Location(path), "malformed-entry", message, hint)]
    if final.encode() != (root / path).read_bytes():
        write_whole(root / path, final)
        tell(f"{path}: rewritten")
    for one in mended:
        tell(one_line(f"{path}: {one}"))
    return left


if __name__ == "__main__":
    sys.exit(main())
