"""In: Exports by path, a site's folder. Out: their files in it, made, or taken from .cache/ where nothing that they follow from has changed.

They are made beside the rendering of the pages, where this machine can do two things at once, and pass through the memory
one by one. A part of them is a group that shares what it is made from: one process makes it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path, PurePath

from ..model import Edition
from ..model.formatter import Formatter
from ..model.kept import FOLDER, digest
from ..model.processes import Beside
from ..model.store import Store
from .export import Export

Parts = Mapping[str, Mapping[str, Export]]
"""The files of each part, by path below the site's root."""


def lay(edition: Edition, name: str, files: Mapping[str, Export], folder: Path, *said: str, stale: bool = False) -> None:
    """Write the files of the part `name` into a folder. `said` is what they follow from besides the edition.

    Where what is kept may be `stale`, only what is not kept at all is made.
    """
    with Store(edition.project.root / FOLDER / "files" / name) as kept:
        for path, export in files.items():
            kept.lay(path, partial(_key, edition, export, said), export.make, folder / path, stale)


def _key(edition: Edition, export: Export, said: tuple[str, ...]) -> str:
    return digest(export.follows() if export.follows else edition.digest, *said)


def _lay_twice(edition: Edition, name: str, files: Mapping[str, Export], folder: Path, *said: str) -> None:
    """As `lay`, into the folder of a preview, which may have been emptied meanwhile."""
    lay(edition, name, files, folder, *said)
    lay(edition, name, files, folder, *said, stale=True)


class Laying:
    """Lays files while a generator builds; one for each run of it.

    A preview builds many times. It makes the files once, and waits for them neither with its first pages nor with those after
    an edit; once they are there, it makes only those that are new.
    """

    def __init__(self, preview: bool = False) -> None:
        self._preview = preview
        self._begun: list[Beside[None]] = []
        self._has_begun = False

    def begin(self, edition: Edition, parts: Parts, folder: Path, *said: str) -> list[str]:
        """Begin to write the files of all parts, whose paths are returned."""
        # A key is part of a path, and whoever sends an entry chooses it.
        parts = {name: {path: export for path, export in files.items() if ".." not in PurePath(path).parts} for name, files in parts.items()}
        if not self._has_begun:
            Formatter(edition.bibliography).describe_all()  # here, since several processes want it
            work = _lay_twice if self._preview else lay
            self._begun = [Beside(partial(work, edition, name, files, folder, *said)) for name, files in parts.items()]
            self._has_begun = self._preview
        elif all(begun.is_over for begun in self._begun):
            self._wait()
            for name, files in parts.items():
                lay(edition, name, files, folder, *said, stale=True)
        return [path for files in parts.values() for path in files]

    def finish(self) -> None:
        """At the end of a build: wait until all files are there; raises what went wrong with them."""
        if not self._preview:
            self._wait()

    def _wait(self) -> None:
        begun, self._begun = self._begun, []
        for one in begun:
            one.result()
