"""In: the made-up notes, and the real ones. Out: whether they load in the order of the text, and
no finding is lost.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from edition.model.apparatus.note import CONFIDENCE, TYPES, VERDICT_SIGNS, VERDICTS


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
    made_up, verdict, confidence, standing, number
):
    note = next(note for note in made_up.notes if note.id == 15)
    other = replace(note, verdict=verdict, confidence=confidence)
    assert (other.standing, other.signed_number) == (standing, number)


def test_notes_stand_in_the_order_of_the_text_and_one_on_the_page_comes_first(overlay, edition):
    records = (
        "- {id: 30, paragraph: p2}\n- {id: 31, paragraph: p1, lemma: small}\n"
        "- {id: 32, paragraph: p1, lemma: earned}\n- {id: 33}\n"
    )
    loaded = edition(overlay({"docs/data/notes/keepers/pay.yml": records}))
    assert [note.id for note in loaded.notes_on("keepers/pay.md")] == [33, 32, 31, 30]


def test_a_note_knows_its_page_its_line_and_its_findings(made_up):
    (note,) = made_up.notes_on("keepers/watches.md")
    assert (note.id, note.findings) == (17, ("F9",))
    assert str(note.record.location) == "docs/data/notes/keepers/watches.yml:2"
    assert made_up.notes_on("about.md") == []


def test_no_two_verdicts_look_alike():
    assert set(VERDICT_SIGNS) == set(VERDICTS)
    assert len(set(VERDICT_SIGNS.values())) == len(set(VERDICTS.values())) == len(VERDICTS)


def test_a_type_or_a_confidence_that_is_unknown_is_said_as_it_is(overlay, edition):
    root = overlay({"docs/data/notes/keepers/pay.yml": "- {type: odd, confidence: sure}\n"})
    note = next(note for note in edition(root).notes if note.page == "keepers/pay.md")
    assert (note.id, note.type_name, note.confidence_in_words, note.text, note.sources) == (
        0,
        "odd",
        "sure",
        "",
        (),
    )


def test_what_was_left_out_says_why_and_where_it_went(made_up):
    assert [(item.finding, item.into) for item in made_up.left_out] == [("F6", 14), ("F11", None)]
    assert all(item.reason for item in made_up.left_out)


def test_the_made_up_paper_has_notes_of_every_type_and_confidence(made_up):
    assert {note.type for note in made_up.notes} == set(TYPES)
    assert {note.confidence for note in made_up.notes} == set(CONFIDENCE)


def test_every_real_note_is_sourced_or_says_that_it_compares_or_finds_nothing(
    real,
):
    for note in real.notes:
        assert "sources" in note.record, f"n{note.id} does not say whether it has sources"
        assert note.confidence in CONFIDENCE, f"n{note.id}"
