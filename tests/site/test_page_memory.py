"""Which pages of a preview an edit leaves as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.model import Edition
from edition.site.page_memory import BuiltPage, Fingerprints, PageMemory
from repository import edit

THEME = Path(__file__).resolve().parents[2] / "scripts" / "theme"
BIB, KEY = "bib/paper.bib", "brine1919lamps"
LISTS = {"about.md", "references.md", "notes.md", "names.md", "glossary.md", "timeline.md"}


def fingerprints(root: Path) -> dict[str, str]:
    edition = Edition.load(root)
    pages = Fingerprints(edition, THEME)
    return {page.path: pages.of(page) for page in edition.pages}


def changed_by(root: Path, path: str, old: str, new: str) -> set[str]:
    """The pages that an edit changes."""
    before = fingerprints(root)
    edit(root, (path, old, new))
    return {page for page, value in fingerprints(root).items() if value != before[page]}


def citing(root: Path, key: str) -> set[str]:
    """The pages of the text that cite a work."""
    return {c.page for c in Edition.load(root).cited_by[key] if c.number}


@pytest.mark.parametrize(
    ("path", "old", "new", "changed"),
    [
        ("docs/towers/oil.md", "Seal oil", "Whale oil", {"towers/oil.md"}),
        ("docs/data/notes/towers/oil.yml", "text: ", "text: Also ", {"towers/oil.md"}),
        ("docs/about.md", "A roll", "One roll", set()),
    ],
)
def test_an_edit_changes_its_page_and_the_lists(overlay, path, old, new, changed):
    differing = changed_by(overlay({}), path, old, new)
    assert differing >= LISTS
    assert {page for page in differing if page.startswith("towers/")} == changed


def test_an_entry_changes_the_pages_that_cite_it(overlay):
    root = overlay({})
    differing = changed_by(root, BIB, "The Lamps of Orrin", "The Lights of Orrin")
    assert "references.md" in differing
    assert citing(root, KEY) <= differing


@pytest.mark.parametrize("field", ["crossref", "related"])
def test_an_entry_changes_the_pages_that_cite_what_names_it(overlay, field):
    root = overlay({})
    edit(root, (BIB, f"{{{KEY},", f"{{{KEY},\n  {field} = {{other}},"))
    other = "@book{other,\n  title = {Wicks},\n  series = {Gull},\n}\n"
    with (root / BIB).open("a", encoding="utf-8") as file:
        file.write(f"\n{other}")
    differing = changed_by(root, BIB, other, other.replace("Gull", "Tern").replace("Wicks", "Oils"))
    assert citing(root, KEY)
    assert citing(root, KEY) <= differing


@pytest.mark.parametrize("path", ["docs/data/names.yml", "docs/data/paper.yml"])
def test_data_changes_every_page(overlay, path):
    root = overlay({})
    pages = {page.path for page in Edition.load(root).pages}
    assert changed_by(root, path, "\n", "\n# A comment.\n") == pages


def test_a_page_is_found_only_as_it_was_made(made_up):
    page, built = made_up.pages[0], BuiltPage("<p>", frozenset(), [])
    memory = PageMemory()
    assert memory.get(page, "a") is None
    memory.set(page, "a", built)
    assert memory.get(page, "a") is built
    assert memory.get(page, "b") is None
