"""In: the made-up notes, and the real ones. Out: whether they load in the order of the text, and no finding is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.model import Edition, Note
from edition.model.apparatus.note import CONFIDENCE, TYPES, VERDICT_SIGNS, VERDICTS


def test_notes_stand_in_the_order_of_the_text_and_those_on_a_page_come_first(
    made_up: Edition,
) -> None:
    assert [(note.page, note.paragraph, note.id) for note in made_up.notes] == [
        ("towers/oil.md", "p2", 18),
        ("keepers/watches.md", "p1a", 17),
        ("keepers/songs.md", "", 11),
        ("keepers/songs.md", "p1", 12),
        ("keepers/songs.md", "p1", 13),
        ("keepers/songs.md", "p1", 14),
        ("keepers/songs.md", "p1", 15),
        ("keepers/songs.md", "p2a", 16),
    ]
    assert [note.id for note in made_up.notes_on("keepers/watches.md")] == [17]
    assert made_up.notes_on("about.md") == []


def test_a_note_has_all_its_fields(made_up: Edition) -> None:
    note = next(note for note in made_up.notes if note.id == 15)
    assert note == Note(
        id=15,
        type="time",
        page="keepers/songs.md",
        text="The roll dates the treaty to 2 June 1848.",
        record=note.record,
        paragraph="p1",
        lemma="1849",
        sources=("sellaarchive2020roll", "grey2005birds"),
        confidence="high",
        verdict="differs",
        findings=("F7",),
    )
    assert (note.anchor, note.type_name, note.confidence_in_words) == (
        "n15",
        "Time",
        "well supported",
    )
    assert str(note.record.location) == "docs/data/notes/keepers/songs.yml:40"


@pytest.mark.parametrize(
    ("verdict", "confidence", "standing", "number"),
    [
        ("differs", "high", "The record differs · note well supported", "≠15"),
        ("agrees", "medium", "The record agrees · note partly supported", "=15"),
        ("unsettled", "low", "Unsettled · note not confirmed", "?15"),
        ("explains", "", "Explanation", "*15"),
        ("", "high", "Note well supported", "15"),
        ("", "", "", "15"),
    ],
)
def test_a_note_says_its_verdict_and_then_how_well_it_is_supported(
    made_up: Edition, verdict: str, confidence: str, standing: str, number: str
) -> None:
    note = next(note for note in made_up.notes if note.id == 15)
    other = replace(note, verdict=verdict, confidence=confidence)
    assert (other.standing, other.signed_number) == (standing, number)


def test_no_two_verdicts_look_alike() -> None:
    assert set(VERDICT_SIGNS) == set(VERDICTS)
    assert len(set(VERDICT_SIGNS.values())) == len(set(VERDICTS.values())) == len(VERDICTS)


def test_a_type_or_a_confidence_that_is_unknown_is_said_as_it_is(overlay, edition) -> None:
    root = overlay({"docs/data/notes/keepers/pay.yml": "- {type: odd, confidence: sure}\n"})
    note = next(note for note in edition(root).notes if note.page == "keepers/pay.md")
    assert (note.id, note.type_name, note.confidence_in_words, note.text, note.sources) == (
        0,
        "odd",
        "sure",
        "",
        (),
    )


def test_what_was_left_out_says_why_and_where_it_went(made_up: Edition) -> None:
    assert [(item.finding, item.into) for item in made_up.left_out] == [("F6", 14), ("F11", None)]
    assert all(item.reason for item in made_up.left_out)


def test_the_made_up_paper_has_notes_of_every_type_and_confidence(made_up: Edition) -> None:
    assert {note.type for note in made_up.notes} == set(TYPES)
    assert {note.confidence for note in made_up.notes} == set(CONFIDENCE)


def test_every_real_note_is_sourced_or_says_that_it_compares_or_finds_nothing(
    real: Edition,
) -> None:
    for note in real.notes:
        assert "sources" in note.record, f"n{note.id} does not say whether it has sources"
        assert note.confidence in CONFIDENCE, f"n{note.id}"
