"""Makes the files of a release, or says whether a tag fits the version.

Exit codes: 0 done, 1 problems, 2 wrong options.
"""

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

import check
from command_line import (
    CLEAN,
    PROBLEMS,
    CommandError,
    command_parser,
    print_problems,
    run_command,
    tell,
)
from edition.checks.levels import with_levels
from edition.checks.published_rules import FILE as PUBLISHED
from edition.checks.published_rules import read_published, unlisted
from edition.model import Edition
from edition.model.pages.changelog import CHANGELOG, Version, versions_of
from edition.model.paper import VERSION
from edition.problem import Location, Problem
from edition.releases.package import pack_release


def main(words: list[str] | None = None) -> int:
    """Run the command with these words; return its exit code."""
    parser = command_parser(
        "release.py", "Make the files of a release of the version that the changelog begins with."
    )
    parser.add_argument("--tag", help="only say whether this tag is that of the version")
    parser.add_argument(
        "--changes", action="store_true", help="only print what the changelog says of the version"
    )
    return run_command(parser, release, words)


def release(options: argparse.Namespace) -> int:
    """Do what the options ask; return the exit code."""
    root = options.root.resolve()
    edition = Edition.load(root)
    if problem := find_problem(edition, options.tag):
        return print_problems(with_levels([problem], conventions=False))
    newest = versions_of(edition.pages)[0]
    if options.changes:
        # It is read far from the pages: of a link within the edition only the words are left.
        print(re.sub(r"\[([^\]]+)\]\((?!https?:)[^)]*\)", r"\1", newest.text))
        return CLEAN
    if options.tag is not None:
        print(f"The tag '{options.tag}' is that of the version, of {newest.date}.")
        return CLEAN
    return _make(root, options.root / "release", newest)


def find_problem(edition: Edition, tag: str | None) -> Problem | None:
    """What prevents a release of the version; None where nothing does."""
    number = edition.paper.edition.version
    location = edition.paper.edition.record.line_of("version")
    changelog = versions_of(edition.pages)
    if not VERSION.fullmatch(number):
        message = f"'version: {number}' is no version that can be released."
        return Problem(location, "unknown-version", message, "Write it like 1.2.0.")
    if not changelog or changelog[0].number != number:
        message = f"the changelog does not begin with '{number}'."
        hint = (
            f"Write `## {number} · 9 April 2025`, with the day of the release, above what changed."
        )
        page = Location(f"{edition.project.docs}/{CHANGELOG}")
        return Problem(page, "unknown-version", message, hint)
    if tag is not None and tag != f"v{number}":
        message = f"the tag is '{tag}' and the version '{number}'."
        hint = (
            f"Tag the commit 'v{number}', or write the other version into the changelog, "
            f"{location.path} and CITATION.cff first."
        )
        return Problem(location, "wrong-tag", message, hint)
    _, unread = read_published(edition)
    if unread:
        return unread[0]
    if new := unlisted(edition):
        # From the release on they are cited; one that is in no list could get lost unnoticed.
        which = f"'{new[0]}' is" if len(new) == 1 else f"'{new[0]}' and {len(new) - 1} more are"
        message = f"{which} not in the list of addresses that stay for good."
        hint = "Run `make publish`, and commit the list."
        published = Location(f"{edition.project.data}/{PUBLISHED}")
        return Problem(published, "unlisted-address", message, hint)
    return None


def _make(root: Path, into: Path, version: Version) -> int:
    """Build the site and fill the folder `into` with the files of the release."""
    if _git(root, "status", "--porcelain"):
        tell(
            "There are changes that are not committed; a release is made of a commit. "
            "Commit or stash them."
        )
        return PROBLEMS
    prefix = f"--prefix=edition-{version.number}/"
    source = _git(root, "archive", "--format=tar.gz", prefix, "HEAD")
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        if code := _build(root, site, version.number):
            return code
        shutil.rmtree(into, ignore_errors=True)
        for file in pack_release(site, into, version.number, version.date, source):
            print(os.path.relpath(file), f"{file.stat().st_size:,} bytes")
    return CLEAN


def _build(root: Path, site: Path, version: str) -> int:
    """Build for the lasting address of the version, if the site's is known, and check the site."""
    address = os.environ.get("SITE_URL", "")
    lasting = f"{address.rstrip('/')}/v/{version}/" if address else ""
    environment = os.environ | {"SITE_URL": lasting, "NO_MKDOCS_2_WARNING": "1"}
    # Nobody edits a released version: its pages have no link for it. An empty EDIT_URI would be
    # replaced by the one that is usual for the host.
    environment.pop("EDIT_URI", None)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)]
    code = subprocess.run(command, cwd=root, env=environment, check=False).returncode
    base = urlsplit(lasting).path or "/"
    return code or check.main(["--root", str(root), "--site", str(site), "--base", base])


def _git(root: Path, *words: str) -> bytes:
    done = subprocess.run(["git", "-C", str(root), *words], capture_output=True, check=False)
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip()
        raise CommandError(f"`git {words[0]}` failed: {reason}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
