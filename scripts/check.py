"""Prints what is wrong in the edition, where, and how to mend it.

Exit codes: 0 no errors, 1 errors, 2 wrong options or an internal error. Warnings and conventions do
not count; with --conventions the latter do.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from command_line import (
    CLEAN,
    PROBLEMS,
    CommandError,
    command_parser,
    print_problems,
    run_command,
    tell,
)
from edition.checks import check_sources
from edition.checks.levels import count_by_level, with_levels
from edition.checks.link_check import LycheeFailed
from edition.checks.manual import manual
from edition.checks.published_rules import addresses_lost, promised, publish, read_published
from edition.checks.site_rules import Site, check_site
from edition.model import Edition
from edition.problem import Level, Problem
from edition.review.revision import NoRevision, checked_out


def main(words: list[str] | None = None) -> int:
    """Run the command with these words; return its exit code."""
    return run_command(_parser(), check, words)


def _parser() -> argparse.ArgumentParser:
    parser = command_parser(
        "check.py", "Check pages, bibliography and data: what is wrong, where, and the hint."
    )
    parser.add_argument(
        "--site", type=Path, metavar="DIR", help="check the built site in DIR as well"
    )
    parser.add_argument(
        "--base",
        default=urlsplit(os.environ.get("SITE_URL", "")).path or "/",
        help="the path where the site will be, such as /some-repo/ (default: that of SITE_URL)",
    )
    parser.add_argument(
        "--since",
        metavar="REVISION",
        help="also require every address that existed where the history left REVISION",
    )
    parser.add_argument(
        "--conventions",
        action="store_true",
        help="exit with 1 also where a convention is broken that the paper asks for",
    )
    parser.add_argument("--rules", action="store_true", help="print the manual of all rules")
    parser.add_argument(
        "--publish",
        action="store_true",
        help="add the addresses that are new to docs/data/published.txt",
    )
    return parser


def check(options: argparse.Namespace) -> int:
    """Do what the options ask; return the exit code."""
    if options.rules:
        print(manual(), end="")
        return CLEAN
    if options.site and not options.site.is_dir():
        raise CommandError(f"There is no built site in '{options.site}': run `make build`.")
    edition = Edition.load(options.root)
    if options.publish:
        _, unread = read_published(edition)
        if unread:
            return print_problems(with_levels(unread, conventions=False))
        tell(f"{len(publish(edition))} addresses added.")
    problems = check_sources(edition)
    if options.site:
        problems += _check_site(Site(edition, options.site, options.base))
    if options.since:
        problems += _lost_since(edition, options.since)
    problems = with_levels(problems, edition.paper.edition.conventions)
    code = print_problems(problems)
    tell(f"{count_by_level(problems)}." if problems else "No problems.")
    if options.conventions and any(problem.level is Level.CONVENTION for problem in problems):
        code = PROBLEMS
    return code


def _check_site(site: Site) -> list[Problem]:
    try:
        return check_site(site)
    except LycheeFailed as error:
        raise CommandError(f"The links of the site were not checked: {error}") from error


def _lost_since(edition: Edition, revision: str) -> list[Problem]:
    """The addresses that existed at a git revision and are gone."""
    try:
        with checked_out(edition.project.root, revision) as (base, before):
            existed = promised(Edition.load(before))
    except NoRevision as error:
        raise CommandError(f"Nothing was compared: {error}") from error
    return addresses_lost(edition, existed, base)


if __name__ == "__main__":
    sys.exit(main())
