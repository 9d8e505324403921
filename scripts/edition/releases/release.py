"""In: a folder of released versions (`v1.2.0/` with an archive and SHA256SUMS). Out: Releases that are safe to read, or the Problem of each."""

from __future__ import annotations

import hashlib
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.problem import Location, Problem

TAG = re.compile(r"v(\d{1,6}\.\d{1,6}\.\d{1,6})")
SUMS = "SHA256SUMS"
MOST_FILES = 20_000
LARGEST = 256 * 1024 * 1024
"""Bytes of all files of an archive together: some twenty times what an edition of fifty pages has."""

_UNSAFE = re.compile(r"(?:^|/)\.{0,2}(?:/|$)|[\x00-\x1f\x7f\\]")
"""A step out of the folder, an empty step, a control character, or the slash of another system."""
_AGAIN = "Download the release anew; if it is the same, make the release again under a new version."


def archive_name(version: str) -> str:
    """The name of the archive of a version's site."""
    return f"edition-{version}-site.zip"


@dataclass(frozen=True)
class Release:
    """A released version: its number, its date in ISO 8601, and the archive of its site, whose files lie in `edition-<version>/`."""

    version: str
    date: str
    archive: Path

    @property
    def order(self) -> tuple[int, ...]:
        return tuple(map(int, self.version.split(".")))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file of the site by its address below the site's root."""
        with zipfile.ZipFile(self.archive) as archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    yield entry.filename.partition("/")[2], archive.read(entry)

    def read(self, name: str) -> bytes:
        """One file of the site. KeyError where there is none."""
        with zipfile.ZipFile(self.archive) as archive:
            return archive.read(f"edition-{self.version}/{name}")


def read_releases(folder: Path) -> tuple[list[Release], list[Problem]]:
    """The releases in `folder`, the newest first; every one is looked through before any is used."""
    found, problems = [], []
    for inner in sorted(folder.iterdir()) if folder.is_dir() else []:
        result = _read(folder, inner)
        (problems if isinstance(result, Problem) else found).append(result)
    return sorted(found, key=lambda release: release.order, reverse=True), problems


def _read(folder: Path, inner: Path) -> Release | Problem:
    tag = TAG.fullmatch(inner.name)
    if not tag or not inner.is_dir() or inner.is_symlink():
        place = Location(f"{folder.name}/{inner.name}")
        return Problem(
            place,
            "unknown-release",
            f"'{inner.name}' is no folder of a released version.",
            "Name it after the tag, as v1.2.0, or take it away.",
        )
    file = inner / archive_name(tag[1])
    place = Location(f"{folder.name}/{inner.name}/{file.name}")
    if not file.is_file() or file.is_symlink():
        return Problem(
            place,
            "missing-archive",
            f"the release '{inner.name}' has no '{file.name}'.",
            "Download it, or take the folder away.",
        )
    return (
        _wrong_checksum(file, place)
        or _unsafe_archive(file, place, tag[1])
        or _known(file, place, tag[1])
    )


def _wrong_checksum(file: Path, place: Location) -> Problem | None:
    sums = file.with_name(SUMS)
    lines = (
        sums.read_text("utf-8", errors="replace").splitlines()
        if sums.is_file() and not sums.is_symlink()
        else []
    )
    wanted = next(
        (
            line.partition(" ")[0].lower()
            for line in lines
            if re.fullmatch(rf"[0-9a-fA-F]{{64}} [ *]{re.escape(file.name)}", line)
        ),
        "",
    )
    if not wanted:
        return Problem(place, "wrong-checksum", f"{SUMS} does not name '{file.name}'.", _AGAIN)
    with file.open("rb") as opened:
        there = hashlib.file_digest(opened, "sha256").hexdigest()
    if there != wanted:
        return Problem(
            place,
            "wrong-checksum",
            f"the file has the SHA-256 '{there[:12]}…', and {SUMS} says '{wanted[:12]}…'.",
            _AGAIN,
        )
    return None


def _unsafe_archive(file: Path, place: Location, version: str) -> Problem | None:
    try:
        with zipfile.ZipFile(file) as archive:
            said = _danger(archive.infolist(), f"edition-{version}/")
            damaged = None if said else archive.testzip()
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        ValueError,
        NotImplementedError,
        RuntimeError,
    ):
        return Problem(
            place, "broken-archive", f"'{file.name}' is not a zip archive that can be read.", _AGAIN
        )
    if said:
        return Problem(
            place,
            "unsafe-archive",
            said,
            "Do not use it. Find out who made it, and make the release again.",
        )
    if damaged:
        return Problem(place, "broken-archive", f"'{damaged}' in the archive is damaged.", _AGAIN)
    return None


def _danger(entries: list[zipfile.ZipInfo], folder: str) -> str:
    """What makes an archive unsafe to unpack; empty where nothing does. What it claims of sizes holds: no more is ever read of a file."""
    if len(entries) > MOST_FILES:
        return f"the archive has {len(entries)} files, more than {MOST_FILES}."
    size = sum(entry.file_size for entry in entries)
    if size > LARGEST:
        return f"the files of the archive have {size} bytes, more than {LARGEST}."
    seen: set[str] = set()
    for entry in entries:
        name, kind = entry.filename, stat.S_IFMT(entry.external_attr >> 16)
        if _UNSAFE.search(name.removesuffix("/")) or len(name) > 400:
            return (
                f"the name {name[:80]!a} leads out of the folder, or is none that a file may have."
            )
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            return f"'{name}' is neither a file nor a folder, but a link or a device."
        if not name.startswith(folder):
            return f"'{name}' lies outside the folder '{folder}'."
        if entry.flag_bits & 1:
            return f"'{name}' is encrypted."
        if name.removesuffix("/") in seen:
            return f"'{name}' is there twice."
        seen.add(name.removesuffix("/"))
    files = {entry.filename for entry in entries if not entry.is_dir()}
    inside = next(
        (name for name in sorted(seen) if any(parent in files for parent in _parents(name))), ""
    )
    return f"'{inside}' lies in what is itself a file." if inside else ""


def _parents(name: str) -> Iterator[str]:
    steps = name.split("/")
    return ("/".join(steps[:count]) for count in range(1, len(steps)))


def _known(file: Path, place: Location, version: str) -> Release | Problem:
    """The release, where its title page's data says that it is the version of the folder."""
    try:
        said = json.loads(Release(version, "", file).read("index.json"))
        number, date = said["version"], said.get("date", "")
    except (KeyError, TypeError, ValueError, RecursionError):
        return Problem(
            place,
            "wrong-version",
            "the archive does not say which version it holds: it has no index.json with 'version'.",
            _AGAIN,
        )
    if number != version:
        return Problem(
            place,
            "wrong-version",
            f"the release is tagged 'v{version}' and holds version '{number}'.",
            _AGAIN,
        )
    return Release(version, str(date), file)
