"""In: pages that were built before, and sources that changed since. Out: whether what is shown is what a build from nothing would show."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from edition.model import Edition
from edition.model.shelf import Shelf
from edition.render.kept_pages import BuiltPage, KeptPages

KEPT = Path(".cache/pages.db")
OIL, PAY = "docs/towers/oil.md", "docs/keepers/pay.md"
EDITS = {
    "words of a page": [(OIL, "Seal oil smoked", "Seal oil stank")],
    "a note": [("docs/data/notes/towers/oil.yml", "prints the tables", "gives the tables")],
    "what pages share": [
        ("docs/towers/stone.md", "title: Stone", "title: Granite"),
        ("docs/about.md", "# ", "# Much more "),
        ("bib/paper.bib", "The Lamps of Orrin", "The Lamps of Orrin and Holm"),
        ("docs/data/glossary.yml", "from the seed of a cabbage", "from a cabbage"),
        ("mkdocs.yml", "- 2.2 Pay:", "- 2.2 Wages:"),
    ],
    "a work that notes name": [("bib/editors.bib", "Roll of Keepers", "Roll of All Keepers")],
    "a work that another is related to": [
        ("bib/paper.bib", "author = {Brine, Ada},\n  title = {{The Lamps of Orrin and Holm}}", "author = {Brine, Adela},\n  title = {{Lamps}}")
    ],
    "a term that a page begins to use": [("docs/data/glossary.yml", "aliases: [watches]", "aliases: [watches, lamp]")],
}


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


@pytest.fixture()
def built_once(lay, build, tmp_path: Path) -> Callable[[str], dict[str, bytes]]:
    """The made-up paper after a first build; `built_once(name)` builds it again and gives the site's files."""
    root = lay({})
    shutil.rmtree(root / ".cache", ignore_errors=True)

    def again(name: str) -> dict[str, bytes]:
        site = build(root / "mkdocs.yml", tmp_path / name, "/some-repo/")
        assert site.code == 0, site.said
        return bytes_of(site.folder)

    again("first")
    return again


def test_after_each_edit_a_build_shows_what_one_from_nothing_shows(built_once, tmp_path: Path) -> None:
    root = tmp_path / "paper"
    for edit, changes in EDITS.items():
        for path, old, new in changes:
            file = root / path
            text = file.read_text("utf-8")
            assert old in text, path
            file.write_text(text.replace(old, new), "utf-8")
        warm = built_once("warm")
        (root / KEPT).unlink()
        cold = built_once("cold")
        assert sorted(warm) == sorted(cold), edit
        assert [name for name in warm if warm[name] != cold[name]] == [], edit


def test_damaged_deleted_and_exchanged_pages_are_not_believed(built_once, tmp_path: Path) -> None:
    kept = tmp_path / "paper" / KEPT
    whole = built_once("whole")
    database = sqlite3.connect(kept)
    (one,), (other,) = (database.execute("SELECT content FROM kept WHERE name = ?", (name,)).fetchone() for name in ("towers/stone.md", "towers/oil.md"))
    for content, name in ((other, "towers/stone.md"), (one, "towers/oil.md"), (b"{}", "keepers/songs.md"), ("text", "keepers/watches.md")):
        database.execute("UPDATE kept SET content = ? WHERE name = ?", (content, name))
    database.execute("DELETE FROM kept WHERE name = 'keepers/pay.md'")
    database.commit()
    database.close()
    mended = built_once("mended")
    assert sorted(mended) == sorted(whole)
    assert [name for name in whole if whole[name] != mended[name]] == []
    kept.write_bytes(b"no database" * 99)
    again = built_once("again")
    assert [name for name in whole if whole[name] != again[name]] == []


OIL_BUILT = (BuiltPage("Oil", ["p1"], {"towers/stone.md": {"p2": "stone.md#p2"}}), "<p>kept,\n 灯</p>")


@contextmanager
def pages_of(edition: Edition, settings: str = "", *themes: Path) -> Iterator[KeptPages]:
    """What is kept of an edition, as one build sees it."""
    pages = KeptPages(edition, [settings], list(themes))
    yield pages
    pages.close()


def test_a_page_is_taken_only_where_nothing_has_changed_for_it(lay, edition) -> None:
    root = lay({})
    first = edition(root)
    with pages_of(first) as pages:
        pages.keep(first.by_path["towers/oil.md"], *OIL_BUILT)

    def taken(path: str = "towers/oil.md", settings: str = "") -> tuple[BuiltPage, str] | None:
        now = edition(root)
        with pages_of(now, settings) as pages:
            return pages.take(now.by_path[path])

    assert taken() == OIL_BUILT
    assert taken(settings="set otherwise") is None
    assert taken("towers/stone.md") is None
    file = root / "docs/towers/stone.md"
    file.write_text(file.read_text("utf-8").replace("granite", "basalt"), "utf-8")
    assert taken() is not None
    file.write_text(file.read_text("utf-8").replace("title: Stone", "title: Basalt"), "utf-8")
    assert taken() is None


@pytest.mark.parametrize(
    ("path", "old", "new", "anew"),
    [
        ("bib/paper.bib", "Fog Signals", "Signals", ["towers/oil.md"]),
        ("bib/editors.bib", "Roll of Keepers", "Roll of All Keepers", ["keepers/songs.md", "keepers/watches.md", "towers/stone.md"]),
        ("docs/data/glossary.yml", "from the seed of a cabbage", "from a cabbage", ["towers/oil.md"]),
        ("docs/data/notes/towers/oil.yml", "prints the tables", "gives the tables", ["towers/oil.md"]),
    ],
)
def test_a_work_a_term_and_a_note_are_shown_by_those_pages_alone_that_name_them(path: str, old: str, new: str, anew: list[str], lay, edition) -> None:
    root = lay({})
    now, names = edition(root), ["towers/stone.md", "towers/oil.md", "keepers/watches.md", "keepers/pay.md", "keepers/songs.md"]
    with pages_of(now) as pages:
        for name in names:
            pages.keep(now.by_path[name], *OIL_BUILT)
    text = (root / path).read_text("utf-8")
    assert old in text
    (root / path).write_text(text.replace(old, new), "utf-8")
    now = edition(root)
    with pages_of(now) as pages:
        assert sorted(name for name in names if not pages.take(now.by_path[name])) == anew


def test_a_page_that_lists_what_stands_elsewhere_follows_from_all(lay, edition) -> None:
    root = lay({})
    now = edition(root)
    with pages_of(now) as pages:
        pages.keep(now.by_path["notes.md"], BuiltPage(), "<p>kept</p>")
    file = root / OIL
    file.write_text(file.read_text("utf-8").replace("Seal oil smoked", "Seal oil stank"), "utf-8")
    now = edition(root)
    with pages_of(now) as pages:
        assert pages.take(now.by_path["notes.md"]) is None


def test_a_template_that_changes_makes_every_page_anew(lay, edition, tmp_path: Path) -> None:
    made = edition(lay({}))
    oil, theme = made.by_path["towers/oil.md"], tmp_path / "theme"
    theme.mkdir()
    with pages_of(made, "", theme) as pages:
        pages.keep(oil, *OIL_BUILT)
    with pages_of(made, "", theme) as pages:
        assert pages.take(oil) == OIL_BUILT
    (theme / "main.html").write_text("another", "utf-8")
    with pages_of(made, "", theme) as pages:
        assert pages.take(oil) is None


def test_a_page_that_is_no_more_is_forgotten(lay, edition) -> None:
    root = lay({})
    now = edition(root)
    with pages_of(now) as pages:
        pages.keep(now.by_path["towers/oil.md"], *OIL_BUILT)
    oil, now.pages = now.by_path["towers/oil.md"], [page for page in now.pages if page.path != "towers/oil.md"]
    with pages_of(now):
        pass
    with Shelf(root / KEPT) as kept:
        assert kept.take(oil.path, None) is None


def test_what_a_warning_was_given_for_is_built_again(lay, build, tmp_path: Path) -> None:
    root = lay({})
    with (root / PAY).open("a", encoding="utf-8") as page:
        page.write("\n[gone](nowhere.md)\n")
    shutil.rmtree(root / ".cache", ignore_errors=True)
    said = [build(root / "mkdocs.yml", tmp_path / name, "/").warnings for name in ("one", "two")]
    assert any("nowhere.md" in warning for warning in said[0])
    assert said[0] == said[1]
