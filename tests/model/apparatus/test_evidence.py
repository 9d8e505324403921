"""In: evidence.yml of the made-up paper, or another. Out: the records by number, and their words."""

from __future__ import annotations

from pathlib import Path

from edition.model import Edition
from edition.model.apparatus.evidence import SEEN, VERDICTS, read_evidence


def test_every_record_is_read_as_it_stands(made_up: Edition) -> None:
    assert len(made_up.evidence) == 25
    assert {item.verdict for item in made_up.evidence} == set(VERDICTS)
    second = made_up.evidence[1]
    assert (second.number, second.quotation, second.lang, second.seen) == (
        2,
        "Rules have been kept in every tower since 1805.",
        "en",
        "same-text",
    )
    assert (second.is_copy, second.address, second.source) == (
        True,
        "https://copies.example/rules",
        "",
    )
    assert (second.anchor, second.date, second.notes) == ("e2", "2025-04-02", ())


def test_a_number_leads_to_its_record_in_the_order_of_numbers(made_up: Edition) -> None:
    by_number = made_up.evidence_by_number
    assert list(by_number) == list(range(1, 26))
    assert by_number[4].notes == (14, 15)
    assert by_number[3].notes == (18,)
    assert by_number[6].keys == ["grey2005birds"]


def test_of_two_records_for_a_number_the_first_holds(overlay) -> None:
    text = (
        "- {number: 2, verdict: supports, seen: page}\n- {number: 2, verdict: unread, seen: none}\n"
    )
    edition = Edition.load(overlay({"docs/data/evidence.yml": text}))
    assert [item.verdict for item in edition.evidence_by_number.values()] == ["supports"]
    assert len(edition.evidence) == 2


def test_verdicts_and_ways_of_seeing_have_words(made_up: Edition) -> None:
    by_number = made_up.evidence_by_number
    assert (by_number[3].verdict_name, by_number[3].verdict_sentence) == (
        "Supports in part",
        "The source supports this in part.",
    )
    assert by_number[2].seen_in_words == f"{SEEN['same-text']}, in a copy that is not linked"
    assert by_number[6].seen_in_words == "only a report of it"


def test_what_is_not_known_is_shown_as_it_is_written(overlay) -> None:
    text = "- {number: twelve, verdict: maybe, seen: glimpsed, copy: 1}\n"
    (item,) = Edition.load(overlay({"docs/data/evidence.yml": text})).evidence
    assert (item.number, item.verdict_name, item.verdict_sentence) == (0, "maybe", "maybe.")
    assert (item.seen_in_words, item.is_copy) == ("glimpsed", False)


def test_a_paper_without_the_file_has_none(tmp_path: Path) -> None:
    assert read_evidence(tmp_path, "docs/data") == ([], [])
