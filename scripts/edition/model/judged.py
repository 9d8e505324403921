"""In: the edition that is to be built, and who judges it. Out: its problems; that there were none is kept in .cache/, by content and day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from .edition import Edition
from .kept import FOLDER, code_digest, digest, read_under, write_under
from .place import Problem

_NONE = b"no problems"


def _files(edition: Edition) -> Iterator[Path]:
    """Every file that a rule may read: the sources, and what lies beside them in the project's folder."""
    root = edition.project.root
    for found in (root.glob("*"), (root / edition.project.docs).rglob("*"), (root / "bib").rglob("*")):
        yield from sorted(file for file in found if file.is_file())


def problems_to_build(edition: Edition, judge: Callable[[Edition], list[Problem]]) -> list[Problem]:
    """What `judge` says. A rule may ask what day it is, so that nothing is believed on the next."""
    texts = [part for file in _files(edition) for part in (str(file), digest(file.read_bytes()))]
    key = digest(code_digest(), edition.digest, datetime.now(UTC).date().isoformat(), *texts)
    file = edition.project.root / FOLDER / "checked"
    if read_under(file, key) == _NONE:
        return []
    problems = judge(edition)
    if not problems:
        write_under(file, key, _NONE)
    return problems
