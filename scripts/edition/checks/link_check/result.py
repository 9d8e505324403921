"""What asking an address showed: it is alive, moved, gone, refused or unreached."""

from __future__ import annotations

import re
from dataclasses import dataclass

GONE = (404, 410)
PERMANENT = (301, 308)
REQUEST_TIMEOUT = 408
"""It asks to come again, as 5xx do. Every other 4xx, and 999, is what sites answer to robots."""

_PLAIN = re.compile(r"https?://[!-~]{1,1990}")


@dataclass(frozen=True)
class LinkResult:
    """The result for one address on a day (ISO 8601, UTC).

    `reason` is the status code, or what prevented an answer. `moved_to` is set where `state` is
    `moved`.
    """

    state: str
    day: str
    reason: str = ""
    moved_to: str = ""


def result_of(
    address: str, code: int | None, redirects: list[tuple[int, str]], day: str, reason: str = ""
) -> LinkResult:
    """Return the result for an answer.

    `code` is the last status, None where no answer came; `redirects` are the status codes and
    targets of the redirects that led to it.
    """
    if code is None:
        return LinkResult("unreached", day, reason or "no answer")
    if 200 <= code < 300:
        if target := _moved_to(address, redirects):
            return LinkResult("moved", day, str(redirects[0][0]), target)
        return LinkResult("alive", day, str(code))
    if code in GONE:
        return LinkResult("gone", day, str(code))
    if code >= 600 or (400 <= code < 500 and code != REQUEST_TIMEOUT):
        return LinkResult("refused", day, str(code))
    if 300 <= code < 400 and redirects:
        return LinkResult("unreached", day, "redirects without end")
    return LinkResult("unreached", day, str(code))


def _moved_to(address: str, redirects: list[tuple[int, str]]) -> str:
    """Where the permanent redirects at the beginning lead; empty where the first is temporary."""
    target = ""
    for code, location in redirects:
        if code not in PERMANENT:
            break
        target = location
    # The target comes from an untrusted server: only a plain address is passed on.
    same = target.partition("#")[0] == address.partition("#")[0]
    return target if _PLAIN.fullmatch(target) and not same else ""
