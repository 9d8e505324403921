"""In: the made-up paper with parts changed. Out: the edition as loaded: numbers, order, and every problem at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.model import Edition

Lay = Callable[[dict[str, str | bytes | None]], Path]


def problems(edition: Edition) -> list[str]:
    return sorted(map(str, edition.problems))


def test_a_heading_ends_what_belongs_to_a_paragraph(overlay):
    page = "Lit.\n{: #p1 }\n\n- Lit [@brine1919lamps]\n\n## Out [@brine1919lamps]\n\n- Out [@brine1919lamps]\n\n- Lit [@brine1919lamps]\n{: #p1b }\n"
    edition = Edition.load(overlay({"docs/towers/stone.md": page}))
    assert [
        (c.number, c.paragraph, c.context) for c in edition.by_path["towers/stone.md"].citations
    ] == [
        (1, "p1", "li"),
        (None, "out", "h2"),
        (None, "", "p"),
        (3, "p1b", "p"),
    ]


def test_more_citations_than_the_paper_has_are_not_numbered_twice(overlay):
    page = "---\nsection: '1.1'\n---\nLit.[@brine1919lamps] Out.[@brine1919lamps] Lit.[@brine1919lamps] No.[@Brine1919lamps]\n{: #p1 }\n"
    edition = Edition.load(overlay({"docs/towers/stone.md": page}))
    assert [(c.key, c.number) for c in edition.citations if c.page == "towers/stone.md"] == [
        ("brine1919lamps", 1),
        ("brine1919lamps", 3),
        ("brine1919lamps", None),
        ("Brine1919lamps", None),
    ]


def test_a_number_belongs_to_its_paragraph(overlay):
    page = "Out.[@brine1919lamps]\n\nLit.[@brine1919lamps]\n{: #p2 }\n\nLit.[@brine1919lamps]\n{: #p1b }\n"
    edition = Edition.load(overlay({"docs/towers/stone.md": page}))
    assert [c.number for c in edition.citations if c.page == "towers/stone.md"] == [None, None, 1]


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
