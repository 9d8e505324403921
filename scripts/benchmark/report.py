"""In: the results of a run, its machine and its date. Out: the text of latest.md."""

from __future__ import annotations

import os
import platform
import sys
from datetime import datetime
from importlib.metadata import PackageNotFoundError, version

from .builds import OURS, STOCK
from .growth import Growth, growths
from .run import Plan, Results
from .table import building, checking, growing, profiling, showing

_PACKAGES = (
    "mkdocs",
    "mkdocs-material",
    "mkdocs-bibtex",
    "Markdown",
    "Jinja2",
    "pybtex",
    "typst",
    "pypandoc_binary",
)


def machine() -> str:
    """The machine's size, what runs on it and how busy it is now; never its name or a path."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    size = (
        f"{cores} cores, {memory:.0f} GiB of memory, load {os.getloadavg()[0]:.1f} at the beginning"
    )
    return (
        f"{size}, {platform.system()} on {platform.machine()}, Python {platform.python_version()}"
    )


def packages() -> str:
    """The versions of what is compared."""
    found = []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return ", ".join(found)


def lines_of(results: Results, plan: Plan) -> list[Growth]:
    """What grows: our cold build, stock Material's, our checks."""
    lines = growths("this edition", plan.sizes, lambda size: results.seconds(OURS, size))
    lines += growths("stock Material", plan.sizes, lambda size: results.seconds(STOCK, size))
    return lines + growths("checks", plan.sizes, results.checking)


def report(results: Results, plan: Plan, when: datetime, surroundings: str, versions: str) -> str:
    """The whole text; a section for each part that was measured."""
    names = {contestant.id: contestant.name for contestant in plan.contestants.values()}
    parts = [
        f"# The latest run of `make bench`\n\n{when:%-d %B %Y, %H:%M} UTC; {surroundings}; {versions}.\n\n{_READING}"
    ]
    if results.builds:
        parts.append(f"## Building\n\n{_BUILDING}\n\n{building(results.builds, names)}")
    if lines := lines_of(results, plan):
        parts.append(f"## One more page, one more reference\n\n{_GROWING}\n\n{growing(lines)}")
    if results.checks:
        parts.append(f"## Checking the sources\n\n{checking(results.checks)}")
    if results.profiles:
        sizes = dict.fromkeys(one.size for one in results.profiles)
        parts.append(
            f"## Where our own time goes\n\n{_PROFILING}\n\n"
            + "\n".join(
                profiling([one for one in results.profiles if one.size == size]) for size in sizes
            )
        )
    if results.shown:
        parts.append(f"## From saving to the page\n\n{_SHOWING}\n\n{showing(results.shown)}")
    if results.left_out:
        parts.append(f"## Left out\n\nThere was no time for {'; '.join(results.left_out)}.\n")
    return "\n".join(parts)


_READING = """\
Every edition is invented from a seed: pages of four paragraphs with six citations and two notes each, names, terms, events and relations \
in proportion, one reference in ten the editors' own. All contestants build the same pages with the same words and navigation. \
"Pages × references" is the size.
"""
_BUILDING = """\
"Cold" begins without a cache. "One page changed" and "unchanged" have the cache of the build before and the same bibliography. \
The others keep nothing between builds. "× stock" is the ratio to stock Material without citations in the same round: the median, and in \
parentheses the least and the greatest. Memory is that of the largest process."""
_GROWING = """\
Seconds of processor at three sizes, and what one more page or reference costs in the first step and in the second. On a straight line the two are the same."""
_PROFILING = """\
Samples of the main thread. A group or module is charged with all that it calls; "at work" is who does it: a package, our own code (and what it \
calls in compiled libraries such as Typst), or another program such as pandoc, waited for."""
_SHOWING = """\
A word is saved into a page, a reference, a note, a term, and the page that shows it is asked for until the preview of `make serve` serves it. \
"Start" is the time from the command to the first page, without a cache: all pages, and not the files for machines, which are made after them."""


def is_measurable() -> bool:
    """Whether this system tells what a process has cost."""
    return hasattr(os, "wait4") and sys.platform != "win32"
