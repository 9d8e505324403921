"""The one description of a work, word for word; those of the made-up paper are in
tests/golden/site/references.html.
"""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from markupsafe import Markup

from edition.citing.coins import coins
from edition.citing.csl_json import csl_item
from edition.citing.formatted_reference import FormattedReference
from edition.citing.formatter import Formatter
from edition.citing.ris import ris_of_items
from edition.model import Bibliography, Reference
from edition.model.works.bibliography import read_bibliography
from edition.problem import Location


def formatted(type: str, /, **fields: str) -> FormattedReference:
    return Formatter(Bibliography())(Reference("a", type, fields, Location("bib/a.bib", 1)))


def test_other_kinds_and_odd_values(golden):
    """The entries of descriptions.bib, as they are printed, and as RIS and COinS."""
    works = read_bibliography(Path(__file__).parent, ["descriptions.bib"])
    assert works.problems == []
    parts = []
    for work in works:
        item = csl_item(work)
        parts += [f"{work.key}: {Formatter(works)(work).plain}", ris_of_items([item]), coins(item)]
    golden("citing/descriptions.txt", "\n".join([*parts, ""]))


def test_a_value_too_deep_to_read_is_printed_without_braces():
    assert formatted("misc", title="T {" * 400 + "}" * 400).plain == f"{'T ' * 400}".strip() + "."


@pytest.mark.parametrize("title", ["<img src=x>T", 'T" onload="x', "T & U", "T 'U'"])
def test_values_are_text_and_never_markup(title):
    reference = formatted("misc", title=title)
    element = lxml.html.fragment_fromstring(str(reference.html), create_parent="div")
    assert element.text_content() == reference.plain == f"{title}."
    assert list(element.iter("img")) == []


def test_html_and_plain_text_say_the_same(made_up):
    for reference in made_up.bibliography:
        entry = Formatter(made_up.bibliography)(reference)
        words = Markup(entry.html).striptags().split()
        assert words == entry.plain.split()


def test_each_entry_is_formatted_once(made_up):
    format = Formatter(made_up.bibliography)
    reference = made_up.bibliography["brine1919lamps"]
    assert format(reference) is format(reference)


def test_what_the_paper_prints_otherwise_is_said_in_sentences():
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
    assert entry.printed == [
        "Author in the paper: Lights Bd.",
        "In the paper: “Oils, the Wick”.",
        "Printed after the entry: “burning bright.”",
    ]
    assert entry.annotation == "The year is inferred."
    assert formatted("online", title="Oil").printed == []


@pytest.mark.parametrize("kind", ["", "translationof", "reviewof", "reprintof", "unheardof"])
def test_a_relation_to_an_unknown_work_is_left_out(kind):
    assert formatted("misc", title="T", related="gone", relatedtype=kind).related == ()
