"""CSL-JSON items of references: types, names, dates and titles, valid against the official
schema.
"""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from pybtex.database import Person

from edition.citing.csl_item import csl_date
from edition.citing.csl_json import csl_item, csl_name
from edition.citing.self_citation import page_item, paper_item
from edition.model import Reference
from edition.problem import Location

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "csl-data.json").read_text("utf-8"))


def item(type: str, **fields: str) -> dict[str, object]:
    return csl_item(Reference("key", type, fields, Location("bib/paper.bib")))


@pytest.mark.parametrize("name", ["real", "made_up"])
def test_all_items_are_valid_and_what_is_unknown_is_absent(name, request):
    edition = request.getfixturevalue(name)
    items = [paper_item(edition), *(page_item(edition, page) for page in edition.pages)]
    items += map(csl_item, edition.bibliography)
    jsonschema.validate(items, SCHEMA)
    assert [found for found in items if not all(found.values())] == []


@pytest.mark.parametrize(
    ("type", "subtype", "csl"),
    [
        ("article", "", "article-journal"),
        ("article", "newspaper", "article-newspaper"),
        ("article", "magazine", "article-magazine"),
        ("misc", "newspaper", "document"),
        ("neverheardof", "", "document"),
    ],
)
def test_types(type, subtype, csl):
    assert item(type, entrysubtype=subtype)["type"] == csl


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
    assert "issued" not in item("online", title="T", date=iso)


def test_a_body_is_a_whole_and_a_person_in_parts():
    body = "Board of Trade and Industry, Harbor"
    assert csl_name(Person(f"{{{body}}}")) == {"literal": body}
    assert csl_name(Person(r"van der {\"O}rn, Jr., Ada May")) == {
        "family": "Örn",
        "given": "Ada May",
        "non-dropping-particle": "van der",
        "suffix": "Jr.",
    }


def test_an_edition_that_is_no_field_of_its_own_is_kept():
    assert item("report", title="T", titleaddon="2023 Edition")["edition"] == "2023 Edition"
    assert item("report", title="T", titleaddon="Revised")["note"] == "Revised"
