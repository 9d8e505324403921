"""In: bytes by name, each with all that it follows from. Out: the same again from one file of .cache/, or nothing where it is not to be trusted.

For many things that are read and written one by one: a file each would take longer to open than to make. The file is a
database of SQLite, so that two builds may use it at once. As everywhere in .cache/, what is kept stands under a digest of
all that it was made from and with a digest of itself, and may be deleted at any time.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Self

from .kept import digest

_TABLE = "CREATE TABLE IF NOT EXISTS kept (name TEXT PRIMARY KEY, key TEXT, digest TEXT, content BLOB) WITHOUT ROWID"
# Lost power may cost what was kept: it is made again.
_QUICK = ("PRAGMA journal_mode = MEMORY", "PRAGMA synchronous = OFF")


class Shelf:
    """What is kept in one file, as it was when it was first read from; what is put becomes visible to others with `close`.

    Where the file cannot be used, nothing is found and nothing is kept; likewise nothing is kept where another build is writing.
    """

    def __init__(self, file: Path, patience: float = 5) -> None:
        """Open the shelf in `file`; a file that is no database is made anew. `patience`: seconds to wait for another build that is writing to it."""
        self._database = _opened(file, patience)
        self._keeps = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def take(self, name: str, key: str | None) -> bytes | None:
        """The bytes kept by this name, if they were kept under `key`, or under any where it is None, and are whole."""
        with suppress(sqlite3.Error):
            row = self._database and self._database.execute("SELECT key, digest, content FROM kept WHERE name = ?", (name,)).fetchone()
            if row and key in (row[0], None) and isinstance(row[2], bytes) and row[1] == digest(row[2]):
                return row[2]
        return None

    def put(self, name: str, key: str, content: bytes) -> None:
        """Keep the bytes in place of what was kept by this name."""
        self._write("INSERT OR REPLACE INTO kept VALUES (?, ?, ?, ?)", [(name, key, digest(content), content)])

    def keep_only(self, names: Iterable[str]) -> None:
        """Forget what is kept by any other name."""
        with suppress(sqlite3.Error):
            if self._database:
                gone = {name for (name,) in self._database.execute("SELECT name FROM kept")}.difference(names)
                self._write("DELETE FROM kept WHERE name = ?", [(name,) for name in gone])

    def _write(self, words: str, rows: list[tuple]) -> None:
        if self._database and self._keeps and rows:
            try:
                self._database.executemany(words, rows)
            except sqlite3.Error:  # once is enough to wait for another build
                self._keeps = False

    def close(self) -> None:
        """Write what was put, for those who open the shelf after this."""
        database, self._database = self._database, None
        with suppress(sqlite3.Error):
            if database:
                database.execute("COMMIT" if self._keeps else "ROLLBACK")
        with suppress(sqlite3.Error):
            if database:
                database.close()


def _opened(file: Path, patience: float) -> sqlite3.Connection | None:
    for _ in range(2):
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            database = sqlite3.connect(file, timeout=patience, isolation_level=None)
            for words in (*_QUICK, _TABLE, "BEGIN"):
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
