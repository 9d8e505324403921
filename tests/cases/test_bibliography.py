"""Lists of works as people keep them, each laid over the smallest paper.

For each folder in bibliography/, expected.txt has the problems that are found, and each work as it
is printed, with its links, as CSL-JSON and as BibTeX. `--refresh-golden` writes it anew.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from conftest import LEAST, overlay_paper
from edition.checks import check_sources
from edition.citing.bibtex import bibtex_entry
from edition.citing.coins import coins
from edition.citing.csl_json import csl_item
from edition.citing.formatter import Formatter
from edition.citing.ris import ris_of_items
from edition.model import Edition

CASES = Path(__file__).with_name("bibliography")
CONVENTIONS = {"key-convention", "not-normal-form", "unbraced-title", "entry-order"}
"""Rules for how this house writes its own lists."""


def overlay_case(root: Path, case: str) -> Path:
    """The smallest paper with the files of a case."""
    folder = CASES / case
    paths = [file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()]
    return overlay_paper(root, {path: (folder / path).read_bytes() for path in paths}, LEAST)


def _report(edition: Edition) -> str:
    problems = [one for one in check_sources(edition) if one.rule not in CONVENTIONS]
    parts = ["\n".join(map(str, problems)) or "No problems."]
    formatted = Formatter(edition.bibliography)
    for work in edition.bibliography:
        item, entry = csl_item(work), formatted(work)
        assert coins(item)
        assert ris_of_items([item])
        links = [*(address for address, _shown in entry.links), work.url]
        lines = [
            entry.plain.replace("\u00a0", " "),
            *filter(None, links),
            json.dumps(item, ensure_ascii=False),
            bibtex_entry(work),
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


@pytest.mark.parametrize("case", sorted(folder.name for folder in CASES.iterdir()))
def test_a_list_as_people_keep_it(case, tmp_path, request):
    report = _report(Edition.load(overlay_case(tmp_path / "paper", case)))
    expected = CASES / case / "expected.txt"
    if request.config.getoption("--refresh-golden"):
        expected.write_text(report, "utf-8")
    assert report == expected.read_text("utf-8")
