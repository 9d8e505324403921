"""In: what was worked out before, and all that it depends on. Out: the same again from .cache/, or nothing where it is not to be trusted.

A cache may be deleted at any time. Each entry stands under a digest of everything that it was made from, the code included,
so that a stale one is never found; each file begins with a digest of itself, so that a damaged one is never read.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = ".cache"
CODE = Path(__file__).resolve().parents[2]
_CODE = {".css", ".csl", ".html", ".opf", ".py", ".txt", ".typ", ".xhtml", ".xml"}


def digest(*parts: str | bytes) -> str:
    """One digest of several texts, each told from the next."""
    whole = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        whole.update(b"%d:" % len(data))
        whole.update(data)
    return whole.hexdigest()


@cache
def code_digest() -> str:
    """What tells one state of the code from another: our modules and templates, Python, and every package that is installed."""
    files = sorted(file for folder in ("edition", "theme/apparatus") for file in (CODE / folder).rglob("*") if file.suffix in _CODE)
    texts = [part for file in files for part in (str(file.relative_to(CODE)), file.read_bytes())]
    packages = sorted({package.name for folder in sys.path for package in Path(folder or ".").glob("*.dist-info")})
    return digest(sys.version, *packages, "", *texts)


class Kept:
    """The entries of one file of the cache as JSON values by digest. What was not asked for is forgotten by `save`,
    unless nothing was.

    Without a file nothing is read or written.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._found = _read(file) if file else {}
        self._used: dict[str, Any] = {}

    def __len__(self) -> int:
        """How many entries were found in the file."""
        return len(self._found)

    def take(self, key: str) -> Any:
        """The value under `key`; None where there is none."""
        value = self._used.get(key, self._found.get(key))
        if value is not None:
            self._used[key] = value
        return value

    def put(self, key: str, value: Any) -> None:
        self._used[key] = value

    def keep(self, key: str, make: Callable[[], Any]) -> Any:
        """The value under `key`, made where there is none."""
        if (value := self.take(key)) is None:
            self.put(key, value := make())
        return value

    def save(self) -> None:
        """Write what was used, where that differs from what was read. A build that used nothing has found all it needed elsewhere."""
        if not self._file or not self._used or self._used.keys() == self._found.keys():
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


def read_under(file: Path, key: str) -> bytes | None:
    """The bytes in a file of the cache if they were written under `key` and are whole."""
    try:
        head, _, content = file.read_bytes().partition(b"\n")
        return content if head.decode("ascii") == f"{key} {digest(content)}" else None
    except (OSError, ValueError):
        return None


def write_under(file: Path, key: str, content: bytes) -> None:
    """Keep bytes in a file of the cache under `key`."""
    write_kept(file, f"{key} {digest(content)}\n".encode() + content)


def keep(file: Path, key: str, make: Callable[[], bytes]) -> bytes:
    """The bytes in a file of the cache if they were made under `key`; else what `make` makes, kept there."""
    if (content := read_under(file, key)) is None:
        write_under(file, key, content := make())
    return content
