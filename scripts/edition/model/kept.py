"""In: what was worked out before, and all that it depends on. Out: the same again from .cache/, or nothing where it is not to be trusted.

A cache may be deleted at any time. Each entry stands under a digest of everything that it was made from, the code included,
so that a stale one is never found; each file begins with a digest of itself, so that a damaged one is never read.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

FOLDER = ".cache"
CODE = Path(__file__).resolve().parents[1]


def digest(*parts: str | bytes) -> str:
    """One digest of several texts, each told from the next."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


@cache
def code_digest(folders: tuple[str, ...], packages: tuple[str, ...]) -> str:
    """What tells one state of the code in `folders` (below scripts/edition, or `../theme`) and of packages from another."""
    files = sorted({file for folder in folders for file in (CODE / folder).resolve().rglob("*") if file.is_file() and file.suffix != ".pyc"})
    texts = [part for file in files for part in (str(file.relative_to(CODE.parent)), file.read_bytes())]
    return digest(sys.version, *(f"{name} {_version(name)}" for name in packages), *texts)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


class Kept:
    """The entries of one file, `<root>/.cache/<name>.json`, as JSON values by digest. What `take` and `put` did not touch is forgotten by `save`."""

    def __init__(self, root: Path, name: str) -> None:
        self._file = root / FOLDER / f"{name}.json"
        self._found = _read(self._file)
        self._used: dict[str, Any] = {}

    def take(self, key: str) -> Any:
        """The value under `key`; None where there is none."""
        value = self._used.get(key, self._found.get(key))
        if value is not None:
            self._used[key] = value
        return value

    def put(self, key: str, value: Any) -> None:
        self._used[key] = value

    def save(self) -> None:
        """Write what was used, where that differs from what was read."""
        if self._used.keys() == self._found.keys():
            return
        text = json.dumps(self._used, ensure_ascii=True, separators=(",", ":")).encode()
        write_kept(self._file, digest(text).encode() + b"\n" + text)


def _read(file: Path) -> dict[str, Any]:
    try:
        said, _, text = file.read_bytes().partition(b"\n")
        found = json.loads(text) if said.decode("ascii") == digest(text) else {}
        return found if isinstance(found, dict) else {}
    except (OSError, ValueError, RecursionError):
        return {}


def write_kept(file: Path, content: bytes) -> None:
    """Write a file of the cache at once: another build may read it meanwhile. One that cannot be written costs time, nothing else."""
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(file)
    except OSError:
        pass
