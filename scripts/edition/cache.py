"""A disk cache of what other programs made, keyed by a fingerprint of everything it was made from.

Only pandoc's formatted citations and Typst's PDF take longer to make than to read back. Both depend
on nothing but what is in their fingerprint, so a stale value is never returned. The folder may be
deleted at any time.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path

FOLDER = ".cache"


def fingerprint(*parts: str | bytes) -> str:
    """The SHA-256, in hexadecimal, of several texts.

    Each text is preceded by its length, so that `a`, `bc` differs from `ab`, `c`.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%d:" % len(data))
        digest.update(data)
    return digest.hexdigest()


class Cache:
    """One value for each name, stored as a file in `.cache/` of the project's folder `root`.

    A file holds a line with the fingerprint of the inputs and that of the value, then the value.
    A value that is stale, damaged or cut short is not returned. Where the disk cannot be read or
    written, everything is made again.
    """

    def __init__(self, root: Path) -> None:
        self._folder = root / FOLDER

    def get(self, name: str, inputs: str) -> bytes | None:
        """The value stored under `name`, if it was made from inputs with this fingerprint."""
        with suppress(OSError, ValueError):
            head, _, value = (self._folder / name).read_bytes().partition(b"\n")
            if head.decode("ascii") == f"{inputs} {fingerprint(value)}":
                return value
        return None

    def set(self, name: str, inputs: str, value: bytes) -> None:
        """Store a value, in place of an earlier one of this name."""
        file = self._folder / name
        unfinished = file.with_name(f"{name}.{os.getpid()}")
        # Another build may read the file meanwhile, so it appears in one step.
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            unfinished.write_bytes(f"{inputs} {fingerprint(value)}\n".encode() + value)
            unfinished.replace(file)
