"""Puts the released versions, in `releases/`, into the built site, each at `v/<version>/`.

Exit codes: 0 done, 1 a release is not sound and none is published, 2 wrong options.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from command_line import (
    CLEAN,
    PROBLEMS,
    CommandError,
    command_parser,
    print_problems,
    run_command,
    tell,
)
from edition.language.counting import counted
from edition.model import Edition
from edition.model.pages.changelog import versions_of
from edition.releases.publish import publish_releases
from edition.releases.release import read_releases


def main(words: list[str] | None = None) -> int:
    """Run the command with these words; return its exit code."""
    parser = command_parser("versions.py", "Put the released versions into the built site.")
    parser.add_argument(
        "--site", type=Path, help="the built site (default: site/ in the edition's folder)"
    )
    return run_command(parser, publish, words)


def publish(options: argparse.Namespace) -> int:
    """Do what the options ask; return the exit code."""
    site = options.site or options.root / "site"
    if not (site / "index.html").is_file():
        raise CommandError(f"There is no built site in '{site}': run `make build`.")
    releases, problems = read_releases(options.root / "releases")
    if print_problems(problems):
        tell(f"{counted(len(problems), 'problem')}. No version was published.")
        return PROBLEMS
    if releases:
        edition = Edition.load(options.root)
        publish_releases(edition, site, releases, os.environ.get("REPO_URL", "").rstrip("/"))
        published = [release.version for release in releases]
        tell(f"Released versions: {', '.join(published)}.")
        older = [version.number for version in versions_of(edition.pages)[1:]]
        if missing := [number for number in older if number not in published]:
            tell(f"Of the changelog's versions these have no release: {', '.join(missing)}.")
    return CLEAN


if __name__ == "__main__":
    sys.exit(main())
