"""The one description of a work that page, preview, list and concordance show, word for word."""

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
    ("key", "text"),
    [
        (
            "brine1919lamps",
            "Brine, Ada. The Lamps of Orrin. Second edition, Port Sella: Gull Rock Press, 1919.",
        ),
        (
            "board1911rules",
            "Orrin Lights Board. Rules for the Care of Lamps. Revised. Circular 7, March 1911.",
        ),
        (
            "vanderholm1987wicks",
            "van der Holm, Ludwig; Brine, Tove. Wicks, Wind and Weather. Annals of the Outer Isles, volume 12, number 3, pages 201–219, 1987.",
        ),
        ("bluebay2018lamp", "Blue Bay Daily. The Lamp That Never Slept. 4 May 2018."),
        (
            "veyra2003oil",
            "Veyra, Lena. Seal Oil and Colza. In A Handbook of Island Trades, edited by Tarn, Ivo, pages 77–80, Gull Rock Press, 2003.",
        ),
        (
            "tarn1995fog",
            "Tarn, Ivo; Osk, Mira; Veyra, Lena. Fog Signals before the Cable. In Papers of the Third Sella Meeting, pages 5–19, September 1995.",
        ),
        (
            "oilwick2021led",
            "Oil & Wick Company. Oil & Wick: 40 % of LED Lamps Are Örn-built. 2021.",
        ),
        (
            "osk2010four",
            "Osk, Mira. Four Hours Asleep: The Watch on Gull Rock. Doctoral thesis, University of Port Sella, 2010.",
        ),
        ("keepersunionndletters", 'Keepers\' Union of the Orrin Isles. "Letters" from the Towers.'),
        ("rahi2016light", "Rahi, Noor. The Light of the Islands. Mehran Sea Quarterly, 2016."),
        ("brine2021lamps", "Brine, Ada. The Lamps of Orrin. 1 December 2021."),
        (
            "osk1990wages",
            "Wages of the Outer Isles. Edited by Osk, Mira; Tarn, Ivo. Harbor & Daughters, 1990.",
        ),
        (
            "afsund2001pensions",
            "af Sund, Karl. Pensions at Sea. Thesis, Orrin School of Trades, 2001.",
        ),
        ("soundcouncilndtables", "Sound Council. Tide_Tables of [the] *Sound*."),
        ("sellaarchive2020roll", "Port Sella Archive. Roll of Keepers. 31 January 2020."),
        ("grey2005birds", "Grey, Otto. Birds Struck by Lamps. Gull Rock Press, 2005."),
    ],
)
def test_every_entry_of_the_made_up_paper_is_described_in_full(
    made_up: Edition, key: str, text: str
) -> None:
    assert (
        Formatter(made_up.bibliography)(made_up.bibliography[key]).plain.replace("\u00a0", " ")
        == text
    )


def test_no_entry_is_left_out(made_up: Edition) -> None:
    cases = test_every_entry_of_the_made_up_paper_is_described_in_full.pytestmark[0].args[1]
    assert {key for key, _text in cases} == set(made_up.bibliography.references)


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


def test_what_is_said_beside_the_description(made_up: Edition) -> None:
    format = Formatter(made_up.bibliography)
    lamp, roshni, reprint, letters = (
        format(made_up.bibliography[key])
        for key in ("bluebay2018lamp", "rahi2016light", "brine2021lamps", "keepersunionndletters")
    )
    assert (lamp.language, lamp.original_title, lamp.original_language) == (
        "Chinese",
        "不眠的灯",
        "zh-Hans",
    )
    assert (lamp.printed_titles, lamp.printed_address) == (
        ["The Lamp which never Slept"],
        "https://www.bluebay.example/2018/O5/04/lamp_1.html",
    )
    assert (lamp.accessed.replace("\u00a0", " "), lamp.address, lamp.undated) == (
        "3 February 2024",
        "bluebay.example/2018/05/04/lamp_1.html",
        False,
    )
    assert (roshni.language, roshni.original_title, roshni.original_language) == (
        "Urdu",
        "جزیروں کی روشنی",
        "ur",
    )
    assert (reprint.relation, reprint.related, reprint.first_issued) == (
        "Reprint of",
        (made_up.bibliography["brine1919lamps"],),
        "1919",
    )
    assert (letters.undated, letters.numbers, letters.anchor) == (
        True,
        [19, 20],
        "ref-keepersunionndletters",
    )


@pytest.mark.parametrize("kind", ["", "translationof", "reviewof", "reprintof", "unheardof"])
def test_a_relation_to_an_unknown_work_is_left_out(kind: str) -> None:
    assert formatted("misc", title="T", related="gone", relatedtype=kind).related == ()
