"""In: some addresses. Out: lychee's Finding for each that it asked. No other module has the web asked.

Of lychee 0.24, as tried and as its source says: it asks with GET and reads no body; it tries again after silence, a cut connection
and 429, doubling the wait, but not after 5xx; it heeds `Retry-After` and the `RateLimit` headers per host, up to 60 s, and waits
longer at a host that answers 429 or 5xx; the limits per host do not hold for the targets of redirects; its own cache forgets
redirects and days, so it is not used; it leaves out example domains, twitter.com and a few XML names; it asks YouTube for a
video's picture instead of its page; behind a proxy it calls a bad certificate a malformed answer; it filters private addresses
by their digits only (see `guard`).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from edition.checks.link_check.result import Finding, finding_of

_HANDED_ON = (
    "PATH",
    "HOME",
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "TMPDIR",
    "SSL_CERT_FILE",
    "SSL_CERT_DIR",
)
_CLEAN, _BROKEN_LINKS = 0, 2


class LycheeFailed(Exception):
    """lychee is not installed or did not do its work; the message says which."""


@dataclass(frozen=True)
class Manner:
    """How politely and how long to ask. Seconds; `limit` is for the whole run, the others for one address or host."""

    limit: float = 1800
    timeout: int = 20
    retries: int = 2
    wait: int = 2
    interval: float = 1
    per_host: int = 2
    redirects: int = 8
    allow_loopback: bool = False


def find_lychee() -> str:
    """The program beside this Python, or on the search path."""
    found = shutil.which("lychee", path=str(Path(sys.executable).parent)) or shutil.which("lychee")
    if not found:
        raise LycheeFailed("lychee is not installed: run `make setup`")
    return found


def ask(
    addresses: list[str], manner: Manner, day: str, seconds: float, proxy: str
) -> dict[str, Finding]:
    """Ask a few addresses once, for at most `seconds`; TimeoutError when they were not enough, LycheeFailed."""
    program = find_lychee()
    with tempfile.TemporaryDirectory() as folder:  # nobody's lychee.toml or .lycheeignore is there
        page = Path(folder) / "addresses.html"
        page.write_text(
            "\n".join(
                f'<a href="{escape(address)}">{at}</a>' for at, address in enumerate(addresses)
            ),
            encoding="utf-8",
        )
        command = [program, *_options(manner), "--", page.name]
        # The environment's secrets and proxies are not lychee's business.
        surroundings = {
            name: value for name, value in os.environ.items() if name.upper() in _HANDED_ON
        }
        surroundings |= {"http_proxy": proxy, "https_proxy": proxy, "no_proxy": ""}
        try:
            done = subprocess.run(
                command,
                cwd=folder,
                env=surroundings,
                capture_output=True,
                text=True,
                encoding="utf-8",
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise TimeoutError from error
    try:
        report = json.loads(done.stdout) if done.returncode in (_CLEAN, _BROKEN_LINKS) else None
    except ValueError:
        report = None
    if report is None:
        raise LycheeFailed(
            f"lychee failed ({done.returncode}): {' '.join(done.stderr.split())[:300]}"
        )
    return _findings(report, addresses, day)


def _options(manner: Manner) -> list[str]:
    options = {
        "format": "json",
        "mode": "plain",
        "method": "get",
        "scheme": "http",
        "accept": "200..=299,600..=999",  # the latter so that they are told at all; `finding` classes them
        "timeout": manner.timeout,
        "max-retries": manner.retries,
        "retry-wait-time": manner.wait,
        "max-redirects": manner.redirects,
        "host-concurrency": manner.per_host,
        "host-request-interval": f"{int(manner.interval * 1000)}ms",
        "max-concurrency": 16,
    }
    private = [
        "--exclude-private",
        "--exclude-link-local",
        *([] if manner.allow_loopback else ["--exclude-loopback"]),
    ]
    return [
        "--verbose",
        "--no-progress",
        "--scheme=https",
        *private,
        *(f"--{name}={value}" for name, value in options.items()),
    ]


def _findings(report: dict[str, Any], addresses: list[str], day: str) -> dict[str, Finding]:
    """Read lychee's JSON: maps from input to answers, told apart by the line on which their address stands."""
    answers = [
        answer
        for name in ("success_map", "error_map", "timeout_map")
        for listed in report[name].values()
        for answer in listed
    ]
    ways = {
        _bare(way["origin"]): way["redirects"]
        for listed in report["redirect_map"].values()
        for way in listed
    }
    found = {}
    for answer in answers:
        address = addresses[answer["span"]["line"] - 1]
        status = answer["status"]
        # A further try appends its way to the first; that changes neither how it begins nor where it leads.
        hops = [(hop["code"], hop["url"]) for hop in ways.get(_bare(answer["url"]), [])]
        found[address] = finding_of(
            address, status.get("code"), hops, day, status.get("details", "")
        )
    return found


def _bare(address: str) -> str:
    """An address for comparing: lychee writes one with its `%20` here and without there."""
    return unquote(address.partition("#")[0])
