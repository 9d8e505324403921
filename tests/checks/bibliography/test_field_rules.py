"""The exact messages of the rules for fields."""

from __future__ import annotations

import pytest

from edition.checks.bibliography.field_rules import shared_language


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"url": None},
            "1: required-field: @online 'board2020lamps' has no 'url'. Add `url = {…}`.",
        ),
        (
            {"type": "article"},
            "1: required-field: @article 'board2020lamps' has no 'journal' or 'eprint'. Add `journal = {…}`.",
        ),
        ({"type": "inbook", "pages": "3--5"}, ""),
        ({"type": "techreport", "publisher": "Harbor Board"}, ""),
        (
            {"author": None},
            "1: required-field: @online 'board2020lamps' has no 'author' or 'editor'. Add `author = {…}`.",
        ),
    ],
)
def test_required_field(problems_of, fields, expected) -> None:
    assert problems_of("required-field", **fields) == expected


def test_undated_work(problems_of) -> None:
    assert problems_of("undated-work", key="boardndlamps", date=None) == (
        "1: undated-work: 'boardndlamps' has no date. Add `date = {…}`; if none is known, record that in docs/data/exceptions.yml."
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"titel": "Lamps"},
            "7: unknown-field: 'titel' is not a field that a reader would see. Did you mean 'title'?",
        ),
        ({"location": "Sella", "file": "/home/ada/a.pdf", "bdsk-file-1": "YnBs"}, ""),
        ({"OPTnote": "x", "__markedentry": "[ada:1]", "hal_id": "hal-1", "fjournal": "Annals"}, ""),
        (
            {"qqqq": "x"},
            "7: unknown-field: 'qqqq' is not a field that a reader would see. Take it out, or use a field that biblatex has.",
        ),
    ],
)
def test_unknown_field(problems_of, fields, expected) -> None:
    assert problems_of("unknown-field", **fields) == expected


def test_a_field_of_many_entries_is_told_once(problems_of_list) -> None:
    text = "@misc{one,\n  qqqq = {x},\n}\n@misc{two,\n  qqqq = {y},\n}\n"
    assert problems_of_list("unknown-field", text) == (
        "2: unknown-field: 'qqqq', in 2 entries, is not a field that a reader would see. Take it out, or use a field that biblatex has."
    )


def test_empty_field(problems_of) -> None:
    assert problems_of("empty-field", note="{}") == (
        "7: empty-field: 'note' of 'board2020lamps' is empty. Run `make format`, which takes it out."
    )


def test_missing_language(problems_of) -> None:
    assert problems_of("missing-language", langid=None) == (
        "1: missing-language: 'board2020lamps' does not say in which language it is. Run `make format`, which writes 'english' as in the other entries."
    )


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (["english", "english", ""], ["", "", "english"]),
        (["english", "french", ""], ["", "", ""]),
        (["english", "", ""], ["", "", ""]),
        (["english", "english", "", "", ""], ["", "", "", "", ""]),
    ],
)
def test_a_language_is_shared_by_all_that_name_one(languages, expected) -> None:
    entries = [{"title": "{Salt}", "langid": language} for language in languages]
    assert list(map(shared_language(entries), entries)) == expected


def test_a_title_in_other_letters_is_given_no_language() -> None:
    entries = [{"langid": "english"}, {"langid": "english"}, {"title": "{盐}"}]
    assert shared_language(entries)(entries[2]) == ""


def test_unknown_language(problems_of) -> None:
    assert problems_of("unknown-language", langid="englisch") == (
        "6: unknown-language: 'englisch' is not a language that this edition knows. Did you mean 'english'?"
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"related": "brine1919lamp"},
            "7: unknown-related: 'brine1919lamp' is not in bib/. Did you mean 'brine1919lamps'?",
        ),
        (
            {"related": "board2020lamps"},
            "7: unknown-related: 'board2020lamps' is the entry itself. Name the other one.",
        ),
    ],
)
def test_unknown_related(problems_of, fields, expected) -> None:
    assert problems_of("unknown-related", **fields) == expected
