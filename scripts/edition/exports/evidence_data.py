"""Writes what the cited sources say, as JSON and CSV."""

from __future__ import annotations

from edition.citing.csl_item import known
from edition.exports.apparatus_data import Row, Table
from edition.model import Edition, Evidence
from edition.model.pages.target import Target


def evidence_facts(item: Evidence) -> Row:
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


def evidence(edition: Edition) -> list[Row]:
    """Every record in the order of the printed numbers, with the citation it is about."""
    keys = {row.number: row.key for row in edition.concordance}
    rows = []
    for number, item in edition.evidence_by_number.items():
        row: Row = {"number": number, "key": keys.get(number)}
        citation = edition.citations_by_number.get(number)
        if citation:
            page = edition.by_path[citation.page]
            row["section"] = page.section
            row["paragraph"] = citation.paragraph
            row["address"] = edition.address(Target(citation.page, citation.anchor))
            row["sentence"] = citation.sentence
        rows.append(row | evidence_facts(item))
    return rows


EVIDENCE = {
    "evidence": Table(
        evidence,
        (
            "number key section paragraph address sentence verdict verdict_name quotation lang"
            " translation seen copy source report notes date remark"
        ).split(),
    )
}
"""The table, by the name of its files; an edition without evidence does not have them."""
