"""In: files made of the edition. Out: the same from .cache/ while the edition says the same."""

from __future__ import annotations

import json
from collections.abc import Callable

from ..model import Edition
from ..model.kept import FOLDER, code_digest, digest, read_under, write_under


def _pack(files: dict[str, bytes]) -> bytes:
    """The paths and lengths as JSON on a line, then the bytes of all files, one after another."""
    return json.dumps([[path, len(content)] for path, content in files.items()]).encode() + b"\n" + b"".join(files.values())


def _unpack(packed: bytes) -> dict[str, bytes]:
    head, _, rest = packed.partition(b"\n")
    files, at = {}, 0
    for path, length in json.loads(head):
        files[path] = rest[at : at + length]
        at += length
    return files


def keep_files(edition: Edition, name: str, make: Callable[[], dict[str, bytes]], *said: str) -> dict[str, bytes]:
    """What `make` made of the same edition, kept under `name`; `said` is what else it was told."""
    file, key = edition.project.root / FOLDER / name, digest(code_digest(), edition.digest, *said)
    if (packed := read_under(file, key)) is not None:
        return _unpack(packed)
    write_under(file, key, _pack(files := make()))
    return files
