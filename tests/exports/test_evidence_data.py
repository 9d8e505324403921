"""What the sources say as files, read back: they say what the data say."""

from __future__ import annotations

import csv
import io
import json

import pytest

from edition.citing.typed_links import twin_address
from edition.exports import exports_of
from edition.exports.evidence_data import COLUMNS, evidence_csv, evidence_json
from edition.exports.llms import llms_txt
from edition.exports.search_index import search_documents
from edition.model import Edition


@pytest.fixture(params=["made_up", "real"])
def either(request: pytest.FixtureRequest) -> Edition:
    edition: Edition = request.getfixturevalue(request.param)
    return edition


def test_each_number_has_a_row_with_its_citation(either: Edition) -> None:
    rows = json.loads(evidence_json(either))
    assert [row["number"] for row in rows] == [row.number for row in either.concordance]
    assert [row["key"] for row in rows] == [row.key for row in either.concordance]
    for row, item in zip(rows, either.evidence_by_number.values(), strict=True):
        assert (row["verdict"], row["seen"], row["remark"]) == (
            item.verdict,
            item.seen,
            item.remark,
        )
        assert row.get("quotation", "") == item.quotation
        assert row["address"].endswith(f"#cite-{item.number}")


def test_a_copy_is_told_and_its_address_is_not(either: Edition) -> None:
    rows = json.loads(evidence_json(either))
    assert [row["number"] for row in rows if row.get("copy")] == [
        item.number for item in either.evidence_by_number.values() if item.is_copy
    ]
    data = evidence_json(either) + evidence_csv(either)
    assert [
        item for item in either.evidence if item.address and item.address.encode() in data
    ] == []


def test_the_spreadsheet_says_the_same(either: Edition) -> None:
    rows = json.loads(evidence_json(either))
    cells = list(csv.DictReader(io.StringIO(evidence_csv(either).decode("utf-8-sig"))))
    assert list(cells[0]) == COLUMNS
    assert {name for row in rows for name in row} <= set(COLUMNS)
    assert [(row["number"], row["verdict"], row["quotation"]) for row in cells] == [
        (str(row["number"]), row["verdict"], row.get("quotation", "")) for row in rows
    ]


def test_the_twin_of_a_page_has_it_at_the_citation(made_up: Edition) -> None:
    page = made_up.by_path["towers/stone.md"]
    twin = json.loads(exports_of(made_up)[twin_address(page)]())
    cited = twin["paragraphs"][1]["citations"]
    assert [(one["number"], one["evidence"]["verdict"]) for one in cited] == [
        (4, "unrelated"),
        (5, "supports"),
    ]
    assert cited[1]["evidence"] == {
        "verdict": "supports",
        "verdict_name": "Supports",
        "quotation": "海水从门口涌了进来。",
        "lang": "zh-Hans",
        "translation": "The sea came in at the door.",
        "seen": "page",
        "source": "bluebay2018lamp",
        "date": "2025-04-02",
        "remark": "The whole report was seen.",
    }


def test_the_search_finds_quotation_translation_and_remark(made_up: Edition) -> None:
    documents = search_documents(made_up)["evidence/"]
    assert {
        "location": "evidence/#e5",
        "kind": "reference",
        "title": "[5] Supports",
        "text": "海水从门口涌了进来。 The sea came in at the door. The whole report was seen.",
    } in documents


def test_the_guide_for_programs_names_the_file(made_up: Edition) -> None:
    assert b"downloads/evidence.json" in llms_txt(made_up)


def test_a_paper_without_evidence_has_no_files(overlay) -> None:
    edition = Edition.load(overlay({"docs/data/evidence.yml": None}))
    assert [path for path in exports_of(edition) if "evidence.json" in path] == []
    assert b"downloads/evidence.json" not in llms_txt(edition)
    page = edition.by_path["towers/stone.md"]
    assert b"evidence" not in exports_of(edition)[twin_address(page)]()


def test_the_files_are_published(built, made_up: Edition) -> None:
    for name, make in (("json", evidence_json), ("csv", evidence_csv)):
        assert (built.folder / f"downloads/evidence.{name}").read_bytes() == make(made_up)
