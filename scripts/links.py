"""Asks every outside address, writes down what was seen, and prints what a person has to mend.

Exit codes: 0 nothing to mend, 1 addresses that are gone or have moved, 2 nothing could be asked.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from datetime import UTC, datetime

from command_line import (
    CLEAN,
    PROBLEMS,
    CommandError,
    command_parser,
    one_line,
    run_command,
    tell,
)
from edition.checks.link_check import (
    RULES,
    Limits,
    LinkResult,
    LycheeFailed,
    check_links,
    longest_unchecked,
    outside_addresses,
    update_link_status,
)
from edition.model import Edition
from edition.model.works.link_status import FILE, link_status_text


def main(words: list[str] | None = None, limits: Limits | None = None) -> int:
    """Run the command with these words; return its exit code. `limits` is for tests."""
    parser = command_parser(
        "links.py", "Ask every outside address, politely, and write down what was seen."
    )
    parser.add_argument(
        "--limit",
        type=float,
        default=Limits.total,
        help="seconds for the whole run (default: %(default)g)",
    )
    parser.add_argument(
        "--most",
        type=int,
        default=1000,
        help="addresses to ask, those asked longest ago first (default: %(default)s)",
    )
    return run_command(parser, lambda options: ask(options, limits), words)


def ask(options: argparse.Namespace, limits: Limits | None = None) -> int:
    """Do what the options ask; return the exit code."""
    edition = Edition.load(options.root)
    addresses = outside_addresses(edition)
    asked = longest_unchecked(addresses, edition.link_status, options.most)
    tell(f"Asking {len(asked)} of {len(addresses)} outside addresses.")
    try:
        today = datetime.now(UTC).date().isoformat()
        results = check_links(asked, limits or Limits(total=options.limit), today)
    except LycheeFailed as error:
        raise CommandError(f"{error} Nothing is written down.") from error
    if results and all(result.state == "unreached" for result in results.values()):
        raise CommandError("Nothing answered: is this machine online? Nothing is written down.")
    edition.link_status = update_link_status(edition.link_status, results, addresses)
    file = options.root / FILE
    if edition.link_status or file.exists():
        file.write_text(link_status_text(edition.link_status), encoding="utf-8", newline="\n")
    problems = sorted(problem for rule in RULES for problem in rule(edition))
    for problem in problems:
        print(one_line(str(problem)))
    _summarize(results, len(asked))
    return PROBLEMS if problems else CLEAN


def _summarize(results: dict[str, LinkResult], asked: int) -> None:
    """Tell what nobody has to mend, and how many addresses are in which state."""
    for address, result in sorted(results.items()):
        if result.state in ("refused", "unreached"):
            tell(f"{result.state}: {address}: {result.reason}")
    states = Counter(result.state for result in results.values())
    states["left out by lychee"] = asked - len(results)
    tell(", ".join(f"{count} {state}" for state, count in sorted(states.items()) if count))


if __name__ == "__main__":
    sys.exit(main())
