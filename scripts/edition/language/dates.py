"""Writes ISO 8601 dates as a reader expects them."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January February March April May June July August September October November December".split()
)
NBSP = "\u00a0"
"""The no-break space."""

_ISO = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")


def readable_date(iso: str) -> str:
    """`2024-04-12` → `12 April 2024`, `2024-04` → `April 2024`; anything else is returned unchanged.

    The spaces do not break, so that a date stays on one line.
    """
    match = _ISO.match(iso)
    if not match:
        return iso
    year, month, day = match[1], match[2], match[3]
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return iso
    words = [year]
    if month:
        words.insert(0, MONTHS[int(month) - 1])
    if day:
        words.insert(0, str(int(day)))
    return NBSP.join(words)
