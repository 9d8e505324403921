"""Archives that are damaged, or made to do harm: the exact problem, and nothing is published."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import versions
from edition.checks.manual import RELEASED
from edition.releases import release

FOLDER = "edition-1.0.0/"
FILE = "edition-1.0.0-site.zip"
PATH = f"releases/v1.0.0/{FILE}:1"
REFUSED = "Do not use it. Find out who made it, and make the release again."
AGAIN = "Download the release anew; if it is the same, make the release again under a new version."
HOME = json.dumps({"title": "Lamps", "version": "1.0.0", "date": "2025-01-01"})


@pytest.fixture()
def releases(tmp_path: Path) -> Path:
    """The folder of the releases, in that of an edition with a built site."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Lamps\n")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("<!doctype html>")
    return tmp_path / "releases"


def write_release(releases: Path, entries: dict[str, str], version: str = "1.0.0") -> Path:
    """A release with these files and right checksums; its archive."""
    file = releases / f"v{version}" / release.archive_name(version)
    file.parent.mkdir(parents=True)
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    write_sums(file)
    return file


def write_sums(file: Path) -> None:
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    file.with_name("SHA256SUMS").write_text(f"{found} *{file.name}\n")


@pytest.fixture()
def problem(releases: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """`problem()`: what the command prints of the releases; nothing is published."""

    def run() -> str:
        code = versions.main(["--root", str(releases.parent)])
        out, err = capsys.readouterr()
        assert (code, err) == (1, "1 problem. No version was published.\n")
        assert [file.name for file in releases.parent.glob("site/**/*")] == ["index.html"]
        assert not releases.with_name("evil").exists()
        assert out.split(": ")[1] in RELEASED
        return out.rstrip("\n")

    return run


@pytest.mark.parametrize(
    "name",
    [
        *("../evil", "/evil", "edition-1.0.0/../../evil", "edition-1.0.0/./evil"),
        *("edition-1.0.0/a//evil", "edition-1.0.0/a\nb", "edition-1.0.0/..\\evil"),
    ],
)
def test_an_unsafe_name(problem, releases: Path, name: str) -> None:
    write_release(releases, {f"{FOLDER}index.json": HOME, name: "x"})
    message = f"the name {name!a} leads out of the folder, or is none that a file may have."
    assert problem() == f"{PATH}: unsafe-archive: {message} {REFUSED}"


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (
            {"evil": "x"},
            f": unsafe-archive: 'evil' lies outside the folder 'edition-1.0.0/'. {REFUSED}",
        ),
        (
            dict.fromkeys(map(str, range(6)), ""),
            f": unsafe-archive: the archive has 6 files, more than 5. {REFUSED}",
        ),
        (
            {f"{FOLDER}a": "x" * 2000},
            f": unsafe-archive: the files of the archive have 2000 bytes, more than 1000. {REFUSED}",
        ),
        (
            {f"{FOLDER}index.html": "x"},
            f": wrong-version: the archive does not say which version it holds: it has no index.json with 'version'. {AGAIN}",
        ),
        (
            {f"{FOLDER}index.json": HOME.replace("1.0.0", "1.1.0")},
            f": wrong-version: the release is tagged 'v1.0.0' and holds version '1.1.0'. {AGAIN}",
        ),
    ],
)
def test_other_files(problem, releases: Path, monkeypatch, entries, message: str) -> None:
    monkeypatch.setattr(release, "MOST_FILES", 5)
    monkeypatch.setattr(release, "LARGEST", 1000)
    write_release(releases, entries)
    assert problem() == f"{PATH}{message}"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            b"PK",
            b"KP",
            f": broken-archive: '{FILE}' is not a zip archive that can be read. {AGAIN}",
        ),
        (
            b"Lamps",
            b"Limps",
            f": broken-archive: '{FOLDER}index.json' in the archive is damaged. {AGAIN}",
        ),
    ],
)
def test_a_damaged_archive(problem, releases: Path, old: bytes, new: bytes, message: str) -> None:
    file = write_release(releases, {f"{FOLDER}index.json": HOME})
    file.write_bytes(file.read_bytes().replace(old, new))
    write_sums(file)
    assert problem() == f"{PATH}{message}"


@pytest.mark.parametrize(
    ("sums", "message"),
    [
        (
            f"{'0' * 64}  {FILE}\n",
            f": wrong-checksum: the file has the SHA-256 '{{}}…', and SHA256SUMS says '000000000000…'. {AGAIN}",
        ),
        ("nothing\n", f": wrong-checksum: SHA256SUMS does not name '{FILE}'. {AGAIN}"),
    ],
)
def test_a_wrong_checksum(problem, releases: Path, sums: str, message: str) -> None:
    file = write_release(releases, {})
    file.with_name("SHA256SUMS").write_text(sums)
    found = hashlib.sha256(file.read_bytes()).hexdigest()[:12]
    assert problem() == PATH + message.format(found)


def test_a_release_without_an_archive(releases: Path) -> None:
    (releases / "v1.0.0").mkdir(parents=True)
    (releases / "latest").mkdir()
    found, problems = release.read_releases(releases)
    assert found == []
    assert [str(problem) for problem in problems] == [
        "releases/latest:1: unknown-release: 'latest' is no folder of a released version. Name it after the tag, as v1.2.0, or take it away.",
        f"{PATH}: missing-archive: the release 'v1.0.0' has no '{FILE}'. Download it, or take the folder away.",
    ]


def test_the_newest_release_comes_first(releases: Path) -> None:
    for version in ("0.9.0", "0.10.0"):
        home = json.dumps({"version": version})
        write_release(releases, {f"edition-{version}/index.json": home}, version)
    found, problems = release.read_releases(releases)
    assert ([one.version for one in found], problems) == (["0.10.0", "0.9.0"], [])
