"""The released versions' door: lays each release in a folder (`releases/v1.2.0/`) at `v/1.2.0/` in the built site; exit 0 done, 1 problems, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from command_line import annotation
from edition.model import Edition
from edition.model.pages.changelog import versions_of
from edition.releases.publish import lay_versions
from edition.releases.release import read_releases

ROOT = Path(__file__).resolve().parents[1]


def _arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="versions.py",
        description="Lay the released versions into the built site, each with what changed since.",
    )
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="the edition's folder (default: this one)"
    )
    parser.add_argument(
        "--site", type=Path, help="the built site (default: site/ in the edition's folder)"
    )
    parser.add_argument(
        "--releases",
        type=Path,
        help="the folder with a folder for each release (default: releases/ in the edition's folder)",
    )
    parser.add_argument(
        "--repository",
        default=os.environ.get("REPO_URL", ""),
        help="the address of the repository (default: REPO_URL)",
    )
    arguments = parser.parse_args(words)
    arguments.site = arguments.site or arguments.root / "site"
    arguments.releases = arguments.releases or arguments.root / "releases"
    if not (arguments.root / "mkdocs.yml").is_file():
        parser.error(f"there is no edition in '{arguments.root}': it has no mkdocs.yml")
    if not (arguments.site / "index.html").is_file():
        parser.error(f"there is no built site in '{arguments.site}': run `make build`")
    return arguments


def main(words: list[str] | None = None) -> int:
    """Run the door. Nothing is laid unless every release is sound: a site with half of its versions is not published."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _arguments(words)
    releases, problems = read_releases(arguments.releases)
    for problem in problems:
        print(" ".join(str(problem).split()))
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(annotation(problem))
    if problems:
        print(
            f"{len(problems)} problem{'' if len(problems) == 1 else 's'}. No version was laid.",
            file=sys.stderr,
        )
        return 1
    if releases:
        edition = Edition.load(arguments.root)
        lay_versions(edition, arguments.site, releases, arguments.repository.rstrip("/"))
        kept = {release.version for release in releases}
        print(
            f"Versions kept: {', '.join(release.version for release in releases)}.", file=sys.stderr
        )
        left = [
            version.number
            for version in versions_of(edition.pages)[1:]
            if version.number not in kept
        ]
        if left:
            print(
                f"Of the changelog's versions these have no release: {', '.join(left)}.",
                file=sys.stderr,
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
