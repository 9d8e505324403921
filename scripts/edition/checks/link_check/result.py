"""In: a status code and the redirects before it. Out: a Finding: alive, moved, gone, refused or unreached."""

from __future__ import annotations

import re
from dataclasses import dataclass

GONE = frozenset({404, 410})
PERMANENT = frozenset({301, 308})
# 408 asks to come again, as the 5xx do; every other 4xx, and 999, is what sites say to robots and not to readers.
_AGAIN = frozenset({408})
_PLAIN = re.compile(r"https?://[!-~]{1,1990}")


@dataclass(frozen=True)
class Finding:
    """What one asking showed. `why` is the status code or what hindered it; `day` is ISO 8601, in UTC."""

    state: str
    day: str
    why: str = ""
    moved_to: str = ""

    @property
    def worth_asking_again(self) -> bool:
        """Whether the server itself fell ill: lychee tries silence and 429 again, but not these."""
        return self.state == "unreached" and self.why.isdigit()


def finding_of(
    address: str, code: int | None, hops: list[tuple[int, str]], day: str, why: str = ""
) -> Finding:
    """Class an answer. `code` is the last status, None where no answer came; `hops` are the redirects' codes and targets."""
    if code is None:
        return Finding("unreached", day, why or "no answer")
    if 200 <= code < 300:
        target = _moved_to(address, hops)
        return (
            Finding("moved", day, str(hops[0][0]), target)
            if target
            else Finding("alive", day, str(code))
        )
    if code in GONE:
        return Finding("gone", day, str(code))
    if (400 <= code < 500 and code not in _AGAIN) or code >= 600:
        return Finding("refused", day, str(code))
    # A 3xx is left over where redirects have no end.
    return Finding(
        "unreached", day, "redirects without end" if 300 <= code < 400 and hops else str(code)
    )


def _moved_to(address: str, hops: list[tuple[int, str]]) -> str:
    """Where the permanent redirects lead with which the way begins; empty where it begins with a temporary one."""
    target = ""
    for code, to in hops:
        if code not in PERMANENT:
            break
        target = to
    # A target that is no plain address is not passed on: it comes from a stranger's server.
    same = target.partition("#")[0] == address.partition("#")[0]
    return target if _PLAIN.fullmatch(target) and not same else ""
