"""The exact messages of each rule: messages/ has a file for each module of rules.

A case says what is changed in the made-up paper, and what the rule says then:

- `in`, `old`, `new`: words of a file; without `old` the whole file; several are `changes`.
- `text`: a text that stands as line 12 of docs/about.md.
- `entry`: the fields of an entry that breaks no other rule, at the end of bib/editors.bib; null
  takes a field out. `list`: any text there. Lines count from its first one, and the path is left
  out.
- `built`, `new`: words of a page of the built paper.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from conftest import PAPER
from edition import checks
from edition.checks.link_check import status_rules
from edition.model import Edition
from edition.problem import rule_name, rules_in

ALL_RULES = [*checks.RULES, *rules_in(status_rules)]

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
    """What a case changes: the file, the words there, and those in their place."""
    if "text" in case:
        return [("docs/about.md", "## Citing", f"{case['text']}\n\n## Citing")]
    if "entry" in case:
        return [("bib/editors.bib", "", EDITORS + entry(**case["entry"]))]
    if "list" in case:
        return [("bib/editors.bib", "", EDITORS + case["list"])]
    return [(one["in"], one.get("old", ""), one["new"]) for one in case.get("changes", [case])]


def changed_files(case: dict) -> dict[str, str]:
    """The files that a case changes, as they are then."""
    files: dict[str, str] = {}
    for path, old, new in changes_of(case):
        if old:
            text = files.get(path) or (PAPER / path).read_text("utf-8")
            assert old in text, f"{path} has no '{old}'"
            new = text.replace(old, new, 1)
        files[path] = new
    return files


def problems_of(rule: str, root: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a rule finds in a paper, without the level, which is that of its example.

    A rule for the sources runs alone; what loading and the exceptions find is sought with all.
    """
    alone = [one for one in ALL_RULES if rule_name(one) == rule]
    monkeypatch.setattr(checks, "RULES", alone or ALL_RULES)
    found = checks.check_sources(Edition.load(root))
    return [str(replace(problem, level=None)) for problem in found if problem.rule == rule]


def from_first_line(problem: str) -> str:
    """A problem of the editors' list, with the line counted from what a case adds to it."""
    line, said = problem.removeprefix("bib/editors.bib:").split(": ", 1)
    return f"{int(line) - LINES}: {said}"


@pytest.mark.parametrize(("rule", "case"), CASES, ids=[rule for rule, _ in CASES])
def test_a_rule_says(overlay, damaged, monkeypatch, rule, case):
    if "built" in case:
        found = damaged(rule, case["built"], case["new"])
    else:
        found = problems_of(rule, overlay(changed_files(case)), monkeypatch)
    if {"entry", "list"} & set(case):
        found = list(map(from_first_line, found))
    assert found == case["says"].splitlines()
