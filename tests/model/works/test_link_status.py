"""bib/link-status.json is read, or its fault is reported with the line; what is written reads back."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.model import LinkStatus
from edition.model.works.link_status import FILE, link_status_text, read_link_status

HINT = "Take the line out, or write the file anew with `make links`."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "{\n",
            "bib/link-status.json:2: malformed-data: this is not YAML: expected the node content, but found '<stream end>'.",
        ),
        (
            "[]",
            "bib/link-status.json:1: malformed-data: the file is not a list of addresses with their records.",
        ),
        (
            "[" * 100_000,
            "bib/link-status.json:1: malformed-data: the data is nested more than 40 deep.",
        ),
        (
            '{"\\ud800": 1}',
            "bib/link-status.json:1: malformed-data: '\\ud800' is half a character.",
        ),
        (
            '{\n"http://a.b": 1}',
            "bib/link-status.json:2: malformed-data: 'http://a.b' is not followed by a record.",
        ),
        (
            '{"http://a.b": {"color": 1}}',
            "bib/link-status.json:1: malformed-data: 'http://a.b' has the unknown field 'color'.",
        ),
        (
            '{"http://a.b": {"state": "dead"}}',
            "bib/link-status.json:1: malformed-data: 'http://a.b' has the state 'dead', which is none of alive, moved, gone, refused, unreached.",
        ),
        (
            '{"http://a.b": {"state": "gone"}}',
            "bib/link-status.json:1: malformed-data: 'http://a.b' has a day that is not of the form YYYY-MM-DD.",
        ),
        (
            '{"http://a.b": {"state": "gone", "checked": "2026-02-30"}}',
            "bib/link-status.json:1: malformed-data: 'http://a.b' has a day that is not of the form YYYY-MM-DD.",
        ),
        (
            '{"http://a.b": {"state": "moved", "checked": "2026-12-03", "moved_to": "javascript:x"}}',
            "bib/link-status.json:1: malformed-data: 'http://a.b' has a state that does not fit 'moved_to'.",
        ),
        (
            '{"http://a.b": {"state": "alive", "checked": "2026-12-03", "moved_to": "https://b.c"}}',
            "bib/link-status.json:1: malformed-data: 'http://a.b' has a state that does not fit 'moved_to'.",
        ),
    ],
)
def test_malformed_data(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "bib").mkdir()
    (tmp_path / FILE).write_text(text)
    link_status, problems = read_link_status(tmp_path)
    assert (link_status, [str(problem) for problem in problems]) == ({}, [f"{message} {HINT}"])


def test_the_file_is_sorted_and_reads_back(tmp_path: Path) -> None:
    link_status = {
        "https://b.c/中": LinkStatus("moved", "2026-12-03", "2026-11-26", "https://d.e/"),
        "http://a.b/": LinkStatus("alive", "2026-12-03", "2026-12-03"),
    }
    text = link_status_text(link_status)
    assert text == (
        "{\n"
        '  "http://a.b/": {"state": "alive", "checked": "2026-12-03", "last_alive": "2026-12-03"},\n'
        '  "https://b.c/中": {"state": "moved", "checked": "2026-12-03", "last_alive": "2026-11-26", "moved_to": "https://d.e/"}\n'
        "}\n"
    )
    (tmp_path / "bib").mkdir()
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert read_link_status(tmp_path) == (link_status, [])
    assert link_status_text({}) == "{}\n"
