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
    try:
        with (root / path).open("rb") as file:
            data = file.read(LARGEST + 1)
    except OSError as error:
        message = f"'{path}' cannot be read ({error.strerror})."
        hint = "Add the file, or correct its name."
        return "", [Problem(Location(path), "missing-file", message, hint)]
    offset = 0
    # A null byte is UTF-8, but no text holds one: it tells UTF-16, or a file that is no text.
    null = data.find(b"\0")
    if len(data) > LARGEST:
        message = f"the file is larger than {LARGEST // 1024 // 1024} MB."
        hint = "Split it, or take out what does not belong in it."
    elif null >= 0:
        offset, message = null, "the line holds a null byte."
        hint = "Save the file as plain UTF-8 text."
    else:
        try:
            text = data.decode("utf-8-sig")
            return text.replace("\r\n", "\n").replace("\r", "\n"), []
        except UnicodeDecodeError as error:
            offset, message = error.start, f"byte {data[error.start]:#04x} is not UTF-8."
            hint = "Save the file with the encoding UTF-8."
    line = data.count(b"\n", 0, offset) + 1
    return "", [Problem(Location(path, line), "unreadable-file", message, hint)]
