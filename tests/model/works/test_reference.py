"""In: an entry's fields. Out: what follows from them: plain text, names, dates, numbers, addresses."""

from __future__ import annotations

import pytest

from edition.model import Reference
from edition.problem import Location


def reference(**fields: str) -> Reference:
    return Reference("a", "online", fields, Location("bib/a.bib", 1))


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        ("{{The Lamps}}", "The Lamps"),
        ("Oil & Wick: 40 % of {LED} Lamps", "Oil & Wick: 40 % of LED Lamps"),
        (r"Oil \& Wick: 40 \% of {LED} Lamps", "Oil & Wick: 40 % of LED Lamps"),
        (r"{\"O}rn, D{\'e}j\`a", "Örn, Déjà"),
        ("Over\n   two lines", "Over two lines"),
        ("1911--1919", "1911–1919"),
        ("$5 a_b #3", "$5 a_b #3"),
        ("不眠的灯", "不眠的灯"),
        ("جزیروں کی روشنی", "جزیروں کی روشنی"),
        ("a } b {", "a b"),
        ("C:\\", "C:\\"),
        (r"\enquote{Salt} in the XIX\textsuperscript{e}", "“Salt” in the XIXe"),
        (r"CO$_2$, $<$ 5, 10$^{-3}$", "CO₂, < 5, 10⁻³"),
        ("from $5 to $6", "from $5 to $6"),
        (r"\ifmmode\pm\else\textpm\fi{}3", "±3"),
        (r"Garc{\'{\i}}a, \c{C}etin, \v Capek, \L{}ukasz", "García, Çetin, Čapek, Łukasz"),
        ("<i>Salmo</i> {\\&}amp; H<sub>2</sub>O &#60; 5, 1 <2> &x;", "Salmo & H₂O < 5, 1 <2> &x;"),
        (r"\mnras", "Monthly Notices of the Royal Astronomical Society"),
        (r"a \unheardof{b} c", r"a \unheardof{b} c"),
        ("{" * 2000 + "\\&" + "}" * 2000, "\\&"),
    ],
)
def test_a_value_is_read_as_plain_text(value: str, plain: str) -> None:
    assert reference(title=value).title == plain


def test_an_absent_field_is_empty() -> None:
    empty = reference()
    assert (
        empty.title,
        empty.date,
        empty.accessed,
        empty.url,
        empty.archive_lookup,
        empty.numbers,
        empty.authors,
    ) == ("", "", "", "", "", [], [])


@pytest.mark.parametrize(
    ("keywords", "numbers"),
    [
        ("", []),
        ("ref7", [7]),
        ("ref6, ref1", [1, 6]),
        ("oil,ref12, lamps", [12]),
        ("ref, refx, xref3, ref4x, Ref5", []),
    ],
)
def test_printed_numbers_come_from_the_keywords(keywords: str, numbers: list[int]) -> None:
    assert reference(keywords=keywords).numbers == numbers


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ({"author": "Brine, Ada", "date": "1919-03"}, "Brine 1919"),
        ({"author": "Ada Brine", "year": "1919"}, "Brine 1919"),
        (
            {"author": "van der Holm, Ludwig and Brine, Tove", "date": "1987"},
            "van der Holm and Brine 1987",
        ),
        (
            {"author": "Tarn, Ivo and Osk, Mira and Veyra, Lena", "date": "1995"},
            "Tarn and others 1995",
        ),
        ({"author": "Tarn, Ivo and others", "date": "1995"}, "Tarn and others 1995"),
        ({"author": "Tarn, Ivo and\n  Osk, Mira", "date": "1995"}, "Tarn and Osk 1995"),
        ({"author": r"{Oil \& Wick Company}", "date": "2021"}, "Oil & Wick Company 2021"),
        ({"author": "{Board and Council}"}, "Board and Council"),
        ({"editor": "Osk, Mira", "title": "Wages", "date": "1990"}, "Osk 1990"),
        ({"title": "{{Tide Tables}}"}, "Tide Tables"),
        ({"author": "A, B, C, D", "date": "1990"}, "A, B, C, D 1990"),
        ({}, "a"),
    ],
)
def test_the_short_name_of_a_work(fields: dict[str, str], short: str) -> None:
    assert reference(**fields).short == short


@pytest.mark.parametrize(
    ("url", "urldate", "lookup"),
    [
        (
            "https://a.example/b?c=1#d",
            "2024-02-03",
            "https://web.archive.org/web/20240203/https://a.example/b?c=1#d",
        ),
        ("http://a.example/", "2024-02", "https://web.archive.org/web/202402/http://a.example/"),
        ("https://a.example/", "2024", "https://web.archive.org/web/2024/https://a.example/"),
        ("https://a.example/", "", "https://web.archive.org/web/https://a.example/"),
        ("https://a.example/", "last week", "https://web.archive.org/web/https://a.example/"),
        ("ftp://a.example/", "2024", ""),
        ("javascript:alert(1)", "2024", ""),
        ("", "2024", ""),
    ],
)
def test_the_archive_look_up(url: str, urldate: str, lookup: str) -> None:
    assert reference(url=url, urldate=urldate).archive_lookup == lookup


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("10.1000/182", "https://doi.org/10.1000/182"),
        ("https://doi.org/10.1000/182", "https://doi.org/10.1000/182"),
        ("www.a.example/b", "https://www.a.example/b"),
        ("a.example", "https://a.example"),
        ("https://a.example/b", "https://a.example/b"),
        ("see the library", "see the library"),
    ],
)
def test_an_address_leads_to_the_web(url: str, address: str) -> None:
    assert reference(url=url).address == address
