"""The files of the apparatus of any paper; those of the made-up one are in tests/golden/exports."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable

import pytest
from icalendar import Calendar

from edition.exports import exports_of
from edition.exports.calendar import timeline_ics
from edition.model.files.tables import csv_bytes

Starts = dict[str, tuple[str, str]]


@pytest.mark.parametrize("name", ["notes", "timeline", "concordance", "names"])
def test_every_address_in_the_files_is_there(built, made_up, name):
    records = json.loads(exports_of(made_up)[f"downloads/{name}.json"]())
    for record in records:
        for found in record.get("mentions", [record]):
            address, _, id = found["address"].partition("#")
            assert built.article(address).xpath(f".//*[@id='{id}']"), found["address"]


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_no_value_is_run_as_a_formula(value):
    data = csv_bytes([{"a": value, "b": [value, "b"]}], ["a", "b"]).decode("utf-8-sig")
    [row] = csv.DictReader(data.splitlines())
    assert row == {"a": f"'{value}", "b": f"'{value}; b"}


@pytest.fixture
def calendar(overlay, edition) -> Callable[[list[dict[str, str]]], Starts]:
    """The start and the end of each event of a timeline, by its id."""

    def dates(events: list[dict[str, str]]) -> Starts:
        loaded = edition(overlay({"docs/data/timeline.yml": json.dumps(events)}))
        found = Calendar.from_ical(timeline_ics(loaded)).walk("VEVENT")
        return {
            event["uid"].partition("@")[0]: (str(event["dtstart"].dt), str(event["dtend"].dt))
            for event in found
        }

    return dates


SPANS = """
1851-12                            1851-12-01                 1852-01-01
1851-12-31                         1851-12-31                 1852-01-01
1851-03/1851-12                    1851-03-01                 1852-01-01
1851-03-05/1851                    1851-03-05                 1852-01-01
1851-03-05T10:00/1851-03-06T11:30  1851-03-05 10:00:00        1851-03-06 11:31:00
1851-03-05T10:00+08:00/1851-03-05T11:30Z     1851-03-05 02:00:00+00:00  1851-03-05 11:31:00+00:00
1851-03-05T10:00+08:00/1851-03-05T11:30      1851-03-05 10:00:00        1851-03-05 11:31:00
1851-03-05T10:00/1851-03-06        1851-03-05                 1851-03-07
9998-12-31                         9998-12-31                 9999-01-01
"""


def test_spans_end_with_their_last_year_month_day_or_minute(calendar):
    spans = [re.split(r" {2,}", line) for line in SPANS.strip().splitlines()]
    events = []
    for at, (dates, _start, _end) in enumerate(spans):
        date, _, until = dates.partition("/")
        events.append({"id": str(at), "date": date} | ({"until": until} if until else {}))
    expected = {str(at): (start, end) for at, (_dates, start, end) in enumerate(spans)}
    assert calendar(events) == expected


def test_what_is_no_date_or_ends_before_it_begins_is_in_no_calendar(calendar):
    wrong = [("May", "May"), ("1900", "May"), ("1900", "1899"), ("9999", "9999")]
    events = [{"id": date, "date": date, "until": until} for date, until in wrong]
    assert calendar(events) == {}
