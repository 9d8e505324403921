"""What the sources say as files: no address of a copy is in them; of the made-up paper they are in tests/golden/exports."""

from __future__ import annotations

import csv
import io
import json

from edition.citing.typed_links import twin_address
from edition.exports import exports_of
from edition.exports.evidence_data import COLUMNS, evidence_csv, evidence_json
from edition.exports.llms import llms_txt
from edition.model import Edition


def test_a_copy_is_told_and_its_address_is_not(real):
    rows = json.loads(evidence_json(real))
    assert [row["number"] for row in rows if row.get("copy")] == [
        item.number for item in real.evidence_by_number.values() if item.is_copy
    ]
    data = evidence_json(real) + evidence_csv(real)
    assert [item for item in real.evidence if item.address and item.address.encode() in data] == []


def test_the_spreadsheet_says_the_same(real):
    rows = json.loads(evidence_json(real))
    cells = list(csv.DictReader(io.StringIO(evidence_csv(real).decode("utf-8-sig"))))
    assert list(cells[0]) == COLUMNS
    assert {name for row in rows for name in row} <= set(COLUMNS)
    assert [(row["number"], row["verdict"], row["quotation"]) for row in cells] == [
        (str(row["number"]), row["verdict"], row.get("quotation", "")) for row in rows
    ]


def test_a_paper_without_evidence_has_no_files(overlay):
    edition = Edition.load(overlay({"docs/data/evidence.yml": None}))
    assert [path for path in exports_of(edition) if "evidence.json" in path] == []
    assert b"downloads/evidence.json" not in llms_txt(edition)
    page = edition.by_path["towers/stone.md"]
    assert b"evidence" not in exports_of(edition)[twin_address(page)]()
