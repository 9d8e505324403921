"""The checks' door: `check.py` prints what is wrong, where, and the hint; exit 0 clean, 1 problems, 2 wrong usage or an internal error."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).resolve().parent))

from edition.checks import check_sources
from edition.checks.manual import manual
from edition.checks.published_rules import addresses_lost, promised, publish
from edition.checks.site_rules import Site, check_site
from edition.model import Edition
from edition.problem import Problem
from edition.review.revision import NoRevision, laid_out

ROOT = Path(__file__).resolve().parents[1]


def _arguments(words: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="check.py",
        description="Check pages, bibliography and data: what is wrong, where, and the hint.",
    )
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="the edition's folder (default: this one)"
    )
    parser.add_argument(
        "--site", type=Path, metavar="DIR", help="judge the built site in DIR as well"
    )
    base = urlsplit(os.environ.get("SITE_URL", "")).path or "/"
    parser.add_argument(
        "--base",
        default=base,
        help="the path under which the site will stand, such as /some-repo/ (default: that of SITE_URL)",
    )
    parser.add_argument(
        "--since",
        metavar="REVISION",
        help="also require every address that stood where the history left REVISION",
    )
    parser.add_argument("--rules", action="store_true", help="print the manual of all rules")
    parser.add_argument(
        "--publish",
        action="store_true",
        help="add the addresses that are new to docs/data/published.txt",
    )
    parser.add_argument(
        "--github",
        action="store_true",
        default=os.environ.get("GITHUB_ACTIONS") == "true",
        help="write annotations for GitHub Actions as well",
    )
    arguments = parser.parse_args(words)
    if not (arguments.root / "mkdocs.yml").is_file():
        parser.error(f"there is no edition in '{arguments.root}': it has no mkdocs.yml")
    if arguments.site and not arguments.site.is_dir():
        parser.error(f"there is no built site in '{arguments.site}': run `make build`")
    return arguments


def annotation(problem: Problem) -> str:
    """The problem as a workflow command (docs.github.com, "Workflow commands for GitHub Actions")."""

    def escaped(text: str) -> str:
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

    path, rule = (
        escaped(text).replace(":", "%3A").replace(",", "%2C")
        for text in (problem.location.path, problem.rule)
    )
    return f"::error file={path},line={problem.location.line},title={rule}::{escaped(' '.join(filter(None, (problem.message, problem.hint))))}"


def _run(arguments: argparse.Namespace) -> int:
    if arguments.rules:
        print(manual(), end="")
        return 0
    edition = Edition.load(arguments.root)
    if arguments.publish:
        print(f"{len(publish(edition))} addresses added.", file=sys.stderr)
    problems = check_sources(edition)
    if arguments.site:
        problems += check_site(Site(edition, arguments.site, arguments.base))
    if arguments.since:
        with laid_out(arguments.root, arguments.since) as (base, before):
            problems += addresses_lost(
                edition, promised(Edition.load(before)), f"{base.short} ({base.name})"
            )
    for problem in problems:
        # A line break in a quoted value would make two lines of one problem, or forge a workflow command.
        line = " ".join(str(problem).split())
        # The runner obeys the older form of its commands (`##[stop-commands]x`) wherever in a line it stands.
        print(line.replace("##[", "## [") if arguments.github else line)
        if arguments.github:
            print(annotation(problem))
    count = len(problems)
    print(
        f"{count} problem{'' if count == 1 else 's'}." if count else "No problems.", file=sys.stderr
    )
    return 1 if problems else 0


def main(words: list[str] | None = None) -> int:
    """Run the door; never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return _run(_arguments(words))
    except NoRevision as error:
        print(" ".join(f"Nothing was compared: {error}".split()), file=sys.stderr)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        said = " ".join(f"{type(error).__name__}: {error}".split())
        print(
            f"The checks themselves failed ({said}). This is not your fault: please report this line, with the change that led to it.",
            file=sys.stderr,
        )
        return 2


if __name__ == "__main__":
    gc.disable()  # Looking for what nobody holds any more took a seventh of the time of a run, and found next to nothing.
    sys.exit(main())
