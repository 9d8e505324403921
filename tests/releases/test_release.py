"""The files of a release, and what prevents one."""

from __future__ import annotations

import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import lxml.html
import pytest

import check
import release
from edition.releases.package import pack_release, pack_site

FILES = [
    "SHA256SUMS",
    "edition-1.2.0-references.bib",
    "edition-1.2.0-references.json",
    "edition-1.2.0-references.ris",
    "edition-1.2.0-site.zip",
    "edition-1.2.0-source.tar.gz",
    "edition-1.2.0.epub",
    "edition-1.2.0.pdf",
    "edition-1.2.0.txt",
]


def git(folder: Path, *words: str) -> None:
    who = ["-c", "user.name=Nobody", "-c", "user.email=nobody@orrin.example"]
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, capture_output=True)


@pytest.fixture()
def repository(old_paper: Path, tmp_path: Path) -> Path:
    folder = Path(
        shutil.copytree(old_paper, tmp_path / "lamps", ignore=shutil.ignore_patterns(".cache"))
    )
    (folder / ".gitignore").write_text("release/\n.cache/\n")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "The paper")
    return folder


def test_a_release_is_made_of_a_commit(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", "https://edition.example/some-repo/")
    monkeypatch.setenv(
        "REPO_URL", "https://github.com/someone/some-repo"
    )  # one of the hosts for which the generator knows how to edit
    monkeypatch.setenv("EDIT_URI", "edit/main/docs/")
    assert release.main(["--root", str(repository)]) == 0, capfd.readouterr()
    folder = repository / "release"
    assert sorted(os.listdir(folder)) == FILES
    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (checked.returncode, checked.stdout.count(": OK")) == (0, len(FILES) - 1)
    with zipfile.ZipFile(folder / "edition-1.2.0-site.zip") as archive:
        home = lxml.html.document_fromstring(archive.read("edition-1.2.0/index.html"))
        assert "edition-1.2.0/404.html" not in archive.namelist()
        references = lxml.html.document_fromstring(
            archive.read("edition-1.2.0/references/index.html")
        )
    assert [*home.find_class("edit-page"), *references.find_class("edit-link")] == []
    assert len(home.find_class("report")) == 1
    assert home.xpath("//link[@rel='canonical']/@href") == [
        "https://edition.example/some-repo/v/1.2.0/"
    ]


def test_a_release_is_not_made_of_what_is_not_committed(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "bib" / "later.txt").write_text("A work to look at.\n")
    assert release.main(["--root", str(repository)]) == 1
    assert (
        capsys.readouterr().err
        == "There are changes that are not committed; a release is made of a commit. Commit or stash them.\n"
    )
    assert not (repository / "release").exists()


def test_a_tag_is_that_of_the_version(old_paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert release.main(["--root", str(old_paper), "--tag", "v1.2.0"]) == 0
    assert capsys.readouterr().out == "The tag 'v1.2.0' is that of the version, of 2025-04-09.\n"
    assert release.main(["--root", str(old_paper), "--tag", "v1.3.0"]) == 1
    hint = "Tag the commit 'v1.2.0', or write the other version into the changelog, docs/data/paper.yml and CITATION.cff first."
    assert (
        capsys.readouterr().out
        == f"docs/data/paper.yml:21: error: wrong-tag: the tag is 'v1.3.0' and the version '1.2.0'. {hint}\n"
    )


def test_a_version_without_its_changes_is_not_released(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert release.main(["--root", str(root / "tests" / "paper"), "--tag", "v1.2.0"]) == 1
    hint = "Write `## 1.2.0 · 9 April 2025`, with the day of the release, above what changed."
    assert (
        capsys.readouterr().out
        == f"docs/about/changelog.md:1: error: unknown-version: the changelog does not begin with '1.2.0'. {hint}\n"
    )


def test_a_version_with_addresses_in_no_list_is_not_released(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = repository / "docs" / "data" / "published.txt"
    kept = [
        line
        for line in listed.read_text("utf-8").splitlines(keepends=True)
        if not line.startswith("about/changelog/")
    ]
    listed.write_text("".join(kept), encoding="utf-8")
    hint = "Run `make publish`, and commit the list."
    assert release.main(["--root", str(repository), "--tag", "v1.2.0"]) == 1
    assert capsys.readouterr().out == (
        f"docs/data/published.txt:1: error: unlisted-address: 'about/changelog/' and 2 more are not in the list of addresses that stay for good. {hint}\n"
    )
    assert check.main(["--root", str(repository), "--publish"]) == 0
    assert release.main(["--root", str(repository), "--tag", "v1.2.0"]) == 0


def test_a_list_of_addresses_that_cannot_be_read_is_named(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (repository / "docs/data/published.txt").write_bytes(b"/\n\xff\n")
    said = "docs/data/published.txt:2: error: unreadable-file: byte 0xff is not UTF-8. Save the file with the encoding UTF-8.\n"
    assert release.main(["--root", str(repository), "--tag", "v1.2.0"]) == 1
    assert capsys.readouterr().out == said
    assert check.main(["--root", str(repository), "--publish"]) == 1
    assert capsys.readouterr().out == said
    assert check.main(["--root", str(repository), "--since", "HEAD"]) == 1
    assert capsys.readouterr().out == said


def test_what_the_changelog_says_is_the_text_of_the_release(
    old_paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert release.main(["--root", str(old_paper), "--changes"]) == 0
    assert capsys.readouterr().out == "The *first* of all, with songs.\n"


def test_packing_twice_gives_the_same_bytes(old_site, tmp_path: Path) -> None:
    other = Path(shutil.copytree(old_site.folder, tmp_path / "other"))
    for file in other.rglob("*"):
        os.utime(file, (1, 1))
        file.chmod(0o700)
    folders = [tmp_path / "one", tmp_path / "two"]
    for site, folder in zip((old_site.folder, other), folders, strict=True):
        pack_release(site, folder, "1.2.0", "2025-04-09", b"sources")
    assert sorted(os.listdir(folders[0])) == FILES
    assert [
        name
        for name in FILES
        if (folders[0] / name).read_bytes() != (folders[1] / name).read_bytes()
    ] == []


def test_an_archive_has_the_nearest_day_that_it_can_have(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.json").write_text("{}", "utf-8")
    for day, packed in {"2924-06-15": 2107, "1925-06-15": 1980, "soon": 1980}.items():
        pack_site(tmp_path / "site", tmp_path / "site.zip", "1.2.0", day)
        with zipfile.ZipFile(tmp_path / "site.zip") as archive:
            assert archive.infolist()[0].date_time[0] == packed


def test_the_links_of_the_archive_name_files(old_site, tmp_path: Path) -> None:
    pack_site(old_site.folder, tmp_path / "site.zip", "1.2.0", "2025-04-09")
    with zipfile.ZipFile(tmp_path / "site.zip") as archive:
        archive.extractall(tmp_path)
    folder, lost = tmp_path / "edition-1.2.0", []
    for file in folder.rglob("*.html"):
        for link in lxml.html.parse(str(file)).getroot().iter("a"):
            address = (link.get("href") or "").partition("#")[0]
            if address and ":" not in address and not (file.parent / address).is_file():
                lost.append(f"{file.relative_to(folder)} → {address}")
    assert lost == []
