"""In: bytes by name, each with all that it follows from. Out: the same again from one file of .cache/, or nothing where it is not to be trusted.

For many things that are read and written one by one: a file each would take longer to open than to make. The file is a
database of SQLite, so that two builds may use it at once. As everywhere in .cache/, what is kept stands under a digest of
all that it was made from and with a digest of itself, and may be deleted at any time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .kept import digest

_TABLE = "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, key TEXT, digest TEXT, content BLOB) WITHOUT ROWID"
# Lost power may cost what was kept: it is made again.
_QUICK = ("PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF")


class Shelf:
    """What is kept, while it is open. Where the database cannot be used, nothing is found and nothing is kept."""

    def __init__(self, database: sqlite3.Connection | None) -> None:
        self._database = database

    def take(self, name: str, key: str | None) -> bytes | None:
        """The bytes kept by this name, if they were kept under `key`, or under any where it is None, and are whole."""
        with suppress(sqlite3.Error):
            row = self._database and self._database.execute("SELECT key, digest, content FROM kept WHERE name = ?", (name,)).fetchone()
            if row and key in (row[0], None) and isinstance(row[2], bytes) and row[1] == digest(row[2]):
                return row[2]
        return None

    def put(self, name: str, key: str, content: bytes) -> None:
        """Keep the bytes in place of what was kept by this name."""
        with suppress(sqlite3.Error):
            if self._database:
                self._database.execute("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", (name, key, digest(content), content))

    def keep_only(self, names: Iterable[str]) -> None:
        """Forget what is kept by any other name."""
        with suppress(sqlite3.Error):
            if self._database:
                kept = {name for (name,) in self._database.execute("SELECT name FROM kept")}
                self._database.executemany("DELETE FROM kept WHERE name = ?", [(name,) for name in kept.difference(names)])


@contextmanager
def shelf(file: Path, patience: float = 5) -> Iterator[Shelf]:
    """The shelf in `file`, opened for as long as the context lasts; a file that is no database is made anew.

    `patience`: seconds to wait for another build that is writing to it.
    """
    database = _opened(file, patience)
    try:
        yield Shelf(database)
    finally:
        with suppress(sqlite3.Error):
            if database:
                database.commit()
                database.close()


def _opened(file: Path, patience: float) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(file, timeout=patience)
            for words in (*_QUICK, _TABLE):
                database.execute(words)
            return database
        except sqlite3.OperationalError:  # another build is writing, or the disk is full
            return None
        except sqlite3.DatabaseError:
            with suppress(OSError):
                file.unlink()
        except OSError:
            return None
    return None
