"""The events of the made-up paper."""

from __future__ import annotations

from edition.model import Edition, Moment, Target


def test_the_made_up_events(made_up: Edition) -> None:
    assert [(event.id, event.date.iso, event.date.precision) for event in made_up.timeline] == [
        ("first-lamp", "1788", "year"),
        ("songs", "1820", "year"),
        ("treaty", "1849", "year"),
        ("union", "1851-03", "month"),
        ("rules", "1911", "year"),
        ("last-verse", "1911-11-04T16:14", "minute"),
        ("last-song", "1930-02-01", "day"),
    ]
    first, songs, treaty = made_up.timeline[:3]
    assert first.target == Target("towers/stone.md", "p1")
    assert (first.citations, first.note, first.until) == ((1,), None, None)
    assert songs.until == Moment("1845")
    assert (treaty.note, treaty.corrected, treaty.kind) == (15, Moment("1848-06-02"), "diplomacy")
