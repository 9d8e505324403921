"""What others reported of programs like this one, each laid over the smallest paper.

For each folder in reported/, expected.txt has the problems that are found, the words of every page,
and each work as it is printed. `--refresh-golden` writes it anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cases.test_bibliography import CONVENTIONS, overlay_case
from edition.checks import check_sources
from edition.citing.formatter import Formatter
from edition.model import Edition
from edition.review.passages import page_passages

REPORTED = Path(__file__).with_name("reported")


def report(edition: Edition) -> Iterator[str]:
    problems = [str(one) for one in check_sources(edition) if one.rule not in CONVENTIONS]
    yield from problems or ["No problems."]
    formatted = Formatter(edition.bibliography)
    for page in edition.pages:
        yield f"\n# {page.path}"
        yield from (passage.text for passage in page_passages(edition, page))
    yield "\n# Works"
    yield from (formatted(work).plain for work in edition.bibliography)


@pytest.mark.parametrize("case", sorted(folder.name for folder in REPORTED.iterdir()))
def test_what_was_reported_is_read_or_named(case, tmp_path, request):
    edition = Edition.load(overlay_case(tmp_path / "paper", f"../reported/{case}"))
    text = "\n".join(report(edition)) + "\n"
    expected = REPORTED / case / "expected.txt"
    if request.config.getoption("--refresh-golden"):
        expected.write_text(text, "utf-8")
    assert text == expected.read_text("utf-8")
