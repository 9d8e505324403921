"""The exact messages of the rules for values."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "annals",
            "2: undefined-macro: nothing defines the macro 'annals'. Write `journal = {…}`, or define it: `@string{annals = {…}}`.",
        ),
        ('press # " Letters"', ""),
        ("{annals}", ""),
        ("1919", ""),
    ],
)
def test_undefined_macro(problems_of_list, value, expected) -> None:
    text = f"@article{{a2020b,\n  journal = {value}\n}}\n@string{{other = {{Annals}}}}\n"
    before = "@string{press = {Gull Rock Press}}"
    assert problems_of_list("undefined-macro", before + text) == expected


def test_a_macro_of_many_entries_is_told_once(problems_of_list) -> None:
    text = "@misc{one,\n  note = annals\n}\n@misc{two,\n  note = annals\n}\n"
    assert problems_of_list("undefined-macro", text) == (
        "2: undefined-macro: nothing defines the macro 'annals', which 2 entries have. Write `note = {…}`, or define it: `@string{annals = {…}}`."
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("{The <i>Lamp</i> &amp; Oil}", ""),
        (
            r"{The \unheardof{Lamp}}",
            "3: unread-markup: '\\unheardof{Lamp}' in 'title' would be printed as it is. Write the character itself, or take the command out.",
        ),
        (r"{CO$_2$ \emph{in vivo}, $<$ 5 and \enquote{more}}", ""),
    ],
)
def test_unread_markup(problems_of, title, expected) -> None:
    assert problems_of("unread-markup", title=title) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"title": "Lamps of {Orrin}"},
            "3: unbraced-title: the title 'Lamps of {Orrin}' is in one pair of braces. Write `title = {{…}},`.",
        ),
        (
            {"title": "{Lamps} of {Orrin}"},
            "3: unbraced-title: the title '{Lamps} of {Orrin}' is in one pair of braces. Write `title = {{…}},`.",
        ),
    ],
)
def test_unbraced_title(problems_of, fields, expected) -> None:
    assert problems_of("unbraced-title", **fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"type": "article", "url": None, "journal": "Annals", "pages": "95-116,158"},
            "7: pages-form: the pages '95-116,158' are not of the common form. Run `make format`, which writes '95--116, 158'.",
        ),
        (
            {"type": "article", "url": None, "journal": "Annals", "pages": "pp. 5–9"},
            "7: pages-form: the pages 'pp. 5–9' are not of the common form. Run `make format`, which writes '5--9'.",
        ),
        (
            {"type": "article", "url": None, "journal": "Annals", "pages": "201--19"},
            "7: pages-form: the pages '201--19' end before they begin. Correct one of the two numbers, and write both in full.",
        ),
        (
            {"type": "article", "url": None, "journal": "Annals", "pages": "{9--23}"},
            "7: pages-form: the pages '{9--23}' are not of the common form. Run `make format`, which writes '9--23'.",
        ),
        # Perhaps the second part of article 8.
        (
            {"type": "article", "url": None, "journal": "Annals", "pages": "8-2"},
            "7: pages-form: the pages '8-2' are not of the common form. Compare it with the publication.",
        ),
        (
            {"type": "article", "url": None, "journal": "Annals", "pages": "five"},
            "7: pages-form: the pages 'five' are not of the common form. Compare it with the publication.",
        ),
    ],
)
def test_pages_form(problems_of, fields, expected) -> None:
    assert problems_of("pages-form", **fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"type": "article", "url": None, "journal": "Annals", "volume": "26 (02)"},
            "7: volume-form: the volume '26 (02)' is not a number. Write `volume = {26}` and `number = {2}`.",
        ),
        (
            {"type": "article", "url": None, "journal": "Annals", "number": "02"},
            "7: volume-form: the number '02' is not a number. Write `number = {2}`.",
        ),
        (
            {"type": "article", "url": None, "journal": "Annals", "volume": "Vol. 26"},
            "7: volume-form: the volume 'Vol. 26' is not a number. Write `volume = {26}`.",
        ),
        (
            {"type": "article", "url": None, "journal": "Annals", "number": "11-12"},
            "7: volume-form: the number '11-12' is not a number. Run `make format`, which writes '11--12'.",
        ),
        ({"type": "article", "url": None, "journal": "Annals", "volume": "SMC-3"}, ""),
        ({"type": "article", "url": None, "journal": "Annals", "number": "D1"}, ""),
        (
            {"type": "article", "url": None, "journal": "Annals", "volume": "the last"},
            "7: volume-form: the volume 'the last' is not a number. Compare it with the publication.",
        ),
    ],
)
def test_volume_form(problems_of, fields, expected) -> None:
    assert problems_of("volume-form", **fields) == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"doi": "https://doi.org/10.1000/182"},
            "7: bad-doi: 'https://doi.org/10.1000/182' is not a DOI. Run `make format`, which writes '10.1000/182'.",
        ),
        # A short DOI.
        ({"doi": "10/bqhp9z"}, ""),
        (
            {"doi": "11.1000/182"},
            "7: bad-doi: '11.1000/182' is not a DOI. Copy it from the publisher's page.",
        ),
    ],
)
def test_bad_doi(problems_of, fields, expected) -> None:
    assert problems_of("bad-doi", **fields) == expected


def test_bad_issn(problems_of) -> None:
    assert problems_of("bad-issn", issn="0028-0837") == (
        "7: bad-issn: '0028-0837' is not an ISSN: the number's checksum or check digit is invalid. Compare it with the publication."
    )


@pytest.mark.parametrize(
    "isbn",
    [
        "978-3-16-148410-0 3-16-148410-X",
        "978 3 16 148410 0",
        "978-3-16-148410-0 (Print), 3-16-148410-X (Online)",
        r"978-3-16-148410-0\textbackslash{}r3-16-148410-X",
    ],
)
def test_a_field_may_hold_several_isbns(problems_of, isbn) -> None:
    assert problems_of("bad-isbn", isbn=isbn) == ""


def test_bad_isbn(problems_of) -> None:
    assert problems_of("bad-isbn", isbn="0098-3004") == (
        "7: bad-isbn: '0098-3004' is not an ISBN: the number has an invalid length. It is an ISSN: write `issn = {0098-3004}`."
    )
    assert problems_of("bad-isbn", isbn="0098-3004 (Print) 1522-8037 (Linking)") == (
        "7: bad-isbn: '0098-3004' is not an ISBN: the number has an invalid length. It is an ISSN: write `issn = {0098-3004}`."
    )
    assert problems_of("bad-isbn", isbn="978-0-306-40615-8") == (
        "7: bad-isbn: '978-0-306-40615-8' is not an ISBN: the number's checksum or check digit is invalid. Compare it with the publication."
    )
