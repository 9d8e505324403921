"""The one description of a work, word for word; those of the made-up paper are in tests/golden/site/references.html."""

from __future__ import annotations

import lxml.html
import pytest

from edition.citing.formatted_reference import FormattedReference
from edition.citing.formatter import Formatter
from edition.model import Bibliography, Edition, Reference
from edition.problem import Location


def formatted(type: str, /, **fields: str) -> FormattedReference:
    return Formatter(Bibliography())(Reference("a", type, fields, Location("bib/a.bib", 1)))


def plain(type: str, /, **fields: str) -> str:
    return formatted(type, **fields).plain.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("type", "fields", "text"),
    [
        ("report", {"title": "R", "institution": "Board", "number": "3"}, "R. Report 3, Board."),
        (
            "techreport",
            {"author": "{Board}", "title": "R", "institution": "{Board}", "date": "1911"},
            "Board. R. Report, 1911.",
        ),
        ("thesis", {"title": "R", "institution": "School"}, "R. Thesis, School."),
        (
            "mastersthesis",
            {"title": "R", "school": "School", "type": "Thesis of a master"},
            "R. Thesis of a master, School.",
        ),
        ("collection", {"title": "R", "editor": "Osk, Mira"}, "R. Edited by Osk, Mira."),
        (
            "techreport",
            {"title": "R", "publisher": "Board", "series": "Papers. No. 3", "pages": "viii + 8 p."},
            "R. Report, Papers. No. 3, viii + 8 p., Board.",
        ),
        ("article", {"title": "R", "publisher": "Preprints"}, "R. Preprints."),
        ("article", {"title": "R", "booktitle": "B", "place": "Sella"}, "R. In B."),
        ("book", {"title": "R", "booktitle": "B", "place": "Sella"}, "R. In B, Sella."),
        (
            "phdthesis",
            {"title": "R", "school": "S", "number": "4", "pages": "217", "booktitle": "B"},
            "R. Thesis, in B, number 4, page 217, S.",
        ),
        (
            "misc",
            {"title": "R", "eprint": "2310.14019 [cs]", "archiveprefix": "arXiv"},
            "R. arXiv:2310.14019 [cs].",
        ),
        (
            "book",
            {"author": "Brine, Ada and others", "title": "R", "edition": "2"},
            "Brine, Ada and others. R. Edition 2.",
        ),
        ("inbook", {"title": "R", "booktitle": "B", "pages": "5"}, "R. In B, page 5."),
        ("article", {"title": "no capitals Added", "journal": "J"}, "no capitals Added. J."),
        ("article", {"author": "{J}", "title": "T", "journal": "J", "year": "1990"}, "J. T. 1990."),
        (
            "online",
            {"author": "{Board}", "organization": "Isles", "title": "T"},
            "Board. T. Isles.",
        ),
        ("online", {"title": "Ends with a question?"}, "Ends with a question?"),
        ("unheardof", {"title": "T", "date": "2020-05"}, "T. May 2020."),
        ("misc", {}, "(without a title)."),
        ("misc", {"title": "100% of A & B_c #1 for $5"}, "100% of A & B_c #1 for $5."),
        ("misc", {"title": r"100\% of A \& B\_c \#1 for \$5"}, "100% of A & B_c #1 for $5."),
        ("misc", {"author": "A, B, C, D", "title": "T"}, "A, B, C, D. T."),
        ("misc", {"author": "{A & B_c}", "title": "T"}, "A & B_c. T."),
        ("misc", {"title": "T", "date": "around 1900"}, "T. around 1900."),
        ("misc", {"title": "T", "date": "2019-10-15T20:58:43Z"}, "T. 15 October 2019."),
        (
            "misc",
            {"title": "T", "year": "2016", "month": "28 Sep -- Oct 2nd, 2016"},
            "T. 28 September 2016–2 October 2016.",
        ),
        ("misc", {"title": "T", "year": "2016", "month": "Jul./Aug."}, "T. July 2016–August 2016."),
        ("misc", {"title": "T", "year": "2016", "month": "jun", "day": "03"}, "T. 3 June 2016."),
        ("misc", {"title": "T", "year": "2016", "month": "30--31 Jun"}, "T. 2016."),
        ("misc", {"title": "T {" * 400 + "}" * 400}, ("T " * 400).strip()),
    ],
)
def test_other_kinds_and_odd_values(type: str, fields: dict[str, str], text: str) -> None:
    assert plain(type, **fields).rstrip(".") == text.rstrip(".")


@pytest.mark.parametrize("title", ["<img src=x>T", 'T" onload="x', "T & U", "T 'U'"])
def test_values_are_text_and_never_markup(title: str) -> None:
    reference = formatted("misc", title=title)
    element = lxml.html.fragment_fromstring(str(reference.html), create_parent="div")
    assert element.text_content() == reference.plain == f"{title}."
    assert list(element.iter("img")) == []


def test_html_and_plain_text_say_the_same(made_up: Edition) -> None:
    for reference in made_up.bibliography:
        entry = Formatter(made_up.bibliography)(reference)
        assert lxml.html.fragment_fromstring(
            str(entry.html), create_parent="div"
        ).text_content().replace("\u00a0", " ") == entry.plain.replace("\u00a0", " ")


def test_each_entry_is_formatted_once(made_up: Edition) -> None:
    format = Formatter(made_up.bibliography)
    reference = made_up.bibliography["brine1919lamps"]
    assert format(reference) is format(reference)


def test_what_the_paper_prints_otherwise_is_said_in_sentences() -> None:
    entry = formatted(
        "online",
        title="{Oil: the Wick}",
        author="{Board of Lights}",
        userd="{Lights Bd.}",
        usera="{Oil; the wick!}",
        userb="{Oils, the Wick}",
        userc="{Oils: The Wick}",
        usere="{burning bright.}",
        annotation="{The year is inferred.}",
    )
    assert entry.printed_titles == ["Oils, the Wick"]
    assert entry.printed == [
        "Author in the paper: Lights Bd.",
        "In the paper: “Oils, the Wick”.",
        "Printed after the entry: “burning bright.”",
    ]
    assert entry.annotation == "The year is inferred."
    assert formatted("online", title="Oil").printed == []


@pytest.mark.parametrize("kind", ["", "translationof", "reviewof", "reprintof", "unheardof"])
def test_a_relation_to_an_unknown_work_is_left_out(kind: str) -> None:
    assert formatted("misc", title="T", related="gone", relatedtype=kind).related == ()
