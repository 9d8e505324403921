"""CSL-JSON items of references: types, names, dates and titles, valid against the official schema."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from pybtex.database import Person

from edition.citing.csl_item import csl_date
from edition.citing.csl_json import csl_item, csl_name
from edition.citing.self_citation import page_item, paper_item
from edition.model import Edition, Reference
from edition.problem import Location

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "csl-data.json").read_text("utf-8"))


def reference(type: str, **fields: str) -> Reference:
    return Reference("key", type, fields, Location("bib/paper.bib"))


@pytest.mark.parametrize("name", ["real", "made_up"])
def test_all_items_are_valid(name, request):
    edition: Edition = request.getfixturevalue(name)
    own = [paper_item(edition), *(page_item(edition, page) for page in edition.pages)]
    listed = [csl_item(reference) for reference in edition.bibliography]
    assert listed
    jsonschema.validate([*own, *listed], SCHEMA)


@pytest.mark.parametrize(
    ("type", "fields", "csl"),
    [
        ("online", {}, "webpage"),
        ("article", {}, "article-journal"),
        ("article", {"entrysubtype": "newspaper"}, "article-newspaper"),
        ("article", {"entrysubtype": "magazine"}, "article-magazine"),
        ("techreport", {}, "report"),
        ("phdthesis", {}, "thesis"),
        ("book", {}, "book"),
        ("incollection", {}, "chapter"),
        ("inproceedings", {}, "paper-conference"),
        ("misc", {}, "document"),
        ("neverheardof", {}, "document"),
    ],
)
def test_types(type, fields, csl):
    assert csl_item(reference(type, **fields))["type"] == csl


@pytest.mark.parametrize(
    ("iso", "parts"),
    [
        ("2024", [[2024]]),
        ("2024-04", [[2024, 4]]),
        ("2024-04-12", [[2024, 4, 12]]),
        ("1990/1995-03", [[1990], [1995, 3]]),
    ],
)
def test_a_date_is_as_precise_as_known(iso, parts):
    assert csl_date(iso) == {"date-parts": parts}


@pytest.mark.parametrize("iso", ["", "2024-13", "2023-02-29", "spring 2024", "2024/", "1/2/3"])
def test_what_is_no_date_is_left_out(iso):
    assert csl_date(iso) is None
    assert "issued" not in csl_item(reference("online", title="T", date=iso))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        (
            "{Board of Trade and Industry, Harbor}",
            {"literal": "Board of Trade and Industry, Harbor"},
        ),
        (
            "van der Holm, Ludwig",
            {"family": "Holm", "given": "Ludwig", "non-dropping-particle": "van der"},
        ),
        ("Brine, Jr., Ada May", {"family": "Brine", "given": "Ada May", "suffix": "Jr."}),
        (r"{\"O}rn, Tove", {"family": "Örn", "given": "Tove"}),
    ],
)
def test_names(written, name):
    assert csl_name(Person(written)) == name


def test_what_is_unknown_is_absent_never_empty(made_up, real):
    for edition in (made_up, real):
        for item in [csl_item(entry) for entry in edition.bibliography]:
            assert all(item.values())
            assert "archive" not in item
            assert "archive_location" not in item


def test_an_edition_that_is_no_field_of_its_own_is_kept(made_up):
    assert (
        csl_item(reference("techreport", title="T", titleaddon="2023 Edition"))["edition"]
        == "2023 Edition"
    )
    assert csl_item(made_up.bibliography["board1911rules"])["note"] == "Revised"
