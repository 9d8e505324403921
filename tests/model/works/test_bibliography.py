"""In:

.bib files. Out: entries in order with their lines, and a problem for each that cannot be read.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from edition.model import Bibliography
from edition.model.works.bibliography import read_bibliography

CASES = yaml.safe_load(Path(__file__).with_name("bibliography-cases.yml").read_text("utf-8"))


def report(bibliography: Bibliography) -> Iterator[str]:
    """Each entry, its fields with their lines, what nothing defines in them; then the problems."""
    for entry in bibliography.entries:
        yield f"{entry.location}: @{entry.type} {entry.key}"
        if bibliography.references[entry.key] is not entry:
            yield "  its key is used above"
        for name, value in entry.fields.items():
            yield f"  {entry.lines[name]}: {name} = {value}"
        for name, macro in entry.macros.items():
            yield f"  {name} has the unknown macro {macro}"
    yield from map(str, bibliography.problems)


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_lists_are_read(tmp_path: Path, case: dict) -> None:
    for path, text in case["lists"].items():
        if text is not None:
            (tmp_path / path).write_text(text, encoding="utf-8")
    found = read_bibliography(tmp_path, list(case["lists"]))
    assert "\n".join(report(found)) == case["read"].rstrip()


def test_a_file_that_changes_is_read_again(tmp_path: Path) -> None:
    for title in ("One", "Two"):
        text = f"@book{{a, title = {{{title}}}, b}}"
        (tmp_path / "a.bib").write_text(text, encoding="utf-8")
        for _ in range(2):
            found = read_bibliography(tmp_path, ["a.bib"])
            assert [problem.rule for problem in found.problems] == ["malformed-entry"]
        found.problems.clear()
