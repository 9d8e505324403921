"""Which pages of a preview an edit leaves as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.model import Edition
from edition.site.page_memory import BuiltPage, Fingerprints, PageMemory

THEME = Path(__file__).resolve().parents[2] / "scripts" / "theme"


def fingerprints(root: Path) -> dict[str, str]:
    edition = Edition.load(root)
    pages = Fingerprints(edition, THEME)
    return {page.path: pages.of(page) for page in edition.pages}


# A file, words in it and others, and the pages of the text that follow from them.
EDITS = [
    ("docs/towers/oil.md", "Seal oil", "Whale oil", {"towers/oil.md"}),
    ("docs/data/notes/towers/oil.yml", "text: ", "text: Also ", {"towers/oil.md"}),
    ("docs/about.md", "A roll", "One roll", set()),
]


@pytest.mark.parametrize(("path", "old", "new", "changed"), EDITS, ids=[e[0] for e in EDITS])
def test_an_edit_changes_its_page_and_the_lists(
    overlay, root: Path, path: str, old: str, new: str, changed: set[str]
) -> None:
    text = (root / "tests/paper" / path).read_text("utf-8")
    assert old in text
    folder = overlay({})
    before = fingerprints(folder)
    (folder / path).write_text(text.replace(old, new, 1), "utf-8")
    after = fingerprints(folder)
    differing = {page for page in after if after[page] != before[page]}
    lists = {"about.md", "references.md", "notes.md", "names.md", "glossary.md", "timeline.md"}
    assert lists <= differing
    assert {page for page in differing if page.startswith("towers/")} == changed


def test_an_entry_changes_the_pages_that_cite_it(overlay, root: Path) -> None:
    folder = overlay({})
    before = fingerprints(folder)
    file = folder / "bib/paper.bib"
    file.write_text(file.read_text("utf-8").replace("Lamps", "Lights", 1), "utf-8")
    edition = Edition.load(folder)
    differing = {page for page, value in fingerprints(folder).items() if value != before[page]}
    assert "references.md" in differing
    for page in edition.pages:
        if page.section and page.path not in differing:
            assert not {c.key for c in page.citations} & {"brine1919lamps"}


@pytest.mark.parametrize("path", ["docs/data/names.yml", "docs/data/paper.yml"])
def test_data_changes_every_page(overlay, path: str) -> None:
    folder = overlay({})
    before = fingerprints(folder)
    file = folder / path
    file.write_text(file.read_text("utf-8") + "\n# A comment.\n", "utf-8")
    after = fingerprints(folder)
    assert [page for page in after if after[page] == before[page]] == []


def test_a_page_is_found_only_as_it_was_made(made_up: Edition) -> None:
    page, built = made_up.pages[0], BuiltPage("<p>", frozenset(), [])
    memory = PageMemory()
    assert memory.get(page, "a") is None
    memory.set(page, "a", built)
    assert memory.get(page, "a") is built
    assert memory.get(page, "b") is None


@pytest.mark.parametrize("field", ["crossref", "related"])
def test_an_entry_changes_the_pages_that_cite_what_names_it(overlay, field: str) -> None:
    folder = overlay({})
    file = folder / "bib/paper.bib"
    text = file.read_text("utf-8").replace(
        "{brine1919lamps,", f"{{brine1919lamps,\n  {field} = {{other}},", 1
    )
    other = "\n@book{other,\n  title = {Wicks},\n  series = {Gull},\n}\n"
    file.write_text(text + other, "utf-8")
    before = fingerprints(folder)
    file.write_text(text + other.replace("Gull", "Tern").replace("Wicks", "Oils"), "utf-8")
    after = fingerprints(folder)
    citing = {
        page.path
        for page in Edition.load(folder).pages
        if "brine1919lamps" in {citation.key for citation in page.citations}
    }
    assert citing
    assert [path for path in citing if after[path] == before[path]] == []
