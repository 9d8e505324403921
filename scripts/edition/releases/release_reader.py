"""Reads released versions: a folder such as `v1.2.0/` with the archive of a site and SHA256SUMS.

An archive comes from outside. It is looked through before anything of it is used.
"""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
import zlib
from pathlib import Path

from edition.problem import Location, Problem
from edition.releases.release import SUMS, TAG, Release, archive_name

MOST_FILES = 20_000
LARGEST = 256 * 1024 * 1024
"""Bytes of all files of an archive: some twenty times what an edition of fifty pages has."""

_UNSAFE = re.compile(r"(?:^|/)\.{0,2}(?:/|$)|[\x00-\x1f\x7f\\]|.{400}")
"""A step out of the folder, an empty step, a control character, another system's slash, or a name
too long for a file."""
_AGAIN = "Download the release anew; if it is the same, make the release again under a new version."
_DANGER = "Do not use it. Find out who made it, and make the release again."
_DAMAGED = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, RuntimeError)
"""What zipfile raises at archives that are damaged, encrypted or of an unknown kind."""


class _Rejected(Exception):
    """A release that cannot be used: the rule, what is wrong, and the hint."""

    def __init__(self, rule: str, message: str, hint: str = _AGAIN) -> None:
        super().__init__(message)
        self.rule, self.message, self.hint = rule, message, hint


def read_releases(folder: Path) -> tuple[list[Release], list[Problem]]:
    """The releases in `folder`, the newest first, and the problems of those that are unsound."""
    releases, problems = [], []
    for inner in sorted(folder.iterdir()) if folder.is_dir() else []:
        path = f"{folder.name}/{inner.name}"
        tag = TAG.fullmatch(inner.name)
        if not tag or not inner.is_dir() or inner.is_symlink():
            message = f"'{inner.name}' is no folder of a released version."
            hint = "Name it after the tag, as v1.2.0, or take it away."
            problems.append(Problem(Location(path), "unknown-release", message, hint))
            continue
        file = inner / archive_name(tag[1])
        try:
            releases.append(_read(file, tag[1]))
        except _Rejected as error:
            location = Location(f"{path}/{file.name}")
            problems.append(Problem(location, error.rule, error.message, error.hint))
    return sorted(releases, key=lambda release: release.order, reverse=True), problems


def _read(file: Path, version: str) -> Release:
    if not file.is_file() or file.is_symlink():
        message = f"the release 'v{version}' has no '{file.name}'."
        raise _Rejected("missing-archive", message, "Download it, or take the folder away.")
    _check_sum(file)
    folder = f"edition-{version}/"
    try:
        with zipfile.ZipFile(file) as archive:
            if danger := _danger(archive.infolist(), folder):
                raise _Rejected("unsafe-archive", danger, _DANGER)
            if damaged := archive.testzip():
                raise _Rejected("broken-archive", f"'{damaged}' in the archive is damaged.")
            home = f"{folder}index.json"
            content = archive.read(home) if home in archive.namelist() else b""
    except _DAMAGED:
        message = f"'{file.name}' is not a zip archive that can be read."
        raise _Rejected("broken-archive", message) from None
    return Release(version, _date(content, version), file)


def _check_sum(file: Path) -> None:
    sums = file.with_name(SUMS)
    text = sums.read_text("utf-8", errors="replace") if sums.is_file() else ""
    line = re.search(rf"^([0-9a-f]{{64}}) [ *]{re.escape(file.name)}$", text, re.MULTILINE)
    if not line:
        raise _Rejected("wrong-checksum", f"{SUMS} does not name '{file.name}'.")
    with file.open("rb") as opened:
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if found != line[1]:
        message = f"the file has the SHA-256 '{found[:12]}…', and {SUMS} says '{line[1][:12]}…'."
        raise _Rejected("wrong-checksum", message)


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


def _date(home: bytes, version: str) -> str:
    """The date of the version, from the data of its title page, which must name the version."""
    try:
        record = json.loads(home)
        number, date = record["version"], record.get("date", "")
    except (KeyError, TypeError, ValueError, RecursionError):
        message = (
            "the archive does not say which version it holds: it has no index.json with 'version'."
        )
        raise _Rejected("wrong-version", message) from None
    if number != version:
        message = f"the release is tagged 'v{version}' and holds version '{number}'."
        raise _Rejected("wrong-version", message)
    return str(date)
