"""In: a shelf in which things were kept. Out: what is found there: what was put under the same key, whole, and nothing else."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from edition.model.shelf import Shelf


def test_bytes_are_found_under_the_key_they_were_put_under(tmp_path: Path) -> None:
    file = tmp_path / "deep" / "some.db"
    with Shelf(file) as kept:
        assert kept.take("a", "key") is None
        kept.put("a", "key", b"\x00 one")
        assert kept.take("a", "key") == b"\x00 one"
    with Shelf(file) as kept:
        assert [kept.take("a", "key"), kept.take("a", "other"), kept.take("b", "key"), kept.take("a", None)] == [b"\x00 one", None, None, b"\x00 one"]
        kept.put("a", "other", b"two")
        assert [kept.take("a", "key"), kept.take("a", "other")] == [None, b"two"]


def test_what_is_not_named_is_forgotten(tmp_path: Path) -> None:
    with Shelf(tmp_path / "some.db") as kept:
        for name in "abc":
            kept.put(name, "key", name.encode())
        kept.keep_only(["a", "x"])
        assert [kept.take(name, "key") for name in "abc"] == [b"a", None, None]


def test_a_shelf_that_another_is_writing_to_keeps_nothing_and_fails_nobody(tmp_path: Path) -> None:
    file = tmp_path / "some.db"
    with Shelf(file) as kept:
        kept.put("a", "key", b"one")
    other = sqlite3.connect(file)
    other.execute("BEGIN EXCLUSIVE")
    with Shelf(file, patience=0.1) as kept:
        kept.put("b", "key", b"two")
        assert kept.take("b", "key") is None
    other.rollback()
    other.close()
    with Shelf(file) as kept:
        assert kept.take("a", "key") == b"one"


def test_what_another_build_keeps_meanwhile_changes_nothing_here(tmp_path: Path) -> None:
    file = tmp_path / "some.db"
    with Shelf(file) as kept:
        kept.put("a", "key", b"one")
    with Shelf(file) as here:
        assert here.take("a", "key") == b"one"
        with Shelf(file, patience=0.1) as there:
            there.put("a", "other", b"two")
        assert here.take("a", "key") == b"one"
        here.put("b", "key", b"three")
    with Shelf(file) as kept:
        assert [kept.take("a", "key"), kept.take("b", "key")] == [b"one", b"three"]
