"""bib/link-status.json is read, or its fault is reported with the line; what is written reads
back.
"""

from __future__ import annotations

from pathlib import Path

from edition.model import LinkStatus
from edition.model.works.link_status import FILE, link_status_text, read_link_status

HINT = "Take the line out, or write the file anew with `make links`."


def test_deeply_nested_data_is_a_problem(tmp_path):
    (tmp_path / "bib").mkdir()
    (tmp_path / FILE).write_text("[" * 100_000)
    link_status, problems = read_link_status(tmp_path)
    said = f"{FILE}:1: malformed-data: the data is nested more than 40 deep. {HINT}"
    assert (link_status, [str(problem) for problem in problems]) == ({}, [said])


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
