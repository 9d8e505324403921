"""In: the generator of invented editions. Out: whether they are valid, of the wished size, and the same from the same seed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
import yaml

from benchmark.apparatus import NOTES
from benchmark.contestants import contestants, write_ours
from benchmark.editions import make_edition, write_sources
from benchmark.pages import CITATIONS
from benchmark.sphinx_project import restructured, write_sphinx
from edition.checks import check_sources
from edition.model import Edition


def digest_of(folder: Path) -> str:
    whole = hashlib.sha256()
    for file in sorted(file for file in folder.rglob("*") if file.is_file()):
        whole.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
    return whole.hexdigest()


def written(folder: Path, pages: int, references: int, seed: int) -> Path:
    write_sources(make_edition(pages, references, seed), folder)
    return folder


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("invented") / "edition"
    write_ours(make_edition(40, 120, 7), root)
    return root


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path) -> None:
    assert digest_of(written(tmp_path / "a", 20, 50, 7)) == digest_of(
        written(tmp_path / "b", 20, 50, 7)
    )


def test_another_seed_makes_others(tmp_path: Path) -> None:
    assert digest_of(written(tmp_path / "a", 20, 50, 7)) != digest_of(
        written(tmp_path / "b", 20, 50, 8)
    )


@pytest.mark.parametrize(
    ("pages", "references", "seed"), [(20, 50, 1), (20, 120, 3), (33, 20, 2), (200, 1000, 1)]
)
def test_our_own_checks_find_no_problem(
    tmp_path: Path, pages: int, references: int, seed: int
) -> None:
    root = tmp_path / "edition"
    write_ours(make_edition(pages, references, seed), root)
    assert list(map(str, check_sources(Edition.load(root)))) == []


def test_it_has_what_was_asked_for(invented: Path) -> None:
    edition = Edition.load(invented)
    text = [page for page in edition.pages if page.section]
    assert (len(text), len(edition.bibliography.references), len(edition.concordance)) == (
        40,
        120,
        40 * CITATIONS,
    )
    assert {len(page.citations) for page in text} == {CITATIONS}
    assert {len(edition.notes_on(page.path)) for page in text} == {NOTES}
    assert (
        len(edition.names) == 20
        and len(edition.timeline) == 20
        and len(edition.relations) == 20
        and len(edition.glossary) == 4
    )


def test_it_has_every_kind_of_entry_that_is_cited(invented: Path) -> None:
    kinds = {
        reference.type for reference in Edition.load(invented).bibliography.references.values()
    }
    assert kinds == {
        "online",
        "article",
        "book",
        "techreport",
        "incollection",
        "inproceedings",
        "phdthesis",
    }


def test_the_machine_s_own_settings_are_those_of_the_project(invented: Path, root: Path) -> None:
    own = (root / "mkdocs.yml").read_text("utf-8").partition("# ----")[2]
    assert (invented / "mkdocs.yml").read_text("utf-8").endswith(own.partition("\n")[2])


def navigation_of(folder: Path) -> list:
    return yaml.load((folder / "mkdocs.yml").read_text("utf-8"), yaml.BaseLoader)["nav"]


def test_every_contestant_builds_the_same_words_under_the_same_navigation(tmp_path: Path) -> None:
    made, known = make_edition(20, 50, 1), contestants()
    for contestant in known.values():
        contestant.prepare(made, tmp_path / contestant.id)
    roots = [tmp_path / id for id in ("ours", "stock", "whole-nav", "bibtex", "bibtex-csl")]
    for page in made.pages:
        texts = [
            (root / "docs" / page.path)
            .read_text("utf-8")
            .removesuffix("\n\\bibliography\n")
            .rstrip()
            for root in roots
        ]
        assert texts == [page.text.rstrip()] * len(roots)
    assert all(navigation_of(root) == navigation_of(roots[0]) for root in roots)


def test_a_page_for_sphinx() -> None:
    page = "---\ntitle: T\n---\n\n# Title\n\nOne *two*.[@a1b; @c2d, p. 3] [Three](../x.md#p1) four.\n{: #p1 }\n\n| a | b |\n| --- | --- |\n| c | 1 |\n"
    assert (
        restructured(page)
        == "Title\n=====\n\nOne *two*. :cite:`a1b,c2d` Three four.\n\n::\n\n   | a | b |\n   | --- | --- |\n   | c | 1 |\n"
    )


def test_sphinx_gets_every_page(tmp_path: Path) -> None:
    made = make_edition(20, 50, 1)
    write_sphinx(made, tmp_path)
    pages = {
        file.relative_to(tmp_path / "rst").with_suffix(".md").as_posix()
        for file in (tmp_path / "rst").rglob("*.rst")
    }
    assert pages == {page.path for page in made.pages} | {"index.md", "references.md"}
