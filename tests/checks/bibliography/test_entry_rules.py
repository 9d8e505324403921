"""The exact messages of the rules for entries."""

from __future__ import annotations

import pytest

from conftest import PAPER


def test_duplicate_key(problems) -> None:
    assert problems(
        "duplicate-key",
        (
            "bib/paper.bib",
            "@book{brine1919lamps",
            "@book{brine1919lamps,\n  title = {{x}},\n}\n\n@book{brine1919lamps",
        ),
    ) == (
        "bib/paper.bib:10: duplicate-key: the key 'brine1919lamps' is already used at bib/paper.bib:6. Give this entry its own key, or delete it."
    )
    assert problems(
        "duplicate-key", ("bib/editors.bib", "sellaarchive2020roll", "brine1919lamps")
    ) == (
        "bib/paper.bib:6: duplicate-key: the key 'brine1919lamps' is already used at bib/editors.bib:11. Give this entry its own key, or delete it."
    )


def test_repeated_entry(problems_of_list) -> None:
    lines = ("author = {{Board}},", "title = {{Lamps}},", "url = {https://harbor.example/l},")
    twice = "\n".join(("@online{board2020lamps,", *lines, "}", "")) * 2
    assert problems_of_list("duplicate-key", twice) == ""
    assert problems_of_list("repeated-entry", twice) == (
        "6: repeated-entry: 'board2020lamps' is already given at bib/editors.bib:19, and is the same. Run `make format`, which deletes this one."
    )


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"key": "BoardLamps"},
            "1: key-convention: 'BoardLamps' is not made of a name, the year or 'nd', and a word. Write it like 'brine1919lamps', in lower-case ascii.",
        ),
        (
            {"key": "board2019lamps"},
            "1: key-convention: 'board2019lamps' does not contain '2020', though the entry is dated 2020. Correct the key or the date.",
        ),
        (
            {"key": "boardndlamps"},
            "1: key-convention: 'boardndlamps' does not contain '2020', though the entry is dated 2020. Correct the key or the date.",
        ),
        (
            {"key": "quill2020lamps", "author": "Brine, Ada"},
            "1: key-convention: 'quill2020lamps' does not begin with the first author, 'Brine'. Write it like 'brine2020word'.",
        ),
    ],
)
def test_key_convention(problems_of, fields, expected) -> None:
    assert problems_of("key-convention", **fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"type": "webpage"},
            "1: unknown-type: '@webpage' is not a type of this list. Did you mean '@online'?",
        ),
        (
            {"type": "onlin"},
            "1: unknown-type: '@onlin' is not a type of this list. Did you mean '@online'?",
        ),
        (
            {"type": "qqqq"},
            "1: unknown-type: '@qqqq' is not a type of this list. Use @misc, or @online for a page on the web.",
        ),
        ({"type": "software"}, ""),
        ({"type": "report"}, ""),
        ({"type": "collection"}, ""),
    ],
)
def test_unknown_type(problems_of, fields, expected) -> None:
    assert problems_of("unknown-type", **fields) == expected


def test_uncited_entry(problems, problems_of) -> None:
    lost = "@book{osk1920moths,\n  author = {Osk, Mira},\n  title = {{Moths}},\n  publisher = {Gull},\n  date = {1920},\n  langid = {english},\n}\n\n"
    assert problems(
        "uncited-entry", ("bib/paper.bib", "@book{brine1919lamps,", f"{lost}@book{{brine1919lamps,")
    ) == (
        "bib/paper.bib:6: uncited-entry: nothing cites 'osk1920moths'. Cite it as '[@osk1920moths]', or delete the entry."
    )
    assert problems_of("uncited-entry") == (
        "1: uncited-entry: nothing cites 'board2020lamps'. Name it under `sources:` of a note, or delete the entry."
    )


def test_no_entry_is_uncited_where_a_source_cannot_be_read(problems) -> None:
    lost = (
        "bib/paper.bib",
        "@book{brine1919lamps,",
        "@book{osk1920moths,\n  title = {{Moths}},\n}\n\n@book{brine1919lamps,",
    )
    assert problems("uncited-entry", lost)
    assert not problems("uncited-entry", lost, ("docs/data/timeline.yml", "", "- id: [\n"))


def test_uncited_entries(problems) -> None:
    facts, text = "docs/data/paper.yml", (PAPER / "bib/editors.bib").read_text("utf-8")
    works = "".join(f"@misc{{harbor20{n:02}lamp,\n  title = {{{{Lamp}}}},\n}}\n" for n in range(10))
    change = ("bib/editors.bib", "", f"{text}\n{works}")
    assert problems("uncited-entries", change) == ""
    assert problems("uncited-entries", change, (facts, "  conventions: true\n", "")) == (
        "bib/editors.bib:19: uncited-entries: nothing cites 'harbor2000lamp', 'harbor2001lamp', 'harbor2002lamp', 'harbor2003lamp', 'harbor2004lamp', 'harbor2005lamp', 'harbor2006lamp', 'harbor2007lamp' and 2 more of bib/editors.bib. Cite them, or delete the entries."
    )
