"""What the sources say as files; of the made-up paper they are in tests/golden/exports."""

from __future__ import annotations

from edition.citing.typed_links import twin_address
from edition.exports import exports_of
from edition.exports.apparatus_data import table_csv, table_json
from edition.exports.evidence_data import EVIDENCE
from edition.exports.llms import llms_txt
from edition.model import Edition


def test_a_copy_is_told_and_its_address_is_not(real):
    table = EVIDENCE["evidence"]
    data = table_json(table, real) + table_csv(table, real)
    copies = [item for item in real.evidence if item.is_copy]
    assert data.count(b'"copy": true') == len(copies) > 0
    assert [item for item in real.evidence if item.address and item.address.encode() in data] == []


def test_a_paper_without_evidence_has_no_files(overlay):
    edition = Edition.load(overlay({"docs/data/evidence.yml": None}))
    files = exports_of(edition)
    assert [path for path in files if "evidence.json" in path] == []
    assert b"downloads/evidence.json" not in llms_txt(edition)
    page = edition.by_path["towers/stone.md"]
    assert b"evidence" not in files[twin_address(page)]()
