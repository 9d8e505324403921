"""In: evidence.yml with faults, or none. Out: the records by number, and their words."""

from __future__ import annotations

from edition.model import Edition
from edition.model.apparatus.evidence import VERDICTS


def test_of_two_records_for_a_number_the_first_holds(overlay):
    text = (
        "- {number: 2, verdict: supports, seen: page}\n- {number: 2, verdict: unread, seen: none}\n"
    )
    edition = Edition.load(overlay({"docs/data/evidence.yml": text}))
    assert [item.verdict for item in edition.evidence_by_number.values()] == ["supports"]
    assert len(edition.evidence) == 2


def test_what_is_not_known_is_shown_as_it_is_written(overlay):
    text = "- {number: twelve, verdict: maybe, seen: glimpsed, copy: 1}\n"
    (item,) = Edition.load(overlay({"docs/data/evidence.yml": text})).evidence
    assert (item.number, item.verdict_name, item.verdict_sentence) == (0, "maybe", "maybe.")
    assert (item.seen_in_words, item.is_copy) == ("glimpsed", False)


def test_the_made_up_paper_has_every_verdict(made_up):
    assert {item.verdict for item in made_up.evidence} == set(VERDICTS)
