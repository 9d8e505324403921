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
from edition.releases import release_reader
from edition.releases.release import archive_name

FOLDER = "edition-1.0.0/"
FILE = "edition-1.0.0-site.zip"
PATH = f"releases/v1.0.0/{FILE}"
REFUSED = "Do not use it. Find out who made it, and make the release again."
AGAIN = "Download the release anew; if it is the same, make the release again under a new version."
HOME = json.dumps({"title": "Lamps", "version": "1.0.0", "date": "2025-01-01"})

Entry = tuple[str, str]


def write_release(folder: Path, version: str, entries: list[Entry]) -> Path:
    """A release with these files and right checksums; its archive."""
    folder = folder / f"v{version}"
    folder.mkdir(parents=True)
    file = folder / archive_name(version)
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content)
    write_sums(file)
    return file


def write_sums(file: Path) -> None:
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    file.with_name("SHA256SUMS").write_text(f"{found} *{file.name}\n")


@pytest.fixture()
def problem(root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[], str]:
    """`problem()`: what the command prints of the releases; nothing is published."""

    def run() -> str:
        site = tmp_path / "site"
        site.mkdir()
        (site / "index.html").write_text("<!doctype html>")
        folders = {"--root": root / "tests/paper", "--site": site}
        folders["--releases"] = tmp_path / "releases"
        words = [word for option, folder in folders.items() for word in (option, str(folder))]
        code = versions.main(words)
        out, err = capsys.readouterr()
        assert (code, err) == (1, "1 problem. No version was published.\n")
        assert [file.name for file in site.rglob("*")] == ["index.html"]
        assert not (tmp_path / "evil").exists()
        assert out.split(": ")[1] in RELEASED
        return out.rstrip("\n")

    return run


BAD_NAMES = [
    *("../evil", "/evil", "edition-1.0.0/../../evil", "edition-1.0.0/./evil"),
    *("edition-1.0.0/a//evil", "edition-1.0.0/a\nb", "edition-1.0.0/..\\evil"),
]


@pytest.mark.parametrize(
    ("names", "message"),
    [
        *(
            ([name], f"the name {name!a} leads out of the folder, or is none that a file may have.")
            for name in BAD_NAMES
        ),
        ([f"{FOLDER}{n}" for n in range(5)], "the archive has 6 files, more than 5."),
    ],
)
def test_an_unsafe_archive(problem, tmp_path: Path, monkeypatch, names, message: str) -> None:
    monkeypatch.setattr(release_reader, "MOST_FILES", 5)
    entries = [(f"{FOLDER}index.json", HOME), *((name, "x") for name in names)]
    write_release(tmp_path / "releases", "1.0.0", entries)
    assert problem() == f"{PATH}:1: unsafe-archive: {message} {REFUSED}"


def test_a_file_beside_the_folder(problem, tmp_path: Path) -> None:
    write_release(tmp_path / "releases", "1.0.0", [("evil", "x")])
    assert problem() == (
        f"{PATH}:1: unsafe-archive: 'evil' lies outside the folder 'edition-1.0.0/'. {REFUSED}"
    )


def test_too_large(problem, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release_reader, "LARGEST", 1000)
    write_release(tmp_path / "releases", "1.0.0", [(f"{FOLDER}a", "x" * 2000)])
    message = "the files of the archive have 2000 bytes, more than 1000."
    assert problem() == f"{PATH}:1: unsafe-archive: {message} {REFUSED}"


def test_not_an_archive(problem, tmp_path: Path) -> None:
    file = write_release(tmp_path / "releases", "1.0.0", [])
    file.write_bytes(b"<!doctype html>")
    write_sums(file)
    assert problem() == (
        f"{PATH}:1: broken-archive: '{FILE}' is not a zip archive that can be read. {AGAIN}"
    )


def test_a_damaged_file(problem, tmp_path: Path) -> None:
    file = write_release(tmp_path / "releases", "1.0.0", [(f"{FOLDER}index.json", HOME)])
    file.write_bytes(file.read_bytes().replace(b"Lamps", b"Limps"))
    write_sums(file)
    message = f"'{FOLDER}index.json' in the archive is damaged."
    assert problem() == f"{PATH}:1: broken-archive: {message} {AGAIN}"


@pytest.mark.parametrize(
    ("sums", "message"),
    [
        (
            f"{'0' * 64}  {FILE}\n",
            f"{PATH}:1: wrong-checksum: the file has the SHA-256 '{{}}…', and SHA256SUMS says '000000000000…'. {AGAIN}",
        ),
        ("nothing\n", f"{PATH}:1: wrong-checksum: SHA256SUMS does not name '{FILE}'. {AGAIN}"),
    ],
)
def test_a_wrong_checksum(problem, tmp_path: Path, sums: str, message: str) -> None:
    file = write_release(tmp_path / "releases", "1.0.0", [])
    file.with_name("SHA256SUMS").write_text(sums)
    assert problem() == message.format(hashlib.sha256(file.read_bytes()).hexdigest()[:12])


@pytest.mark.parametrize(
    ("entries", "message"),
    [
        (
            [(f"{FOLDER}index.html", "x")],
            f"{PATH}:1: wrong-version: the archive does not say which version it holds: it has no index.json with 'version'. {AGAIN}",
        ),
        (
            [(f"{FOLDER}index.json", HOME.replace("1.0.0", "1.1.0"))],
            f"{PATH}:1: wrong-version: the release is tagged 'v1.0.0' and holds version '1.1.0'. {AGAIN}",
        ),
    ],
)
def test_another_version(problem, tmp_path: Path, entries: list[Entry], message: str) -> None:
    write_release(tmp_path / "releases", "1.0.0", entries)
    assert problem() == message


def test_a_release_without_an_archive(tmp_path: Path) -> None:
    (tmp_path / "releases/v1.0.0").mkdir(parents=True)
    (tmp_path / "releases/latest").mkdir()
    found, problems = release_reader.read_releases(tmp_path / "releases")
    assert found == []
    assert [str(problem) for problem in problems] == [
        "releases/latest:1: unknown-release: 'latest' is no folder of a released version. Name it after the tag, as v1.2.0, or take it away.",
        f"{PATH}:1: missing-archive: the release 'v1.0.0' has no '{FILE}'. Download it, or take the folder away.",
    ]


def test_the_newest_release_comes_first(tmp_path: Path) -> None:
    for version in ("0.9.0", "0.10.0"):
        home = json.dumps({"version": version})
        write_release(tmp_path, version, [(f"edition-{version}/index.json", home)])
    found, problems = release_reader.read_releases(tmp_path)
    assert ([one.version for one in found], problems) == (["0.10.0", "0.9.0"], [])
