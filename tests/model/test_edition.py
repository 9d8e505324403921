"""In: the made-up paper with parts changed. Out: the edition as loaded: numbers, order, and
every problem at once.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.model import Edition

Lay = Callable[[dict[str, str | bytes | None]], Path]


def problems(edition: Edition) -> list[str]:
    return sorted(map(str, edition.problems))


def test_everything_wrong_is_reported_at_once(overlay):
    edition = Edition.load(
        overlay(
            {
                "docs/towers/oil.md": None,
                "docs/towers/stone.md": "Schön".encode("latin-1"),
                "docs/data/paper.yml": "- a\n",
                "docs/data/concordance.yml": "a: *b\n",
                "bib/editors.bib": "@misc{a,\n",
                "bib/paper.bib": b"@misc{a,\n title = {\0}}",
            }
        )
    )
    assert problems(edition) == [
        "bib/editors.bib:1: malformed-entry: the entry cannot be read: Unexpectedly reached end of file. Look for a missing comma, quote or brace near this line.",
        "bib/paper.bib:2: unreadable-file: the line holds a null byte. Save the file as plain UTF-8 text.",
        "docs/data/concordance.yml:1: malformed-data: the alias '*b' is not allowed. Write the value out.",
        "docs/data/paper.yml:1: malformed-data: the file has no `title:` and no `authors:`. See the file of another edition.",
        "docs/towers/oil.md:1: missing-file: 'docs/towers/oil.md' cannot be read (No such file or directory). Add the file, or correct its name.",
        "docs/towers/stone.md:1: unreadable-file: byte 0xf6 is not UTF-8. Save the file with the encoding UTF-8.",
    ]
    assert [page.path for page in edition.pages if page.path.startswith("towers/")] == [
        "towers/index.md",
        "towers/stone.md",
        "towers/oil.md",
    ]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("bib/paper.bib", None),
        ("docs/data/paper.yml", None),
        ("docs/about.md", b"a" * (5 * 1024 * 1024)),
        ("mkdocs.yml", ""),
        ("mkdocs.yml", "nav: [a.md\n"),
    ],
)
def test_one_file_at_fault_is_one_problem(overlay, path, content):
    assert len(Edition.load(overlay({path: content})).problems) == 1


def test_an_empty_folder_loads_with_problems_only(tmp_path):
    edition = Edition.load(tmp_path)
    assert edition.pages == []
    assert [str(problem.location) for problem in edition.problems] == [
        "mkdocs.yml:1",
        "docs/data/paper.yml:1",
    ]
