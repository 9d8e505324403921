"""The made-up paper in two versions: the release of the older, and the site of the newest."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from conftest import overlay_paper
from edition.checks.published_rules import publish
from edition.model import Edition
from edition.releases.package import pack_release
from repository import Edit, edit

BASE = "/some-repo/"
OLD, NEW = "1.2.0", "1.3.0"
CHANGELOG = "---\ntitle: Changelog\ndescription: What changed.\n---\n\n# Changelog\n"
FIRST = "\n## 1.2.0 · 9 April 2025\n\nThe *first* of all, with [songs](../keepers/songs.md).\n"
SECOND = "\n## 1.3.0 · 2 May 2026\n\nPensions were mended.\n"
VERSIONS = "---\ntitle: Versions\ndescription: All of them.\n---\n\n# Versions\n\n\\versions\n"
EXTRA = "---\ntitle: {}\ndescription: A page that the newest has no longer.\n---\n\n# {}\n\nNobody sang as late as this.\n{{: #late }}\n"
REDIRECTS = "- {from: keepers/chants/, to: keepers/songs/}\n- {from: 'keepers/chants/#late', to: 'keepers/songs/#p1'}\n"


@dataclass(frozen=True)
class Copies:
    """The paper's folder in its newest version, a copy of its built site, and of the releases."""

    root: Path
    site: Path
    releases: Path


def _version(root: Path, files: dict[str, str], *changes: Edit) -> Path:
    """The made-up paper with these files, those of docs/keepers in the navigation, and changes."""
    overlay_paper(root, files)
    paths = ["about/changelog.md", "v/index.md"]
    paths += [path.removeprefix("docs/") for path in files if path.startswith("docs/keepers/")]
    pages = "".join(f"  - {path}\n" for path in paths)
    edit(root, ("mkdocs.yml", "  - About: about.md\n", f"  - About: about.md\n{pages}"), *changes)
    return root


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands know of no workflow and no repository, wherever the tests run."""
    for name in ("GITHUB_ACTIONS", "REPO_URL", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def old_paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 1.2.0: with a longer page on pay, a shorter one on songs, and two pages of which one has moved since, and one is gone."""
    files = {"docs/about/changelog.md": CHANGELOG + FIRST, "docs/v/index.md": VERSIONS}
    files |= {
        f"docs/keepers/{name.lower()}.md": EXTRA.format(name, name) for name in ("Chants", "Bells")
    }
    changes = [
        ("docs/keepers/pay.md", "They were small", "They were very small"),
        ("docs/keepers/pay.md", "{: #p2 }\n", "{: #p2 }\n\nThe bread was not.\n{: #p3 }\n"),
    ]
    paper = _version(tmp_path_factory.mktemp("old") / "paper", files, *changes)
    publish(Edition.load(paper))
    return paper


@pytest.fixture(scope="session")
def old_site(old_paper: Path, build, tmp_path_factory: pytest.TempPathFactory):
    """Version 1.2.0, built for the address at which it will stay."""
    return build(
        old_paper / "mkdocs.yml", tmp_path_factory.mktemp("old-site") / "site", f"{BASE}v/{OLD}/"
    )


@pytest.fixture(scope="session")
def released(old_site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of releases, with the one of version 1.2.0."""
    assert old_site.code == 0, old_site.output
    folder = tmp_path_factory.mktemp("released") / "releases"
    pack_release(old_site.folder, folder / f"v{OLD}", OLD, "2025-04-09", b"sources")
    return folder


@pytest.fixture(scope="session")
def new_paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Version 1.3.0 of the made-up paper."""
    files = {
        "docs/about/changelog.md": CHANGELOG + SECOND + FIRST,
        "docs/v/index.md": VERSIONS,
        "docs/data/redirects.yml": REDIRECTS,
    }
    changes = [
        (
            "docs/data/paper.yml",
            "version: 1.2.0\n  date: 2025-04-09",
            "version: 1.3.0\n  date: 2026-05-02",
        ),
        ("docs/keepers/songs.md", "{: #p2b }\n", "{: #p2b }\n\nA last song was found.\n{: #p3 }\n"),
    ]
    return _version(tmp_path_factory.mktemp("new") / "paper", files, *changes)


@pytest.fixture(scope="session")
def new_site(new_paper: Path, build, tmp_path_factory: pytest.TempPathFactory):
    """Version 1.3.0, built for the plain address; without any other version."""
    return build(new_paper / "mkdocs.yml", tmp_path_factory.mktemp("new-site") / "site", BASE)


@pytest.fixture()
def copies(new_site, new_paper: Path, released: Path, tmp_path: Path) -> Callable[[], Copies]:
    """`copies()`: copies of the newest site and of the releases, to be worked on."""

    def copy() -> Copies:
        assert new_site.code == 0, new_site.output
        folder = tmp_path / f"copy-{len(list(tmp_path.iterdir()))}"
        site = shutil.copytree(new_site.folder, folder / "site")
        return Copies(new_paper, site, shutil.copytree(released, folder / "releases"))

    return copy
