"""Files of a size or depth that no person writes; heavy.yml has those with an exact message."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

import format as command
from edition.checks import check_sources
from edition.model import Edition

BIB, DATA, PAGE = "bib/editors.bib", "docs/data/names.yml", "docs/towers/stone.md"
TOO_LARGE = "unreadable-file: the file is larger than 4 MB. Split it, or take out what does not belong in it."
FILES = yaml.safe_load(Path(__file__).with_name("heavy.yml").read_text("utf-8"))
CASES = [(path, case) for path, cases in FILES.items() for case in cases]


def written_out(text: str) -> str:
    """A text of heavy.yml with `xxx` for `⟨x × 3⟩`."""
    return re.sub(r"(?s)⟨(.+?) × (\d+)⟩", lambda run: run[1] * int(run[2]), text)


def page(text: str) -> str:
    return f"---\ntitle: Stone\ndescription: Of stone.\nsection: 1.1\n---\n\n# Stone\n\n{text}\n"


@pytest.fixture()
def found_in(overlay) -> Callable[[str, str | bytes, str], list[str]]:
    """`found_in(path, content, rule)`: the problems of a rule in that file, without the path."""

    def check(path: str, content: str | bytes, rule: str) -> list[str]:
        root: Path = overlay({path: content})
        before = (root / path).read_bytes()
        found = []
        for problem in check_sources(Edition.load(root)):
            assert problem.location.line >= 1
            assert len(problem.message) <= 1000 + len(" … ")
            if (problem.rule, problem.location.path) == (rule, path):
                without_level = replace(problem, level=None)
                found.append(str(without_level).removeprefix(f"{path}:"))
        assert (root / path).read_bytes() == before
        return found

    return check


LISTS = ["docs/data/published.txt", "docs/data/concordance.yml", "bib/link-status.json"]


@pytest.mark.parametrize("path", [BIB, DATA, PAGE, "mkdocs.yml", *LISTS])
def test_a_line_of_ten_megabytes(found_in, path):
    assert f"1: {TOO_LARGE}" in found_in(path, b"x" * (10 * 1024 * 1024), "unreadable-file")


@pytest.mark.parametrize(("path", "case"), CASES)
def test_a_heavy_file(found_in, path, case):
    content, problem = written_out(case["content"]), written_out(case["says"])
    rule = problem.split(": ")[1]
    found = found_in(path, page(content) if path == PAGE else content, rule)
    assert (found[:1] if "more" in case else found) == [problem]


MARKS = ["*a ", "**a ", "[] ", "http://a.example ", "a. ", "漢1"]


@pytest.mark.parametrize("mark", [*'*_`&|"^!', "\\", *MARKS])
def test_a_line_of_one_mark_is_read(found_in, mark):
    assert found_in(PAGE, page(mark * (30_000 // len(mark))), "unreadable-file") == []


@pytest.mark.parametrize("mark", ["- ", "1. "])
def test_a_list_that_never_ends(found_in, mark):
    said = "6: unreadable-file: lists, quotations or HTML are nested too deeply to be read. Flatten them."
    assert found_in(PAGE, page(mark * (30_000 // len(mark)) + "x"), "unreadable-file") == [said]


def test_a_paragraph_of_many_citations(found_in):
    text = page("[@brine1919lamps] " * 2_000 + "\n{: #p1 }")
    found = found_in(PAGE, text, "citation-without-number")
    assert len(found) == 1
    assert found[0].startswith("9: citation-without-number: ")


def test_the_formatter_and_many_entries(overlay, capsys):
    keys = [f"orrin{2000 + at % 20}lamps{at}" for at in range(3_000)]
    root: Path = overlay({BIB: "".join(f"@online{{{key}, title = {{{{x}}}}}}\n" for key in keys)})
    assert command.main(["--root", str(root)]) == 0
    assert command.main(["--root", str(root)]) == 0
    assert capsys.readouterr().err == "bib/editors.bib: rewritten\n"
