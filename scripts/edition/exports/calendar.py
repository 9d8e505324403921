"""Writes the timeline as iCalendar (RFC 5545), to be shown among a reader's other dates.

icalendar is a lazy import: the first page of a preview need not wait for it.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from edition.model import Edition, Event, Moment

if TYPE_CHECKING:
    from icalendar import Event as CalendarEvent


def _end(moment: Moment, start: datetime) -> date:
    """The day after the last of a year, a month or a day, since an event's end is exclusive."""
    if moment.precision == "year":
        return date(start.year + 1, 1, 1)
    if moment.precision == "month":
        return (start.date() + timedelta(days=31)).replace(day=1)
    return start.date() + timedelta(days=1)


def _calendar_dates(event: Event) -> tuple[date, date] | None:
    """Start and end of an event: all of its years, months, days or minutes; None for no dates.

    A minute is a floating time (RFC 5545, 3.3.5), unless both dates name their zone.
    """
    until = event.until or event.date
    start, last = event.date.start, until.start
    if not start or not last:
        return None
    if event.date.precision != "minute" or until.precision != "minute":
        return start.date(), _end(until, last)
    if event.date.zone and until.zone:
        start, last = start.astimezone(UTC), last.astimezone(UTC)
    else:
        start, last = start.replace(tzinfo=None), last.replace(tzinfo=None)
    return start, last + timedelta(minutes=1)


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
        dates = _calendar_dates(event)
        if dates and dates[0] < dates[1]:
            calendar.add_component(_calendar_event(edition, event, *dates))
    data: bytes = calendar.to_ical(sorted=False)
    return data
