"""The releases' door: makes the files of a release in `release/`, or says whether a tag fits; exit 0 done, 1 problems, 2 wrong usage."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))

import check
from command_line import annotation
from edition.checks.published_rules import FILE as PUBLISHED
from edition.checks.published_rules import unlisted
from edition.model import Edition
from edition.model.pages.changelog import Version, versions_of
from edition.problem import Location, Problem
from edition.releases.package import pack_release
from edition.releases.release import TAG

ROOT = Path(__file__).resolve().parents[1]


def _arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="release.py",
        description="Make the files of a release of the version that the changelog begins with.",
    )
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="the edition's folder (default: this one)"
    )
    parser.add_argument(
        "--into", type=Path, help="the folder to make (default: release/ in the edition's folder)"
    )
    parser.add_argument("--tag", help="only say whether this tag is that of the version")
    parser.add_argument(
        "--changes", action="store_true", help="only print what the changelog says of the version"
    )
    arguments = parser.parse_args(words)
    if not (arguments.root / "mkdocs.yml").is_file():
        parser.error(f"there is no edition in '{arguments.root}': it has no mkdocs.yml")
    arguments.into = arguments.into or arguments.root / "release"
    return arguments


def problems_of(edition: Edition, tag: str | None) -> list[Problem]:
    """What keeps a version from being released: a number that is none, a changelog without it, a tag that is another's, addresses in no list."""
    number = edition.paper.edition.version
    own = edition.paper.edition.record.line_of("version")
    if not TAG.fullmatch(f"v{number}"):
        return [
            Problem(
                own,
                "unknown-version",
                f"'version: {number}' is no version that can be released.",
                "Write it like 1.2.0.",
            )
        ]
    if not (changelog := versions_of(edition.pages)) or changelog[0].number != number:
        hint = (
            f"Write `## {number} · 9 April 2025`, with the day of the release, above what changed."
        )
        return [
            Problem(
                Location(f"{edition.project.docs}/about/changelog.md"),
                "unknown-version",
                f"the changelog does not begin with '{number}'.",
                hint,
            )
        ]
    if tag is not None and tag != f"v{number}":
        hint = f"Tag the commit 'v{number}', or write the other version into the changelog, {own.path} and CITATION.cff first."
        return [Problem(own, "wrong-tag", f"the tag is '{tag}' and the version '{number}'.", hint)]
    if new := unlisted(edition):
        # From the release on they are cited; one that is in no list could be lost without a word.
        which = f"'{new[0]}' is" if len(new) == 1 else f"'{new[0]}' and {len(new) - 1} more are"
        message = f"{which} not in the list of addresses that stay for good."
        return [
            Problem(
                Location(f"{edition.project.data}/{PUBLISHED}"),
                "unlisted-address",
                message,
                "Run `make publish`, and commit the list.",
            )
        ]
    return []


def _git(root: Path, *words: str) -> bytes:
    return subprocess.run(["git", "-C", str(root), *words], check=True, capture_output=True).stdout


def _build(root: Path, site: Path, version: str) -> int:
    """Build for the address at which the version will stay, where the site's own is known, and check what was built."""
    address = os.environ.get("SITE_URL", "")
    kept = f"{address.rstrip('/')}/v/{version}/" if address else ""
    surroundings = os.environ | {"SITE_URL": kept, "NO_MKDOCS_2_WARNING": "1"}
    # Nobody mends a version that is released: its pages citable no editing. An empty EDIT_URI would be read as none, and become the host's usual one.
    surroundings.pop("EDIT_URI", None)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    built = subprocess.run(command, cwd=root, env=surroundings, check=False).returncode
    return built or check.main(
        ["--root", str(root), "--site", str(site), "--base", urlsplit(kept).path or "/"]
    )


def _make(root: Path, into: Path, newest: Version) -> int:
    version, date = newest.number, newest.date
    if _git(root, "status", "--porcelain"):
        print(
            "There are changes that are not committed; a release is made of a commit. Commit them, or put them away.",
            file=sys.stderr,
        )
        return 1
    source = _git(root, "archive", "--format=tar.gz", f"--prefix=edition-{version}/", "HEAD")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        if code := _build(root, site, version):
            return code
        shutil.rmtree(into, ignore_errors=True)
        for file in pack_release(site, into, version, date, source):
            print(os.path.relpath(file), f"{file.stat().st_size:,} bytes")
    return 0


def main(words: list[str] | None = None) -> int:
    """Run the door."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    arguments = _arguments(words)
    root = arguments.root.resolve()
    edition = Edition.load(root)
    if problems := problems_of(edition, arguments.tag):
        for problem in problems:
            print(problem)
            if os.environ.get("GITHUB_ACTIONS") == "true":
                print(annotation(problem))
        return 1
    newest = versions_of(edition.pages)[0]
    if arguments.changes:
        # It is read far from the pages: a link within the edition is its words there.
        print(re.sub(r"\[([^\]]+)\]\((?!https?:)[^)]*\)", r"\1", newest.text))
        return 0
    if arguments.tag is not None:
        print(f"The tag '{arguments.tag}' is that of the version, of {newest.date}.")
        return 0
    try:
        return _make(root, arguments.into, newest)
    except subprocess.CalledProcessError as error:
        print(
            f"`git {error.cmd[3]}` failed: {error.stderr.decode(errors='replace').strip()}",
            file=sys.stderr,
        )
        return 2


if __name__ == "__main__":
    sys.exit(main())
