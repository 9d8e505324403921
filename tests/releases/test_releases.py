"""In: archives that are damaged, or made to do harm. Out: the exact problem of each, and a site into which nothing was laid."""

from __future__ import annotations

import hashlib
import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import versions
from edition.checks.manual import RELEASED
from edition.releases import release

FOLDER = "edition-1.0.0/"
PATH = "releases/v1.0.0/edition-1.0.0-site.zip"
REFUSED = "Do not use it. Find out who made it, and make the release again."
AGAIN = "Download the release anew; if it is the same, make the release again under a new version."
HOME = json.dumps({"title": "Lamps", "version": "1.0.0", "date": "2025-01-01"})

Made = Callable[..., str]


def entry(name: str, kind: int = stat.S_IFREG) -> zipfile.ZipInfo:
    made = zipfile.ZipInfo(name)
    made.external_attr = (kind | 0o644) << 16
    return made


@pytest.fixture()
def said(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Made:
    """`said({name: content}, …)`: what the door prints of a release whose archive holds these files; nothing may be laid."""

    def judge(
        files: dict[str | zipfile.ZipInfo, str],
        home: str = HOME,
        archive: bytes = b"",
        sums: str = "",
        tag: str = "v1.0.0",
    ) -> str:
        site, folder = tmp_path / "site", tmp_path / "releases" / tag
        site.mkdir()
        folder.mkdir(parents=True)
        (site / "index.html").write_text("<!doctype html>")
        file = folder / f"edition-{tag[1:]}-site.zip"
        with zipfile.ZipFile(file, "w") as packed:
            for name, content in (({FOLDER + "index.json": home} if home else {}) | files).items():
                packed.writestr(name, content)
        if archive:
            file.write_bytes(archive)
        (folder / "SHA256SUMS").write_text(
            sums or f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n"
        )
        code = versions.main(
            [
                "--root",
                str(root / "tests" / "paper"),
                "--site",
                str(site),
                "--releases",
                str(tmp_path / "releases"),
            ]
        )
        printed = capsys.readouterr()
        assert (code, printed.err) == (1, "1 problem. No version was laid.\n")
        assert [file.name for file in site.rglob("*")] == ["index.html"]
        assert not (tmp_path / "evil").exists()
        assert printed.out.split(": ")[1] in RELEASED
        return printed.out.rstrip("\n")

    return lambda files=None, **more: judge(files or {}, **more)


@pytest.fixture()
def unsafe(said: Made) -> Made:
    """`unsafe({name: content})`: the same, of an archive that is not unpacked because of what it holds."""

    def judge(files: dict[str | zipfile.ZipInfo, str]) -> str:
        text = said(files)
        assert text.startswith(f"{PATH}:1: unsafe-archive: ")
        assert text.endswith(f" {REFUSED}")
        return text.removeprefix(f"{PATH}:1: unsafe-archive: ").removesuffix(f" {REFUSED}")

    return judge


@pytest.mark.parametrize(
    "name",
    [
        f"{FOLDER}../../evil",
        "../evil",
        "/evil",
        f"{FOLDER}./evil",
        f"{FOLDER}a//evil",
        f"{FOLDER}a\nb",
        f"{FOLDER}..\\evil",
    ],
)
def test_a_name_that_leads_out(unsafe: Made, name: str) -> None:
    assert (
        unsafe({entry(name): "x"})
        == f"the name {name!a} leads out of the folder, or is none that a file may have."
    )


def test_a_file_beside_the_folder(said: Made) -> None:
    assert (
        said({"evil": "x"})
        == f"{PATH}:1: unsafe-archive: 'evil' lies outside the folder 'edition-1.0.0/'. {REFUSED}"
    )


@pytest.mark.parametrize(
    "kind", [stat.S_IFLNK, stat.S_IFCHR, stat.S_IFBLK, stat.S_IFIFO, stat.S_IFSOCK]
)
def test_a_link_or_a_device(unsafe: Made, kind: int) -> None:
    assert (
        unsafe({entry(f"{FOLDER}evil", kind): "/etc/passwd"})
        == f"'{FOLDER}evil' is neither a file nor a folder, but a link or a device."
    )


def test_a_file_that_is_a_folder_too(unsafe: Made) -> None:
    assert (
        unsafe({entry(f"{FOLDER}a"): "x", entry(f"{FOLDER}a/b"): "y"})
        == f"'{FOLDER}a/b' lies in what is itself a file."
    )


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice(unsafe: Made) -> None:
    assert (
        unsafe({entry(f"{FOLDER}a"): "x", entry(f"{FOLDER}a"): "y"})
        == f"'{FOLDER}a' is there twice."
    )


def test_too_many_files(unsafe: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "MOST_FILES", 3)
    assert (
        unsafe({f"{FOLDER}{number}": "" for number in range(4)})
        == "the archive has 5 files, more than 3."
    )


def test_too_large(unsafe: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "LARGEST", 1000)
    assert (
        unsafe({f"{FOLDER}a": "x" * 2000})
        == f"the files of the archive have {2000 + len(HOME)} bytes, more than 1000."
    )


def test_not_an_archive(said: Made) -> None:
    assert (
        said(archive=b"<!doctype html>")
        == f"{PATH}:1: broken-archive: 'edition-1.0.0-site.zip' is not a zip archive that can be read. {AGAIN}"
    )


def test_a_damaged_file(said: Made, tmp_path: Path) -> None:
    file = tmp_path / "good.zip"
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(f"{FOLDER}index.json", HOME)
    damaged = file.read_bytes().replace(b"Lamps", b"Limps")
    assert (
        said(archive=damaged)
        == f"{PATH}:1: broken-archive: '{FOLDER}index.json' in the archive is damaged. {AGAIN}"
    )


def test_a_wrong_checksum(said: Made) -> None:
    text = said(sums=f"{'0' * 64}  edition-1.0.0-site.zip\n")
    assert text.startswith(f"{PATH}:1: wrong-checksum: the file has the SHA-256 '")
    assert text.endswith(f"…', and SHA256SUMS says '000000000000…'. {AGAIN}")


def test_no_checksum(said: Made) -> None:
    assert (
        said(sums="nothing\n")
        == f"{PATH}:1: wrong-checksum: SHA256SUMS does not name 'edition-1.0.0-site.zip'. {AGAIN}"
    )


def test_an_archive_without_a_version(said: Made) -> None:
    wanted = f"{PATH}:1: wrong-version: the archive does not say which version it holds: it has no index.json with 'version'. {AGAIN}"
    assert said({f"{FOLDER}index.html": "x"}, home="") == wanted


def test_an_archive_of_another_version(said: Made) -> None:
    text = said(home=HOME.replace("1.0.0", "1.1.0"))
    assert (
        text
        == f"{PATH}:1: wrong-version: the release is tagged 'v1.0.0' and holds version '1.1.0'. {AGAIN}"
    )


def test_a_release_without_an_archive(tmp_path: Path) -> None:
    (tmp_path / "releases/v1.0.0").mkdir(parents=True)
    (tmp_path / "releases/latest").mkdir()
    found, problems = release.read_releases(tmp_path / "releases")
    assert found == []
    assert [str(problem) for problem in problems] == [
        "releases/latest:1: unknown-release: 'latest' is no folder of a released version. Name it after the tag, as v1.2.0, or take it away.",
        f"{PATH}:1: missing-archive: the release 'v1.0.0' has no 'edition-1.0.0-site.zip'. Download it, or take the folder away.",
    ]


def test_the_newest_release_comes_first(tmp_path: Path) -> None:
    for version in ("0.9.0", "0.10.0"):
        folder = tmp_path / f"v{version}"
        folder.mkdir()
        file = folder / release.archive_name(version)
        with zipfile.ZipFile(file, "w") as packed:
            packed.writestr(f"edition-{version}/index.json", json.dumps({"version": version}))
        (folder / "SHA256SUMS").write_text(
            f"{hashlib.sha256(file.read_bytes()).hexdigest()} *{file.name}\n"
        )
    found, problems = release.read_releases(tmp_path)
    assert ([one.version for one in found], problems) == (["0.10.0", "0.9.0"], [])
