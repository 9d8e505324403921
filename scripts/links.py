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
    Answer,
    LycheeFailed,
    check_links,
    outside_addresses,
    status_rules,
)
from edition.model import Edition, LinkStatus
from edition.model.works.link_status import FILE, link_status_text
from edition.problem import problems_of, rules_in


def main(words: list[str] | None = None) -> int:
    """Run the command with these words; return its exit code."""
    parser = command_parser(
        "links.py", "Ask every outside address, politely, and write down what was seen."
    )
    return run_command(parser, ask, words)


def ask(options: argparse.Namespace) -> int:
    """Ask the addresses of the edition; return the exit code."""
    edition = Edition.load(options.root)
    addresses = list(outside_addresses(edition))
    tell(f"Asking {len(addresses)} outside addresses.")
    try:
        answers = check_links(addresses)
    except LycheeFailed as error:
        raise CommandError(f"{error} Nothing is written down.") from error
    if answers and all(answer.state == "unreached" for answer in answers.values()):
        raise CommandError("Nothing answered: is this machine online? Nothing is written down.")
    edition.link_status = _link_status(answers, edition.link_status)
    if answers:
        text = link_status_text(edition.link_status)
        (options.root / FILE).write_text(text, encoding="utf-8", newline="\n")
    problems = sorted(problems_of(rules_in(status_rules), edition))
    for problem in problems:
        print(one_line(str(problem)))
    _summarize(answers, len(addresses))
    return PROBLEMS if problems else CLEAN


def _link_status(answers: dict[str, Answer], known: dict[str, LinkStatus]) -> dict[str, LinkStatus]:
    """What is known of each address that was asked; before, it was `known`."""
    today = datetime.now(UTC).date().isoformat()
    status = {}
    for address, answer in answers.items():
        before = known.get(address, LinkStatus())
        status[address] = LinkStatus(
            state=answer.state,
            checked=today,
            last_alive=today if answer.state == "alive" else before.last_alive,
            moved_to=answer.moved_to,
        )
    return status


def _summarize(answers: dict[str, Answer], asked: int) -> None:
    """Tell what nobody has to mend, and how many addresses are in which state."""
    for address, answer in sorted(answers.items()):
        if answer.state in ("refused", "unreached"):
            tell(f"{answer.state}: {address}: {answer.reason}")
    states = Counter(answer.state for answer in answers.values())
    states["left out by lychee"] = asked - len(answers)
    tell(", ".join(f"{count} {state}" for state, count in sorted(states.items()) if count))


if __name__ == "__main__":
    sys.exit(main())
