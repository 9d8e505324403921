"""The exact messages of the rules for the timeline."""

from __future__ import annotations

import pytest

TIMELINE = "docs/data/timeline.yml"


def test_duplicate_event_id(problems) -> None:
    assert problems("duplicate-event-id", (TIMELINE, "id: rules", "id: union")) == (
        f"{TIMELINE}:31: duplicate-event-id: the event 'union' is already given in {TIMELINE}:25. "
        "Give this record an id of its own; ids stay for ever and are not used again."
    )


def test_unknown_event_field(problems) -> None:
    assert problems("unknown-event-field", (TIMELINE, "corrected:", "correct:")) == (
        f"{TIMELINE}:23: unknown-event-field: 'correct' is not a field of this record. Did you mean 'corrected'?"
    )


def test_unknown_event_kind(problems) -> None:
    assert problems("unknown-event-kind", (TIMELINE, "kind: science", "kind: scienc")) == (
        f"{TIMELINE}:4: unknown-event-kind: 'scienc' is not a kind of event. Did you mean 'science'?"
    )
    assert problems("unknown-event-kind", (TIMELINE, "  kind: science\n", "")) == (
        f"{TIMELINE}:2: unknown-event-kind: '' is not a kind of event. "
        "The kinds are diplomacy, culture, science, education, agriculture, space, politics, attack, economy."
    )


def test_event_without_text(problems) -> None:
    assert problems("event-without-text", (TIMELINE, "  text: The first tower is lit.\n", "")) == (
        f"{TIMELINE}:2: event-without-text: the event has no text. Add `text:`."
    )
    assert problems(
        "event-without-text", (TIMELINE, '- id: first-lamp\n  date: "1788"', '- date: "1788"')
    ) == (f"{TIMELINE}:2: event-without-text: the event has no id. Add `id:`.")


@pytest.mark.parametrize(
    "date",
    [
        "1930-02-30",
        "1930-13",
        "30-02-01",
        "1930-2-1",
        "1930-02-01T25:00",
        "1930-02-01 10:00",
        "February 1930",
        "0000",
        "9999",
    ],
)
def test_impossible_event_date(problems, date: str) -> None:
    assert problems("impossible-event-date", (TIMELINE, "date: 1930-02-01", f'date: "{date}"')) == (
        f"{TIMELINE}:45: impossible-event-date: '{date}' is not a date. Write it like '2022-04-23'."
    )


def test_an_end_before_the_beginning_is_an_impossible_event_date(problems) -> None:
    assert problems("impossible-event-date", (TIMELINE, 'until: "1845"', 'until: "1819"')) == (
        f"{TIMELINE}:11: impossible-event-date: '1819' is before '1820'. Exchange the two."
    )
    assert problems(
        "impossible-event-date", (TIMELINE, 'corrected: "1848-06-02"', "corrected: June")
    ) == (
        f"{TIMELINE}:23: impossible-event-date: 'June' is not a date. Write it like '2022-04-23'."
    )
    # As far as both are known the end is not before the beginning.
    assert problems(
        "impossible-event-date", (TIMELINE, "date: 1851-03", 'date: 1851-03\n  until: "1851"')
    ) == ("")


def test_event_out_of_order(problems) -> None:
    assert problems("event-out-of-order", (TIMELINE, "date: 1930-02-01", 'date: "1911-11"')) == (
        f"{TIMELINE}:44: event-out-of-order: 'last-song' of 1911-11 comes after 'last-verse' of 1911-11-04T16:14. Move it up."
    )


def test_event_nowhere(problems) -> None:
    assert problems(
        "event-nowhere", (TIMELINE, "place: keepers/songs.md#p2b", "place: keepers/songs.md#p4")
    ) == (
        f"{TIMELINE}:48: event-nowhere: 'keepers/songs.md#p4' is not a paragraph of the text. The paragraphs of keepers/songs.md are p1, p2a, p2b."
    )
    assert problems(
        "event-nowhere", (TIMELINE, "place: keepers/songs.md#p2b", "place: keeper/songs.md#p2b")
    ) == (
        f"{TIMELINE}:48: event-nowhere: 'keeper/songs.md#p2b' is not a paragraph of the text. Did you mean 'keepers/songs.md'?"
    )
    assert problems(
        "event-nowhere", (TIMELINE, "place: keepers/songs.md#p2b", "place: keepers/songs.md")
    ) == (
        f"{TIMELINE}:48: event-nowhere: 'keepers/songs.md' is not a paragraph of the text. The paragraphs of keepers/songs.md are p1, p2a, p2b."
    )
    assert problems("event-nowhere", (TIMELINE, "citations: [1]", "citations: [1, 25]")) == (
        f"{TIMELINE}:7: event-nowhere: [25] is not cited on towers/stone.md. Correct the number, or take it out."
    )


def test_event_without_note(problems) -> None:
    assert problems("event-without-note", (TIMELINE, "note: 15\n  corrected", "corrected")) == (
        f"{TIMELINE}:22: event-without-note: '1848-06-02' is the record's date, but no note says so. Add `note:` with the number of the note."
    )
    assert problems("event-without-note", (TIMELINE, "note: 13", "note: 99")) == (
        f"{TIMELINE}:15: event-without-note: there is no note 99. Name a note of docs/data/notes/."
    )
