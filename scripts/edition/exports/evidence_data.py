"""Writes what the cited sources say, as JSON and CSV."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from edition.citing.csl_item import known
from edition.model import Edition, Evidence
from edition.model.files.tables import csv_bytes, json_bytes
from edition.model.pages.target import Target

COLUMNS = (
    "number key section paragraph address sentence verdict verdict_name quotation lang"
    " translation seen copy source report notes date remark"
).split()


def evidence_facts(item: Evidence) -> dict[str, object]:
    """What is known of one citation's source; what is not known is left out.

    The address of a copy is not among it: no reader is sent there.
    """
    return known(
        {
            "verdict": item.verdict,
            "verdict_name": item.verdict_name,
            "quotation": item.quotation,
            "lang": item.lang,
            "translation": item.translation,
            "seen": item.seen,
            "copy": item.is_copy or None,
            "source": item.source,
            "report": item.report,
            "notes": list(item.notes),
            "date": item.date,
            "remark": item.remark,
        }
    )


def _rows(edition: Edition) -> list[dict[str, object]]:
    keys = {row.number: row.key for row in edition.concordance}
    rows = []
    for number, item in edition.evidence_by_number.items():
        row: dict[str, object] = {"number": number, "key": keys.get(number)}
        citation = edition.citations_by_number.get(number)
        if citation:
            page = edition.by_path[citation.page]
            row["section"] = page.section
            row["paragraph"] = citation.paragraph
            row["address"] = edition.address(Target(citation.page, citation.anchor))
            row["sentence"] = citation.sentence
        rows.append(row | evidence_facts(item))
    return rows


def evidence_json(edition: Edition) -> bytes:
    """Every record in the order of the printed numbers, with the citation it is about."""
    return json_bytes(_rows(edition))


def evidence_csv(edition: Edition) -> bytes:
    """The same for a spreadsheet."""
    return csv_bytes(_rows(edition), COLUMNS)


def evidence_files(edition: Edition) -> dict[str, Callable[[], bytes]]:
    """Both files; none where there is no evidence."""
    if not edition.evidence:
        return {}
    return {
        "downloads/evidence.csv": partial(evidence_csv, edition),
        "downloads/evidence.json": partial(evidence_json, edition),
    }
