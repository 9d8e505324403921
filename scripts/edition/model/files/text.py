"""Reads text files. A file that cannot be read is a Problem, never an exception."""

from __future__ import annotations

from pathlib import Path

from edition.problem import Location, Problem

LARGEST = 4 * 1024 * 1024
"""Bytes. No page, list or data file of an edition comes near it."""


def read_text(root: Path, path: str) -> tuple[str, list[Problem]]:
    """The text of `root/path` and no problems, or an empty text and the problem.

    The encoding is UTF-8, with or without a byte order mark; every line ends in a newline alone.
    """
    file = root / path
    try:
        if file.stat().st_size > LARGEST:
            message = f"the file is larger than {LARGEST // 1024 // 1024} MB."
            hint = "Split it, or take out what does not belong in it."
            return _unreadable(path, 1, message, hint)
        data = file.read_bytes()
    except OSError as error:
        message = f"'{path}' cannot be read ({error.strerror})."
        hint = "Add the file, or correct its name."
        return "", [Problem(Location(path), "missing-file", message, hint)]
    if b"\0" in data:
        line = _line_at(data, data.index(b"\0"))
        message, hint = "the line holds a null byte.", "Save the file as plain UTF-8 text."
        return _unreadable(path, line, message, hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = _line_at(data, error.start)
        message = f"byte {data[error.start]:#04x} is not UTF-8."
        return _unreadable(path, line, message, "Save the file with the encoding UTF-8.")
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _line_at(data: bytes, offset: int) -> int:
    return data.count(b"\n", 0, offset) + 1


def _unreadable(path: str, line: int, message: str, hint: str) -> tuple[str, list[Problem]]:
    return "", [Problem(Location(path, line), "unreadable-file", message, hint)]
