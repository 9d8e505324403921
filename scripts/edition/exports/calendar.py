"""Writes the timeline as iCalendar (RFC 5545), to be shown among a reader's other dates.

icalendar is a lazy import: the first page of a preview need not wait for it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from edition.model import Edition, Event, Moment

if TYPE_CHECKING:
    from icalendar import Event as CalendarEvent


def _start(moment: Moment) -> date:
    """The first day of a year, a month or a day."""
    year, month, day = (*moment.parts[:3], 1, 1)[:3]
    return date(year, month, day)


def _end(moment: Moment) -> date:
    """The day after the last of a year, a month or a day, since an event's end is exclusive."""
    start = _start(moment)
    if moment.precision == "year":
        return date(start.year + 1, 1, 1)
    if moment.precision == "month":
        return date(start.year + start.month // 12, start.month % 12 + 1, 1)
    return start + timedelta(days=1)


def _calendar_dates(moment: Moment, until: Moment) -> tuple[date, date]:
    """Start and end of what two dates cover: all of a year, a month, a day or a minute.

    A minute is a floating time (RFC 5545, 3.3.5), unless both dates name their zone.
    """
    if moment.precision == until.precision == "minute":
        start, last = datetime.fromisoformat(moment.iso), datetime.fromisoformat(until.iso)
        if moment.zone and until.zone:
            start, last = start.astimezone(UTC), last.astimezone(UTC)
        else:
            start, last = start.replace(tzinfo=None), last.replace(tzinfo=None)
        return start, last + timedelta(minutes=1)
    return _start(moment), _end(until)


def _calendar_event(edition: Edition, event: Event, start: date, end: date) -> CalendarEvent:
    from icalendar import Event as CalendarEvent

    description = f"As the paper dates it, to the {event.date.precision}."
    if event.corrected:
        description += f" Other sources: {event.corrected.iso}."
    entry = CalendarEvent()
    entry.add("uid", f"{event.id}@edition")
    # The edition's own date, not the clock's, so that two builds are equal.
    entry.add("dtstamp", datetime.fromtimestamp(edition.paper.seconds or 0, UTC))
    entry.add("dtstart", start)
    entry.add("dtend", end)
    entry.add("summary", event.text)
    entry.add("description", f"{description} {edition.address(event.target)}")
    entry.add("categories", [event.kind])
    entry.add("transp", "TRANSPARENT")
    return entry


def timeline_ics(edition: Edition) -> bytes:
    """Every event whose dates are dates, and whose end is not before its start."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//digital edition//timeline//EN")
    calendar.add("version", "2.0")
    for event in edition.timeline:
        until = event.until or event.date
        if not event.date.parts or not until.parts:
            continue
        start, end = _calendar_dates(event.date, until)
        if start < end:
            calendar.add_component(_calendar_event(edition, event, start, end))
    data: bytes = calendar.to_ical(sorted=False)
    return data
