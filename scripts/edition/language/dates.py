"""Reads ISO 8601 dates, and writes them as a reader expects them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import MAXYEAR, datetime

MONTHS = (
    "January February March April May June July August September October November December".split()
)
FIRST_ZIP_DAY, LAST_ZIP_DAY = (1980, 1, 1), (2107, 12, 31)
"""The days that a file in a ZIP archive can have."""
SEASONS = "Spring Summer Fall Winter".split()
NBSP = "\u00a0"
"""The no-break space."""

_TIME = r"T([01]\d|2[0-3]):[0-5]\d(Z|[+-](0\d|1[0-4]):[0-5]\d)?"
_ISO = re.compile(rf"\d{{4}}(-\d\d(-\d\d({_TIME})?)?)?", re.ASCII)
_SEASON = re.compile(r"(\d{4})-2([1-4])", re.ASCII)
_PRECISION = {1: "year", 2: "month", 3: "day", 5: "minute"}


@dataclass(frozen=True)
class Moment:
    """An ISO 8601 date as precise as known: `1965`, `2022-03`, `2022-04-23`, `2024-05-08T16:14`.

    A time has its zone where that is known: `2024-05-08T16:14Z`, `2024-05-08T16:14+08:00`.
    """

    iso: str

    @property
    def start(self) -> datetime | None:
        """The first minute of it, with its zone where that is known; None where it is no date."""
        if not _ISO.fullmatch(self.iso):
            return None
        try:
            start = datetime.fromisoformat(self.iso + "0000-01-01"[len(self.iso) :])
        except ValueError:
            return None
        # A year ends where the next begins, and the last one has none after it.
        return start if start.year < MAXYEAR else None

    @property
    def parts(self) -> tuple[int, ...]:
        """Year, month, day, hour, minute: as many as are known; empty where it is no date."""
        known = min(len(self.iso) // 3, 5)
        return tuple(self.start.timetuple())[:known] if self.start else ()

    @property
    def precision(self) -> str:
        """`year`, `month`, `day` or `minute`; empty where it is no date."""
        return _PRECISION.get(len(self.parts), "")

    @property
    def zone(self) -> str:
        """`UTC`, `UTC+8`, `UTC−3:30`; empty where it is not known."""
        name = (self.start and self.start.tzname()) or ""
        return re.sub(r"(?<=[+-])0|:00$", "", name).replace("-", "\N{MINUS SIGN}")


def first_day(iso: str) -> tuple[int, int, int]:
    """Year, month and day of a date. A month or day that is not given is the first.

    A date that is none is the first day that a file in a ZIP archive can have.
    """
    start = Moment(iso).start
    return (start.year, start.month, start.day) if start else FIRST_ZIP_DAY


def zip_day(iso: str) -> tuple[int, int, int]:
    """Like `first_day`, for a file in a ZIP archive: the nearest that it can have."""
    return min(max(first_day(iso), FIRST_ZIP_DAY), LAST_ZIP_DAY)


def readable_date(iso: str) -> str:
    """`2024-04-12` → `12 April 2024`, `2024-04` → `April 2024`; anything else stays as it is.

    A season of ISO 8601-2 is named, too: `2024-21` → `Spring 2024`. The spaces do not break, so
    that a date stays on one line.
    """
    if season := _SEASON.fullmatch(iso):
        return f"{SEASONS[int(season[2]) - 1]}{NBSP}{season[1]}"
    parts = Moment(iso).parts
    if not 1 <= len(parts) <= 3:
        return iso
    words = [iso[:4]]
    if len(parts) > 1:
        words.insert(0, MONTHS[parts[1] - 1])
    if len(parts) > 2:
        words.insert(0, str(parts[2]))
    return NBSP.join(words)


def readable_moment(moment: Moment | None) -> str:
    """`2024-05-08T16:14+08:00` → `8 May 2024, 16:14 UTC+8`; empty for no moment."""
    if moment is None:
        return ""
    day, _, time = moment.iso.partition("T")
    words = [readable_date(day) + ("," if time else ""), time[:5], moment.zone]
    return NBSP.join(filter(None, words))
