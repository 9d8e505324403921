"""In: the edition and the web. Out: bib/health.json, the addresses that a person has to mend on stdout, the progress on stderr."""

from __future__ import annotations

import argparse
import sys
from datetime import timedelta
from pathlib import Path

from edition.checks.link_check import (
    RULES,
    LycheeFailed,
    Manner,
    Outcome,
    ask_all,
    outside_addresses,
    renew_link_status,
)
from edition.checks.link_check.journal import Journal
from edition.model import Edition
from edition.model.works.link_status import FILE, health_text

ROOT = Path(__file__).resolve().parent.parent
CLEAN, PROBLEMS, FAILED = 0, 1, 2


def main(arguments: list[str]) -> int:
    options = _options(arguments)
    root = options.root
    edition = Edition.load(root)
    addresses = outside_addresses(edition)
    age = timedelta(hours=0 if options.fresh else options.max_age)
    manner = Manner(
        options.limit,
        options.timeout,
        options.retries,
        options.wait,
        options.interval,
        allow_loopback=options.allow_loopback,
    )
    try:
        outcome = ask_all(list(addresses), manner, Journal(root), age, _say)
    except LycheeFailed as failed:
        _say(f"{failed}. What was found before it is kept in .cache/.")
        return FAILED
    except KeyboardInterrupt:
        _say("Stopped. What was found is kept in .cache/: the next run goes on from there.")
        return FAILED
    if outcome.findings and all(
        finding.state == "unreached" for finding in outcome.findings.values()
    ):
        _say(
            "Nothing answered at all: this machine has no way to the web, it seems. Nothing is written down."
        )
        return FAILED
    edition.link_status = renew_link_status(edition.link_status, outcome.findings, addresses)
    if edition.link_status or (root / FILE).exists():
        (root / FILE).write_text(health_text(edition.link_status), encoding="utf-8", newline="\n")
    problems = sorted(problem for rule in RULES for problem in rule(edition))
    for problem in problems:
        print(problem)
    _tell(outcome, len(addresses), len(problems))
    return PROBLEMS if problems else CLEAN


def _tell(outcome: Outcome, addresses: int, problems: int) -> None:
    """What nobody has to mend, and yet may want to know."""
    for address, finding in sorted(outcome.findings.items()):
        if finding.state in ("refused", "unreached"):
            _say(f"{finding.state}: {address}: {finding.why}")
    if outcome.left:
        _say(f"left for the next run: {len(outcome.left)}")
    for host in outcome.private:
        _say(f"not asked, for it is private: {host}")
    _say(
        f"{addresses} addresses: {outcome.counts()}; {addresses - len(outcome.findings)} not asked. Problems: {problems}."
    )


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def _options(arguments: list[str]) -> argparse.Namespace:
    usual = Manner()
    parser = argparse.ArgumentParser(
        prog="links.py",
        description="Ask every outside address, politely, and write down what was seen.",
    )
    parser.add_argument(
        "--root", type=Path, default=ROOT, help="the edition's folder (default: this one)"
    )
    parser.add_argument(
        "--limit",
        type=float,
        default=usual.limit,
        help="seconds for the whole run; what is left, the next run asks (%(default)g)",
    )
    parser.add_argument(
        "--timeout",
        type=int,
        default=usual.timeout,
        help="seconds to wait for one answer (%(default)s)",
    )
    parser.add_argument(
        "--retries",
        type=int,
        default=usual.retries,
        help="further tries after silence or 429 (%(default)s)",
    )
    parser.add_argument(
        "--wait",
        type=int,
        default=usual.wait,
        help="seconds before the first further try, doubled before each next (%(default)s)",
    )
    parser.add_argument(
        "--interval",
        type=float,
        default=usual.interval,
        help="seconds between two requests to a host (%(default)g)",
    )
    parser.add_argument(
        "--max-age",
        type=float,
        default=72,
        help="hours for which what was found is not asked again (%(default)g)",
    )
    parser.add_argument("--fresh", action="store_true", help="ask everything again")
    parser.add_argument(
        "--allow-loopback", action="store_true", help="ask this machine, too: for tests"
    )
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
