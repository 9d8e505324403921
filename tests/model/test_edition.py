"""In: the made-up paper, whole and with parts changed. Out: the edition as loaded: numbers, order, and every problem at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from edition.model import Edition

Lay = Callable[[dict[str, str | bytes | None]], Path]
NUMBERED = [
    (1, "brine1919lamps", "towers/stone.md", "p1"),
    (2, "board1911rules", "towers/stone.md", "p1"),
    (3, "brine1919lamps", "towers/stone.md", "p1"),
    (4, "vanderholm1987wicks", "towers/stone.md", "p2"),
    (5, "bluebay2018lamp", "towers/stone.md", "p2"),
    (6, "veyra2003oil", "towers/oil.md", "p1"),
    (7, "tarn1995fog", "towers/oil.md", "p1"),
    (8, "oilwick2021led", "towers/oil.md", "p2"),
    (9, "vanderholm1987wicks", "towers/oil.md", "p2"),
    (10, "veyra2003oil", "towers/oil.md", "p2"),
    (11, "board1911rules", "towers/oil.md", "p2"),
    (12, "vanderholm1987wicks", "towers/oil.md", "p2"),
    (13, "veyra2003oil", "towers/oil.md", "p2"),
    (14, "veyra2003oil", "towers/oil.md", "p2"),
    (15, "tarn1995fog", "towers/oil.md", "p2"),
    (16, "veyra2003oil", "towers/oil.md", "p2"),
    (17, "board1911rules", "towers/oil.md", "p2"),
    (18, "osk2010four", "keepers/watches.md", "p1a"),
    (19, "keepersunionndletters", "keepers/watches.md", "p1a"),
    (20, "keepersunionndletters", "keepers/watches.md", "p1b"),
    (21, "rahi2016light", "keepers/watches.md", "p2"),
    (22, "brine2021lamps", "keepers/pay.md", "p1"),
    (23, "osk1990wages", "keepers/pay.md", "p1"),
    (24, "afsund2001pensions", "keepers/pay.md", "p1"),
    (25, "soundcouncilndtables", "keepers/pay.md", "p2"),
]


def problems(edition: Edition) -> list[str]:
    return sorted(map(str, edition.problems))


def test_the_made_up_paper_loads_without_a_problem(made_up: Edition) -> None:
    assert problems(made_up) == []
    assert made_up.paper.title == "Lamps of Orrin: Keeping Lights on the Outer Isles"
    assert [author.name for author in made_up.paper.authors] == [
        "Isolde Wren",
        "Tobias Quill",
        "Edda Moss",
    ]
    assert made_up.paper.keywords == ["Lighthouses", "Orrin Isles"]
    assert made_up.paper.edition.version == "1.2.0"


def test_pages_are_in_the_order_of_the_navigation(made_up: Edition) -> None:
    assert [page.path for page in made_up.pages][:7] == [
        "index.md",
        "towers/index.md",
        "towers/stone.md",
        "towers/oil.md",
        "keepers/index.md",
        "keepers/watches.md",
        "keepers/pay.md",
    ]


def test_every_citation_takes_its_number_from_the_concordance(made_up: Edition) -> None:
    assert [
        (c.number, c.key, c.page, c.paragraph) for c in made_up.citations if c.number
    ] == NUMBERED


def test_citations_in_tables_and_lists_belong_to_the_paragraph_before_them(
    made_up: Edition,
) -> None:
    assert [
        (c.number, c.paragraph, c.context) for c in made_up.by_path["towers/oil.md"].citations
    ] == [
        (6, "p1", "p"),
        (7, "p1", "p"),
        (8, "p2", "p"),
        (9, "p2", "p"),
        (10, "p2", "td"),
        (11, "p2", "td"),
        (12, "p2", "td"),
        (13, "p2", "li"),
        (14, "p2", "li"),
        (15, "p2", "li"),
        (16, "p2", "li"),
        (17, "p2", "li"),
    ]


def test_a_heading_ends_what_belongs_to_a_paragraph(overlay: Lay) -> None:
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


def test_citations_that_the_paper_does_not_number_have_none(made_up: Edition) -> None:
    assert [(c.key, c.locator, c.page, c.context) for c in made_up.citations if not c.number] == [
        ("sellaarchive2020roll", "fol. 3", "about.md", "p"),
        ("sellaarchive2020roll", "", "about.md", "h2"),
        ("grey2005birds", "p. 5", "about.md", "p"),
        ("sellaarchive2020roll", "", "about.md", "p"),
    ]


def test_references_are_in_the_order_of_their_first_number(made_up: Edition) -> None:
    first = [reference.numbers[0] for reference in made_up.paper_references]
    assert first == [1, 2, 4, 5, 6, 7, 8, 18, 19, 21, 22, 23, 24, 25]
    assert [reference.key for reference in made_up.editors_references] == [
        "grey2005birds",
        "sellaarchive2020roll",
    ]


def test_a_work_knows_every_place_that_cites_it(made_up: Edition) -> None:
    assert [(c.number, c.page, c.sentence) for c in made_up.cited_by["vanderholm1987wicks"]] == [
        (4, "towers/stone.md", "Storms took the second tower twice in one winter."),
        (9, "towers/oil.md", "The wick is remembered in songs (e.g. on Holm)."),
        (12, "towers/oil.md", ""),
    ]


def test_more_citations_than_the_paper_has_are_not_numbered_twice(overlay: Lay) -> None:
    page = "---\nsection: '1.1'\n---\nLit.[@brine1919lamps] Out.[@brine1919lamps] Lit.[@brine1919lamps] No.[@Brine1919lamps]\n{: #p1 }\n"
    edition = Edition.load(overlay({"docs/towers/stone.md": page}))
    assert [(c.key, c.number) for c in edition.citations if c.page == "towers/stone.md"] == [
        ("brine1919lamps", 1),
        ("brine1919lamps", 3),
        ("brine1919lamps", None),
        ("Brine1919lamps", None),
    ]


def test_a_number_belongs_to_its_paragraph(overlay: Lay) -> None:
    page = "Out.[@brine1919lamps]\n\nLit.[@brine1919lamps]\n{: #p2 }\n\nLit.[@brine1919lamps]\n{: #p1b }\n"
    edition = Edition.load(overlay({"docs/towers/stone.md": page}))
    assert [c.number for c in edition.citations if c.page == "towers/stone.md"] == [None, None, 1]


def test_everything_wrong_is_reported_at_once(overlay: Lay) -> None:
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
def test_one_file_at_fault_is_one_problem(overlay: Lay, path: str, content) -> None:
    assert len(Edition.load(overlay({path: content})).problems) == 1


def test_an_empty_folder_loads_with_problems_only(tmp_path: Path) -> None:
    edition = Edition.load(tmp_path)
    assert edition.pages == []
    assert [str(problem.location) for problem in edition.problems] == [
        "mkdocs.yml:1",
        "docs/data/paper.yml:1",
    ]
