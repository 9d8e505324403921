"""The files of a release, and what prevents one."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from filecmp import cmpfiles
from pathlib import Path

import lxml.html
import pytest

import check
import release
from conftest import PAPER
from edition.releases.package import pack_release
from repository import git

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
LISTED = "docs/data/published.txt"


@pytest.fixture()
def repository(old_paper: Path, tmp_path: Path) -> Path:
    """A repository of version 1.2.0."""
    folder = tmp_path / "lamps"
    shutil.copytree(old_paper, folder, ignore=shutil.ignore_patterns(".cache"))
    (folder / ".gitignore").write_text("release/\n.cache/\n")
    git(folder, "init", "--quiet")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "The paper")
    return folder


def run(folder: Path, *words: str) -> int:
    return release.main(["--root", str(folder), *words])


def test_a_release_is_made_of_a_commit(repository, monkeypatch, capfd):
    # one of the hosts for which the generator knows how to edit
    monkeypatch.setenv("REPO_URL", "https://github.com/someone/some-repo")
    monkeypatch.setenv("SITE_URL", "https://edition.example/some-repo/")
    monkeypatch.setenv("EDIT_URI", "edit/main/docs/")
    assert run(repository) == 0, capfd.readouterr()
    folder = repository / "release"
    assert sorted(os.listdir(folder)) == FILES
    check_sums = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    checked = subprocess.run(check_sums, cwd=folder, capture_output=True, text=True, check=True)
    assert checked.stdout.count(": OK") == len(FILES) - 1
    with zipfile.ZipFile(folder / "edition-1.2.0-site.zip") as archive:
        assert "edition-1.2.0/404.html" not in archive.namelist()
        assert {file.date_time for file in archive.infolist()} == {(2025, 4, 9, 0, 0, 0)}
        home = lxml.html.fromstring(archive.read("edition-1.2.0/index.html"))
        references = lxml.html.fromstring(archive.read("edition-1.2.0/references/index.html"))
    assert [*home.find_class("edit-page"), *references.find_class("edit-link")] == []
    assert len(home.find_class("report")) == 1
    lasting = "https://edition.example/some-repo/v/1.2.0/"
    assert home.xpath("//link[@rel='canonical']/@href") == [lasting]


def test_a_release_is_not_made_of_what_is_not_committed(repository, capsys):
    (repository / "bib" / "later.txt").write_text("A work to look at.\n")
    assert run(repository) == 1
    assert (
        capsys.readouterr().err
        == "There are changes that are not committed; a release is made of a commit. Commit or stash them.\n"
    )
    assert not (repository / "release").exists()


def test_a_tag_is_that_of_the_version(old_paper, capsys):
    assert run(old_paper, "--tag", "v1.2.0") == 0
    assert capsys.readouterr().out == "The tag 'v1.2.0' is that of the version, of 2025-04-09.\n"
    assert run(old_paper, "--tag", "v1.3.0") == 1
    hint = "Tag the commit 'v1.2.0', or write the other version into the changelog, docs/data/paper.yml and CITATION.cff first."
    assert (
        capsys.readouterr().out
        == f"docs/data/paper.yml:21: error: wrong-tag: the tag is 'v1.3.0' and the version '1.2.0'. {hint}\n"
    )


def test_a_version_without_its_changes_is_not_released(capsys):
    assert run(PAPER) == 1
    hint = "Write `## 1.2.0 · 9 April 2025`, with the day of the release, above what changed."
    assert (
        capsys.readouterr().out
        == f"docs/about/changelog.md:1: error: unknown-version: the changelog does not begin with '1.2.0'. {hint}\n"
    )


def test_a_version_with_addresses_in_no_list_is_not_released(repository, capsys):
    text = (repository / LISTED).read_text("utf-8")
    (repository / LISTED).write_text(
        re.sub(r"(?m)^about/changelog/(?!#110-).*\n", "", text), "utf-8"
    )
    hint = "Run `make publish`, and commit the list."
    assert run(repository) == 1
    assert (
        capsys.readouterr().out
        == f"docs/data/published.txt:1: error: unlisted-address: 'about/changelog/' and 2 more are not in the list of addresses that stay for good. {hint}\n"
    )
    assert check.main(["--root", str(repository), "--publish"]) == 0
    assert run(repository, "--tag", "v1.2.0") == 0


def test_a_list_of_addresses_that_cannot_be_read_is_named(repository, capsys):
    (repository / LISTED).write_bytes(b"/\n\xff\n")
    said = "docs/data/published.txt:2: error: unreadable-file: byte 0xff is not UTF-8. Save the file with the encoding UTF-8.\n"
    assert run(repository) == 1
    for words in (["--publish"], ["--since", "HEAD"]):
        assert check.main(["--root", str(repository), *words]) == 1
    assert capsys.readouterr().out == said * 3


def test_what_the_changelog_says_is_the_text_of_the_release(old_paper, capsys):
    assert run(old_paper, "--changes") == 0
    assert capsys.readouterr().out == "The *first* of all, with songs.\n"


def test_packing_twice_gives_the_same_bytes(old_site, released, tmp_path):
    other = Path(shutil.copytree(old_site.folder, tmp_path / "other"))
    for file in other.rglob("*"):
        os.utime(file, (1, 1))
        file.chmod(0o700)
    pack_release(other, tmp_path / "packed", "1.2.0", "2025-04-09", b"sources")
    first, second = released / "v1.2.0", tmp_path / "packed"
    assert cmpfiles(first, second, FILES, shallow=False) == (FILES, [], [])


def test_the_links_of_the_archive_name_files(released, tmp_path):
    with zipfile.ZipFile(released / "v1.2.0/edition-1.2.0-site.zip") as archive:
        archive.extractall(tmp_path)
    lost = []
    for file in tmp_path.rglob("*.html"):
        page = lxml.html.fromstring(file.read_bytes())
        for address in page.xpath("//a/@href"):
            path = address.partition("#")[0]
            if path and ":" not in path and not (file.parent / path).is_file():
                lost.append(f"{file} → {address}")
    assert lost == []
