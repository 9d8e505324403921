"""In: files by path, each with all that it follows from. Out: the same in another folder, made, or as they were made before, from .cache/.

A file that is kept is not written again but linked: to make a file may take a file system fifty times as long as to give it
another name. What is kept is read all the same, since it must have its digest: somebody may have written into the other name.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

from .kept import code_digest, digest, read_under, write_kept, write_under


class Store:
    """The files kept in `folder`, while it is open. The list of them is beside it."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._list = folder, folder.with_suffix(".json")
        self._known: dict[str, list[str]] = json.loads(read_under(self._list, code_digest()) or b"{}")
        self._used: dict[str, list[str]] = {}
        self._made: set[Path] = set()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if not kind and self._used != self._known:
            for path in self._known.keys() - self._used.keys():
                with suppress(OSError):
                    (self._folder / path).unlink()
            write_under(self._list, code_digest(), json.dumps(self._used).encode())

    def lay(self, path: str, key: Callable[[], str], make: Callable[[], bytes], target: Path, stale: bool = False) -> None:
        """Put the file into `target`, as it is kept under `key`, or with `stale` under any; else what `make` makes, which is then kept."""
        kept = self._folder / path
        known = self._known.get(path, ["", ""])
        self._used[path] = known
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        if (stale or known[0] == key()) and _link_whole(kept, known[1], target):
            return
        content = make()
        self._used[path] = [key(), digest(content)]
        write_kept(kept, content)
        if not _link_whole(kept, self._used[path][1], target):
            target.unlink(missing_ok=True)
            target.parent.mkdir(parents=True, exist_ok=True)  # the folder of a preview may have been emptied since
            target.write_bytes(content)


def _link_whole(kept: Path, whole: str, target: Path) -> bool:
    """Give a file that has the digest `whole` another name, or copy it to a disk that cannot; false where it is gone, or another."""
    try:
        with kept.open("rb") as file:
            content = file.read()
            if digest(content) != whole:
                return False
            target.unlink(missing_ok=True)
            try:
                os.link(kept, target)
            except OSError:
                target.write_bytes(content)
                return True
            # Another build may have put its own file in the place of the one that is read here.
            if os.path.samestat(os.fstat(file.fileno()), target.stat()):
                return True
            target.unlink()
    except OSError:
        pass
    return False
