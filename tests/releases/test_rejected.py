"""Archives that are damaged, or made to do harm: the exact problem, and nothing is published."""

from __future__ import annotations

import hashlib
import zipfile
from pathlib import Path

import pytest
import yaml

import versions
from edition.releases import release

CASES = yaml.safe_load(Path(__file__).with_name("rejected.yml").read_text("utf-8"))
SOUND = {"edition-1.0.0/index.json": '{"title": "Lamps", "version": "1.0.0"}'}
ARCHIVE = "v1.0.0/edition-1.0.0-site.zip"


@pytest.fixture()
def releases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the releases, in that of an edition with a built site; archives are small."""
    monkeypatch.setattr(release, "MOST_FILES", 5)
    monkeypatch.setattr(release, "LARGEST", 50)
    (tmp_path / "mkdocs.yml").write_text("site_name: Lamps\n")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<!doctype html>")
    return tmp_path / "releases"


def write_release(archive: Path, files: dict[str, str], old: str = "", new: str = "") -> str:
    """A release with these files, some bytes of it replaced, and its checksum, which is
    returned.
    """
    archive.parent.mkdir(parents=True)
    with zipfile.ZipFile(archive, "w") as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name), content)
    content = archive.read_bytes().replace(old.encode(), new.encode())
    archive.write_bytes(content)
    sum = hashlib.sha256(content).hexdigest()
    archive.with_name("SHA256SUMS").write_text(f"{sum} *{archive.name}\n")
    return sum


@pytest.mark.parametrize("case", CASES)
def test_a_release_that_is_not_used(releases, capsys, case):
    archive = releases / ARCHIVE
    sum = write_release(archive, case.get("files", SOUND), *case.get("replace", ()))
    if "sums" in case:
        archive.with_name("SHA256SUMS").write_text(case["sums"])
    before = sorted(releases.parent.rglob("*"))
    assert versions.main(["--root", str(releases.parent)]) == 1
    problem = f"releases/{ARCHIVE}:1: {case['says'].replace('FOUND', sum[:12])}\n"
    assert capsys.readouterr() == (problem, "1 problem. No version was published.\n")
    assert sorted(releases.parent.rglob("*")) == before
    assert not releases.parent.with_name("evil").exists()


def test_a_release_without_an_archive(releases):
    (releases / "v1.0.0").mkdir(parents=True)
    (releases / "latest").mkdir()
    found, problems = release.read_releases(releases)
    assert [*found, *map(str, problems)] == [
        "releases/latest:1: unknown-release: 'latest' is no folder of a released version. Name it after the tag, as v1.2.0, or take it away.",
        "releases/v1.0.0/edition-1.0.0-site.zip:1: missing-archive: the release 'v1.0.0' has no 'edition-1.0.0-site.zip'. Download it, or take the folder away.",
    ]


def test_the_newest_release_comes_first(releases):
    for version in ("0.9.0", "0.10.0"):
        archive = releases / f"v{version}" / release.archive_name(version)
        write_release(archive, {f"edition-{version}/index.json": f'{{"version": "{version}"}}'})
    found, problems = release.read_releases(releases)
    assert ([one.version for one in found], problems) == (["0.10.0", "0.9.0"], [])
