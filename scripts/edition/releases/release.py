"""A released version, and the names of its files."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from edition.model.paper import VERSION

TAG = re.compile(f"v({VERSION.pattern})", VERSION.flags)
SUMS = "SHA256SUMS"


def archive_name(version: str) -> str:
    """The name of the archive of a version's site."""
    return f"edition-{version}-site.zip"


def version_order(version: str) -> tuple[int, ...]:
    """The key by which versions are sorted: 0.10.0 is newer than 0.9.0."""
    return tuple(map(int, version.split(".")))


@dataclass(frozen=True)
class Release:
    """A released version: its number, its date in ISO 8601, and the archive of its site.

    In the archive all files are in the folder `edition-<version>/`.
    """

    version: str
    date: str
    archive: Path

    @property
    def order(self) -> tuple[int, ...]:
        return version_order(self.version)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Every file of the site by its address below the site's root."""
        with zipfile.ZipFile(self.archive) as archive:
            for entry in archive.infolist():
                if not entry.is_dir():
                    yield entry.filename.partition("/")[2], archive.read(entry)
