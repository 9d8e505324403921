"""In: an ISO 8601 date as precise as known. Out: the date as a reader expects it."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "January February March April May June July August September October November December".split()
)
_ISO = re.compile(r"^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$")
NBSP = "\u00a0"


def readable_date(iso: str) -> str:
    """`2024-04-12` → `12 April 2024`, `2024-04` → `April 2024`; what is not such a date is returned as it is.

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
    words = ([str(int(day))] if day else []) + ([MONTHS[int(month) - 1]] if month else []) + [year]
    return NBSP.join(words)
