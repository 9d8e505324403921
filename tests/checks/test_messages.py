"""The exact messages of each rule: messages/ has a file for each module of rules.

A case says what is changed in the made-up paper, and what the rule says then:

- `in`, `old`, `new`: words of a file; without `old` the whole file; several are `changes`.
- `text`: a text that stands as line 12 of docs/about.md.
- `entry`: the fields of an entry that breaks no other rule, at the end of bib/editors.bib; null
  takes a field out. `list`: any text there. Lines count from its first one, and the path is left out.
- `built`, `new`: words of a page of the built paper.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from conftest import PAPER

CASES = [
    (rule, case)
    for file in sorted((Path(__file__).parent / "messages").glob("*.yml"))
    for rule, cases in yaml.safe_load(file.read_text("utf-8")).items()
    for case in cases
]
ENTRY = {
    "author": "{Harbor Board}",
    "title": "{Lamps of Today}",
    "date": "2020-05-04",
    "url": "https://harbor.example/lamps",
    "langid": "english",
}
EDITORS = (PAPER / "bib/editors.bib").read_text("utf-8") + "\n"
LINES = EDITORS.count("\n")


def entry(type: str = "online", key: str = "board2020lamps", **fields: str | None) -> str:
    """The text of an entry."""
    lines = (f"  {name} = {{{value}}},\n" for name, value in (ENTRY | fields).items() if value)
    return f"@{type}{{{key},\n{''.join(lines)}}}\n"


def changes_of(case: dict) -> list[tuple[str, str, str]]:
    if "text" in case:
        return [("docs/about.md", "## Citing", f"{case['text']}\n\n## Citing")]
    if "entry" in case:
        return [("bib/editors.bib", "", EDITORS + entry(**case["entry"]))]
    if "list" in case:
        return [("bib/editors.bib", "", EDITORS + case["list"])]
    return [(one["in"], one.get("old", ""), one["new"]) for one in case.get("changes", [case])]


def from_first_line(problem: str) -> str:
    """A problem of the editors' list, with the line counted from what a case adds to it."""
    line, said = problem.removeprefix("bib/editors.bib:").split(": ", 1)
    return f"{int(line) - LINES}: {said}"


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[rule for rule, _ in CASES])
def test_a_rule_says(problems, damaged, rule, case):
    if "built" in case:
        found = damaged(rule, case["built"], case["new"]).splitlines()
    else:
        found = problems(rule, *changes_of(case)).splitlines()
    if {"entry", "list"} & set(case):
        found = map(from_first_line, found)
    assert list(found) == case["says"].splitlines()
