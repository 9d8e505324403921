"""In: the made-up paper as it was and as it is. Out: its release, and the site in which that stands beside the newest."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from edition.checks.published_rules import publish
from edition.model import Edition
from edition.releases.package import pack_release

BASE = "/some-repo/"
OLD, NEW = "1.2.0", "1.3.0"
CHANGELOG = "---\ntitle: Changelog\ndescription: What changed.\n---\n\n# Changelog\n"
FIRST = "\n## 1.2.0 · 9 April 2025\n\nThe *first* of all, with [songs](../keepers/songs.md).\n"
SECOND = "\n## 1.3.0 · 2 May 2026\n\nPensions were mended.\n"
VERSIONS = "---\ntitle: Versions\ndescription: All of them.\n---\n\n# Versions\n\n\\versions\n"
EXTRA = "---\ntitle: {}\ndescription: A page that the newest has no longer.\n---\n\n# {}\n\nNobody sang as late as this.\n{{: #late }}\n"
REDIRECTS = "- {from: keepers/chants/, to: keepers/songs/}\n- {from: 'keepers/chants/#late', to: 'keepers/songs/#p1'}\n"

Change = tuple[str, str, str]


@dataclass(frozen=True)
class Laid:
    """The paper's folder in its newest version, the built site of it, and the folder of releases."""

    root: Path
    site: Path
    releases: Path


def _lay(paper: Path, scripts: Path, root: Path, files: dict[str, str], *changes: Change) -> Path:
    shutil.copytree(paper, root)
    pages = "".join(
        f"  - {title}: {path}\n"
        for title, path in [("Changelog", "about/changelog.md"), ("Versions", "v/index.md")]
    )
    pages += "".join(
        f"  - {path.split('/')[-1][:-3]}: {path.removeprefix('docs/')}\n"
        for path in files
        if path.startswith("docs/keepers/")
    )
    changes += (
        ("mkdocs.yml", "../../scripts", scripts.as_posix()),
        ("mkdocs.yml", "  - About: about.md\n", f"  - About: about.md\n{pages}"),
    )
    for path, content in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(content, encoding="utf-8")
    for path, old, new in changes:
        text = (root / path).read_text("utf-8")
        assert old in text, f"{path} has no '{old}'"
        (root / path).write_text(text.replace(old, new), encoding="utf-8")
    return root


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """The doors say everything once, and know of no repository, wherever the tests run."""
    for name in ("GITHUB_ACTIONS", "REPO_URL", "SITE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def old_paper(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """Version 1.2.0: with a longer page on pay, a shorter one on songs, and two pages of which one has moved since, and one is gone."""
    files = {"docs/about/changelog.md": CHANGELOG + FIRST, "docs/v/index.md": VERSIONS}
    files |= {
        f"docs/keepers/{name.lower()}.md": EXTRA.format(name, name) for name in ("Chants", "Bells")
    }
    changes = [
        ("docs/keepers/pay.md", "They were small", "They were very small"),
        ("docs/keepers/pay.md", "{: #p2 }\n", "{: #p2 }\n\nThe bread was not.\n{: #p3 }\n"),
    ]
    paper = _lay(
        root / "tests" / "paper",
        root / "scripts",
        tmp_path_factory.mktemp("old") / "paper",
        files,
        *changes,
    )
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
    folder = tmp_path_factory.mktemp("kept") / "releases"
    pack_release(old_site.folder, folder / f"v{OLD}", OLD, "2025-04-09", b"sources")
    return folder


@pytest.fixture(scope="session")
def new_paper(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
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
    return _lay(
        root / "tests" / "paper",
        root / "scripts",
        tmp_path_factory.mktemp("new") / "paper",
        files,
        *changes,
    )


@pytest.fixture(scope="session")
def new_site(new_paper: Path, build, tmp_path_factory: pytest.TempPathFactory):
    """Version 1.3.0, built for the plain address; no other version is laid beside it."""
    return build(new_paper / "mkdocs.yml", tmp_path_factory.mktemp("new-site") / "site", BASE)


@pytest.fixture()
def laid(new_site, new_paper: Path, released: Path, tmp_path: Path) -> Callable[[], Laid]:
    """`laid()`: copies of the newest site and of the releases, to be worked on."""

    def copy() -> Laid:
        assert new_site.code == 0, new_site.output
        folder = tmp_path / f"laid-{len(list(tmp_path.iterdir()))}"
        return Laid(
            new_paper,
            Path(shutil.copytree(new_site.folder, folder / "site")),
            Path(shutil.copytree(released, folder / "releases")),
        )

    return copy
