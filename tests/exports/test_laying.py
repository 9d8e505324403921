"""In: files that were laid before, and an edition that has changed since, or files that were damaged. Out: what is taken, and what is made anew."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from edition.exports import BOOK, FILES, exports_of
from edition.exports.export import Export
from edition.exports.laying import Laying, lay
from edition.model import Edition, processes

CONTENT = {"downloads/a.txt": b"one\n", "downloads/b.bin": b"\x00\xff two", "empty.txt": b""}
KEPT = ".cache/files/some"


@pytest.fixture()
def laid(lay: Callable[[dict], Path], tmp_path: Path) -> Callable[..., list[str]]:
    """`laid("a name")`: the paths that were made, of three of which the last follows from nothing; they always hold what they should."""
    root = lay({})
    shutil.rmtree(root / ".cache", ignore_errors=True)

    def make(*said: str, stale: bool = False) -> list[str]:
        made, site = [], tmp_path / "site"
        shutil.rmtree(site, ignore_errors=True)

        def work(path: str) -> bytes:
            made.append(path)
            return CONTENT[path]

        files = {path: Export(partial(work, path), (lambda: "nothing") if path == "empty.txt" else None) for path in CONTENT}
        _lay(Edition.load(root), files, site, *said, stale=stale)
        assert {path: (site / path).read_bytes() for path in CONTENT} == CONTENT
        return made

    make.root = root
    return make


def _lay(edition: Edition, files: dict[str, Export], site: Path, *said: str, stale: bool = False) -> None:
    lay(edition, "some", files, site, *said, stale=stale)


def test_files_are_made_once(laid) -> None:
    assert [laid("a name"), laid("a name"), laid("another name")] == [list(CONTENT), [], list(CONTENT)]


def test_what_follows_from_what_has_changed_is_made_anew(laid) -> None:
    laid()
    file = laid.root / "docs/data/glossary.yml"
    file.write_text(file.read_text("utf-8").replace("a cabbage", "cabbages"), "utf-8")
    assert laid() == ["downloads/a.txt", "downloads/b.bin"]


def test_a_preview_makes_only_what_is_not_kept(laid) -> None:
    assert laid(stale=True) == list(CONTENT)
    assert laid("another name", stale=True) == []


DAMAGES = {
    "the end is gone": lambda kept: kept.write_bytes(kept.read_bytes()[:-1]),
    "another byte": lambda kept: kept.write_bytes(kept.read_bytes().replace(b"two", b"owt")),
    "the file is gone": lambda kept: kept.unlink(),
    "the list is gone": lambda kept: kept.parents[1].with_suffix(".json").unlink(),
    "the list is spoilt": lambda kept: kept.parents[1].with_suffix(".json").write_bytes(b"\xff\xfe"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damaged_files_are_made_anew(laid, damage) -> None:
    laid()
    damage(laid.root / KEPT / "downloads/b.bin")
    assert "downloads/b.bin" in laid()
    assert laid() == []


def test_who_writes_into_the_site_does_not_change_what_is_kept(laid, tmp_path: Path) -> None:
    laid()
    with (tmp_path / "site/downloads/b.bin").open("ab") as file:
        file.write(b"more")
    assert laid() == ["downloads/b.bin"]
    assert laid() == []


def test_a_disk_that_knows_no_second_names_is_copied_to(laid, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError("no second names here")

    monkeypatch.setattr(os, "link", refuse)
    assert [laid(), laid()] == [list(CONTENT), []]


def test_what_another_build_has_kept_meanwhile_is_not_taken(laid, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    laid()
    link = os.link

    def late(kept: Path, target: Path) -> None:
        kept.unlink()
        kept.write_bytes(b"another build's")
        link(kept, target)

    monkeypatch.setattr(os, "link", late)
    assert laid() == list(CONTENT)


def test_nothing_is_kept_where_nothing_can_be_written(laid) -> None:
    (laid.root / ".cache").mkdir(exist_ok=True)
    (laid.root / ".cache/files").write_bytes(b"a file where a folder should be")
    assert [laid(), laid()] == [list(CONTENT), list(CONTENT)]


def test_what_is_no_file_any_more_is_forgotten(laid, tmp_path: Path) -> None:
    laid()
    edition = Edition.load(laid.root)
    _lay(edition, {}, tmp_path / "site")
    assert laid() == list(CONTENT)


def test_files_are_made_beside_and_an_error_is_told_at_the_end(lay, tmp_path: Path) -> None:
    edition, laying = Edition.load(lay({})), Laying()

    def fail() -> bytes:
        raise ValueError("this file cannot be made")

    parts = {"one": {"a.txt": Export(lambda: b"one")}, "two": {"b.txt": Export(fail)}}
    with pytest.raises(ValueError, match="cannot be made"):
        assert laying.begin(edition, parts, tmp_path / "site") == ["a.txt", "b.txt"]
        laying.finish()
    assert (tmp_path / "site/a.txt").read_bytes() == b"one"


def test_every_file_is_in_one_part(made_up: Edition) -> None:
    parts = exports_of(made_up, {"another.txt": Export(lambda: b"")})
    paths = [path for files in parts.values() for path in files]
    assert len(paths) == len(set(paths))
    assert {*FILES, "another.txt", "index.json"} <= set(paths)
    assert tuple(parts["book"]) == BOOK


def test_a_build_ends_when_its_files_are_there(lay, tmp_path: Path) -> None:
    edition, build = Edition.load(lay({})), Laying()
    for content in (b"one", b"two"):
        build.begin(edition, {"some": {"a.txt": Export(partial(bytes, content), content.decode)}}, tmp_path / "build")
        build.finish()
        assert (tmp_path / "build/a.txt").read_bytes() == content


def test_a_preview_waits_for_no_file_and_lays_it_when_it_is_there(lay, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if processes.processors() == 1 and threading.active_count() == 1:
        pytest.skip("this machine has one processor, or cannot copy a process")
    monkeypatch.setattr(processes, "processors", lambda: 2)  # beside the browser of other tests too
    edition, preview, site, may_end = Edition.load(lay({})), Laying(preview=True), tmp_path / "site", tmp_path / "may-end"

    def slow() -> bytes:
        while not may_end.exists():
            threading.Event().wait(0.01)
        return b"first"

    def build(make: Callable[[], bytes]) -> None:
        shutil.rmtree(site, ignore_errors=True)
        preview.begin(edition, {"some": {"a.txt": Export(make)}}, site)
        preview.finish()

    build(slow)
    build(lambda: b"second")  # an edit before the file is there
    assert not (site / "a.txt").exists()
    may_end.touch()
    while not (site / "a.txt").exists():
        threading.Event().wait(0.01)
    build(lambda: b"third")
    while not (site / "a.txt").exists():  # it was not over yet
        build(lambda: b"third")
    assert (site / "a.txt").read_bytes() == b"first"


def test_no_file_is_laid_outside_of_the_site(lay, tmp_path: Path) -> None:
    laying = Laying()
    files = {"references/../../out.html": Export(lambda: b"one"), "references/a..b.html": Export(lambda: b"two")}
    assert laying.begin(Edition.load(lay({})), {"some": files}, tmp_path / "site") == ["references/a..b.html"]
    laying.finish()
    assert (tmp_path / "site/references/a..b.html").read_bytes() == b"two"
    assert not (tmp_path / "out.html").exists()
