"""In: the timeline. Out: iCalendar, so that a reader can lay the paper's dates beside others."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from edition.model import Edition, Event, Moment


def _calendar_dates(
    moment: Moment, until: Moment | None
) -> tuple[date | datetime, date | datetime]:
    """First instant and end (exclusive) of what a date covers: a whole year, a month, a day, or a minute, up to that of `until`.

    A minute is a floating time (RFC 5545, 3.3.5): the paper names no time zone.
    """
    last = (until or moment).parts
    if len(moment.parts) == len(last) == 5:
        return datetime(*moment.parts), datetime(*last) + timedelta(minutes=1)
    first = date(*(moment.parts[:3] + (1, 1)[len(moment.parts[:3]) - 1 :]))
    if len(last) == 1:
        return first, date(last[0] + 1, 1, 1)
    if len(last) == 2:
        return first, date(last[0] + last[1] // 12, last[1] % 12 + 1, 1)
    return first, date(*last[:3]) + timedelta(days=1)


def _calendar_event(
    edition: Edition, event: Event, stamp: datetime, start: date, end: date
) -> CalendarEvent:
    entry = CalendarEvent()
    entry.add("uid", f"{event.id}@edition")
    entry.add("dtstamp", stamp)
    entry.add("dtstart", start)
    entry.add("dtend", end)
    entry.add("summary", event.text)
    said = f"As the paper dates it, to the {event.date.precision}."
    if event.corrected:
        said += f" The record: {event.corrected.iso}."
    entry.add("description", f"{said} {edition.address(event.target)}")
    entry.add("categories", [event.kind])
    entry.add("transp", "TRANSPARENT")
    return entry


def timeline_ics(edition: Edition) -> bytes:
    """iCalendar (RFC 5545). An event known only to the year or month fills it. The stamp is the edition's own date."""
    calendar = Calendar()
    calendar.add("prodid", "-//digital edition//timeline//EN")
    calendar.add("version", "2.0")
    parts = Moment(edition.paper.edition.date).parts
    stamp = (
        datetime(*parts[:3], tzinfo=UTC) if len(parts) >= 3 else datetime(1970, 1, 1, tzinfo=UTC)
    )
    for event in edition.timeline:
        if event.date.parts and (event.until is None or event.until.parts):
            start, end = _calendar_dates(event.date, event.until)
            if start < end:
                calendar.add_component(_calendar_event(edition, event, stamp, start, end))
    return calendar.to_ical(sorted=False)
