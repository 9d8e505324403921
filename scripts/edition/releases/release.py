"""Reads released versions: a folder such as `v1.2.0/` with the archive of a site and SHA256SUMS.

An archive comes from outside. It is looked through before anything of it is used.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from edition.model.paper import VERSION
from edition.problem import Location, Problem

TAG = re.compile(f"v({VERSION.pattern})", VERSION.flags)
SUMS = "SHA256SUMS"
MOST_FILES = 20_000
LARGEST = 256 * 1024 * 1024
"""Bytes of all files of an archive: some twenty times what an edition of fifty pages has."""

_UNSAFE = re.compile(r"(?:^|/)\.{0,2}(?:/|$)|[\x00-\x1f\x7f\\]|.{400}")
"""A step out of the folder, an empty step, a control character, another system's slash, or a name
too long for a file."""
_HINTS = {
    "unknown-release": "Name it after the tag, as v1.2.0, or take it away.",
    "missing-archive": "Download it, or take the folder away.",
    "unsafe-archive": "Do not use it. Find out who made it, and make the release again.",
}
_AGAIN = "Download the release anew; if it is the same, make the release again under a new version."
"""The hint for every other rule."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)
"""What zipfile raises at archives that are damaged, encrypted or of an unknown kind."""


class _Rejected(Exception):
    """A release that cannot be used: the file or folder, the rule, and what is wrong."""


@dataclass(frozen=True)
class Release:
    """A released version: its number, its date in ISO 8601, the archive of its site and its hash.

    In the archive all files are in the folder `edition-<version>/`.
    """

    version: str
    date: str
    archive: Path
    sha256: str

    def unpack(self, folder: Path) -> None:
        """Put the site into `folder`, in place of what is there."""
        shutil.rmtree(folder, ignore_errors=True)
        # zipfile makes plain files and folders only, and none outside of where it unpacks.
        with zipfile.ZipFile(self.archive) as archive, TemporaryDirectory() as unpacked:
            archive.extractall(unpacked)
            shutil.move(f"{unpacked}/edition-{self.version}", folder)


def archive_name(version: str) -> str:
    """The name of the archive of a version's site."""
    return f"edition-{version}-site.zip"


def version_order(version: str) -> tuple[int, ...]:
    """The key by which versions are sorted: 0.10.0 is newer than 0.9.0, and both than none."""
    return tuple(map(int, re.findall(r"\d+", version)))


def read_releases(folder: Path) -> tuple[list[Release], list[Problem]]:
    """The releases in `folder`, the newest first, and the problems of those that are unsound."""
    releases, problems = [], []
    for inner in sorted(folder.iterdir()) if folder.is_dir() else []:
        try:
            releases.append(_read(inner))
        except _Rejected as error:
            path, rule, message = error.args
            location = Location(path.relative_to(folder.parent).as_posix())
            problems.append(Problem(location, rule, message, _HINTS.get(rule, _AGAIN)))
    releases.sort(key=lambda release: version_order(release.version), reverse=True)
    return releases, problems


def _read(folder: Path) -> Release:
    """The release in its folder. Raises _Rejected."""
    tag = TAG.fullmatch(folder.name)
    if not tag or not folder.is_dir():
        message = f"'{folder.name}' is no folder of a released version."
        raise _Rejected(folder, "unknown-release", message)
    file = folder / archive_name(tag[1])
    if not file.is_file():
        message = f"the release '{folder.name}' has no '{file.name}'."
        raise _Rejected(file, "missing-archive", message)
    sha256 = _checked_sum(file)
    return Release(tag[1], _checked_date(file, tag[1]), file, sha256)


def _checked_sum(file: Path) -> str:
    """The SHA-256 of the archive, which is the one that SHA256SUMS has. Raises _Rejected."""
    sums = file.with_name(SUMS)
    text = sums.read_text("utf-8", errors="replace") if sums.is_file() else ""
    line = re.search(rf"^([0-9a-f]{{64}}) [ *]{re.escape(file.name)}$", text, re.MULTILINE)
    if not line:
        raise _Rejected(file, "wrong-checksum", f"{SUMS} does not name '{file.name}'.")
    with file.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if found != line[1]:
        message = f"the file has the SHA-256 '{found[:12]}…', and {SUMS} says '{line[1][:12]}…'."
        raise _Rejected(file, "wrong-checksum", message)
    return found


def _checked_date(file: Path, version: str) -> str:
    """The date of the version, from the data of its title page. Raises _Rejected."""
    try:
        home = _read_home(file, f"edition-{version}/")
    except _DAMAGED:
        message = f"'{file.name}' is not a zip archive that can be read."
        raise _Rejected(file, "broken-archive", message) from None
    try:
        record = json.loads(home)
        number, date = record["version"], record.get("date", "")
    except (KeyError, TypeError, ValueError, RecursionError):
        message = (
            "the archive does not say which version it holds: it has no index.json with 'version'."
        )
        raise _Rejected(file, "wrong-version", message) from None
    if number != version:
        message = f"the release is tagged 'v{version}' and holds version '{number}'."
        raise _Rejected(file, "wrong-version", message)
    return str(date)


def _read_home(file: Path, folder: str) -> bytes:
    """The data of the title page, empty where there is none, from an archive that is sound."""
    with zipfile.ZipFile(file) as archive:
        if danger := _danger(archive.infolist(), folder):
            raise _Rejected(file, "unsafe-archive", danger)
        if damaged := archive.testzip():
            raise _Rejected(file, "broken-archive", f"'{damaged}' in the archive is damaged.")
        home = f"{folder}index.json"
        return archive.read(home) if home in archive.namelist() else b""


def _danger(entries: list[zipfile.ZipInfo], folder: str) -> str:
    """What makes an archive unsafe to unpack; empty where nothing does.

    The sizes that it claims hold: zipfile never reads more of a file.
    """
    if len(entries) > MOST_FILES:
        return f"the archive has {len(entries)} files, more than {MOST_FILES}."
    size = sum(entry.file_size for entry in entries)
    if size > LARGEST:
        return f"the files of the archive have {size} bytes, more than {LARGEST}."
    for entry in entries:
        name = entry.filename
        if _UNSAFE.search(name.removesuffix("/")):
            return (
                f"the name {name[:80]!a} leads out of the folder, or is none that a file may have."
            )
        if not name.startswith(folder):
            return f"'{name}' lies outside the folder '{folder}'."
    return ""
