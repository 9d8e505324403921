"""The made-up paper in two versions: the release of the older, and the site of the newest."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from conftest import build_site, overlay_paper
from edition.checks.published_rules import publish
from edition.model import Edition
from edition.releases.package import pack_release
from repository import edit

BASE = "/some-repo/"
PAGE = "---\ntitle: {0}\ndescription: A page on {0}.\n---\n\n# {0}\n\n{1}\n"
FIRST = """\
## 1.2.0 · 9 April 2025

The *first* of all, with [songs](../keepers/songs.md).

## 1.1.0 · 1 March 2024

Seen by nobody.
"""
SECOND = """\
## 1.3.0 · 2 May 2026

Pensions were mended, see [the web](https://web.example/).
{: #pensions }

"""
OLD_DATE = "version: 1.2.0\n  date: 2025-04-09"
REDIRECTS, HYMNS = "docs/data/redirects.yml", "- {from: keepers/hymns/, to: keepers/songs/}\n"
NEW_DATE = "version: 1.3.0\n  date: 2026-05-02"


def _version(root: Path, changelog: str, files: dict[str, str]) -> Path:
    """The made-up paper with a changelog, a list of versions, and these files."""
    files = files | {
        "docs/about/changelog.md": PAGE.format("Changelog", changelog),
        "docs/v/index.md": PAGE.format("Versions", r"\versions"),
    }
    overlay_paper(root, files)
    pages = [f"  - {path.removeprefix('docs/')}\n" for path in files if path.endswith(".md")]
    edit(root, ("mkdocs.yml", "  - About: about.md\n", f"  - About: about.md\n{''.join(pages)}"))
    return root


@pytest.fixture(scope="session")
def old_paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 1.2.0: with a page that has moved since, and one that is gone."""
    names = ("Chants", "Bells")
    pages = {f"docs/keepers/{name.lower()}.md": PAGE.format(name, "Nobody.") for name in names}
    pages[REDIRECTS] = HYMNS
    paper = _version(tmp_path_factory.mktemp("old") / "paper", FIRST, pages)
    publish(Edition.load(paper))
    return paper


@pytest.fixture(scope="session")
def old_site(old_paper: Path, tmp_path_factory: pytest.TempPathFactory):
    """Version 1.2.0, built for the address at which it will stay."""
    folder = tmp_path_factory.mktemp("old-site") / "site"
    site = build_site(old_paper / "mkdocs.yml", folder, "/some-repo/v/1.2.0/")
    assert site.code == 0, site.output
    return site


@pytest.fixture(scope="session")
def released(old_site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of releases, with the one of version 1.2.0."""
    folder = tmp_path_factory.mktemp("released") / "releases"
    pack_release(old_site.folder, folder / "v1.2.0", "1.2.0", "2025-04-09", b"sources")
    return folder


@pytest.fixture(scope="session")
def new_paper(released: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 1.3.0, built into `site`, without any other version, and the older in `releases`."""
    files = {REDIRECTS: HYMNS + HYMNS.replace("hymns", "chants")}
    paper = _version(tmp_path_factory.mktemp("new") / "paper", SECOND + FIRST, files)
    edit(paper, ("docs/data/paper.yml", OLD_DATE, NEW_DATE))
    site = build_site(paper / "mkdocs.yml", paper / "site", BASE)
    assert site.code == 0, site.output
    shutil.copytree(released, paper / "releases")
    return paper


@pytest.fixture()
def paper(new_paper: Path, tmp_path: Path) -> Path:
    """A copy of version 1.3.0, to be worked on."""
    return Path(shutil.copytree(new_paper, tmp_path / "lamps"))
