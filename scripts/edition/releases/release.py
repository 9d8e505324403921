"""A released version, and the names of its files."""

from __future__ import annotations

import re
import shutil
import zipfile
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

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

    def unpack(self, folder: Path) -> None:
        """Put the site into `folder`, in place of what is there."""
        shutil.rmtree(folder, ignore_errors=True)
        # zipfile makes plain files and folders only, and none outside of where it unpacks.
        with zipfile.ZipFile(self.archive) as archive, TemporaryDirectory() as unpacked:
            archive.extractall(unpacked)
            shutil.move(f"{unpacked}/edition-{self.version}", folder)
