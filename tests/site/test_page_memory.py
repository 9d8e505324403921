"""Which pages of a preview an edit leaves as they are."""

from __future__ import annotations

from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from conftest import ROOT
from edition.model import Edition
from edition.site.page_memory import BuiltPage, Fingerprints
from repository import edit

BIB, KEY = "bib/paper.bib", "brine1919lamps"
LISTS = {"about.md", "references.md", "notes.md", "names.md", "glossary.md", "timeline.md"}


def fingerprints(root: Path) -> dict[str, str]:
    edition = Edition.load(root)
    pages = Fingerprints(edition, ROOT / "scripts")
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
        (BIB, "The Lamps of Orrin", "The Lights of Orrin", {"towers/stone.md"}),
    ],
)
def test_an_edit_changes_its_page_and_the_lists(overlay, path, old, new, changed):
    differing = changed_by(overlay({}), path, old, new)
    assert differing >= LISTS
    assert {page for page in differing if page.startswith("towers/")} == changed


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


@pytest.mark.parametrize("path", ["docs/data/names.yml", "docs/data/paper.yml", "mkdocs.yml"])
def test_data_changes_every_page(overlay, path):
    root = overlay({})
    pages = {page.path for page in Edition.load(root).pages}
    assert changed_by(root, path, "\n", "\n# A comment.\n") == pages


def run(command: str, root: Path, folder: Path) -> tuple[dict[str, str], dict[str, BuiltPage]]:
    """The pages that a build, or a preview after an edit, writes, and what is remembered."""
    config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(folder))
    config.plugins.on_startup(command=command, dirty=False)
    build(config)
    config.plugins.on_shutdown()
    [hooks] = config.hooks.values()
    pages = {
        str(file.relative_to(folder)): file.read_text("utf-8") for file in folder.rglob("*.html")
    }
    return pages, hooks.session.memory


def test_pages_from_memory_are_those_of_a_new_preview(overlay, tmp_path):
    root, folder = overlay({}), tmp_path / "site"
    run("build", root, folder)  # so that the citations are in the disk cache
    first, memory = run("serve", root, folder)
    assert "Cite this page" in first["keepers/pay/index.html"]
    for changes in (
        [("docs/towers/oil.md", "Seal oil", "Whale oil"), (BIB, "of Orrin", "of Ossa")],
        [("mkdocs.yml", "Lamps of Orrin", "Lamps of Ossa")],
    ):
        before = dict(memory)
        edit(root, *changes)
        shown, memory = run("serve", root, folder)
        kept = [path for path, page in memory.items() if page is before[path]]
        assert bool(kept) == (changes[0][0] != "mkdocs.yml")
        memory.clear()
        assert shown == run("serve", root, folder)[0]
