"""In: a file. Out: its text, or a Problem: unreadable files are reported, never raised."""

from __future__ import annotations

from pathlib import Path

from edition.problem import Location, Problem

LARGEST = 4 * 1024 * 1024
"""Bytes. No page, list or data file of an edition comes near it; a larger one is a mistake or an attack."""


def read_text(root: Path, path: str) -> tuple[str, list[Problem]]:
    """Return the text of `root/path` and no problems, or an empty text and the problem."""
    file = root / path
    try:
        if file.stat().st_size > LARGEST:
            return "", [
                Problem(
                    Location(path),
                    "unreadable-file",
                    f"the file is larger than {LARGEST // 1024 // 1024} MB.",
                    "Split it, or take out what does not belong in it.",
                )
            ]
        data = file.read_bytes()
    except OSError as error:
        return "", [
            Problem(
                Location(path),
                "missing-file",
                f"'{path}' cannot be read ({error.strerror}).",
                "Add the file, or correct its name.",
            )
        ]
    if b"\0" in data:
        line = data[: data.index(b"\0")].count(b"\n") + 1
        return "", [
            Problem(
                Location(path, line),
                "unreadable-file",
                "the line holds a null byte.",
                "Save the file as plain UTF-8 text.",
            )
        ]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        return "", [
            Problem(
                Location(path, line),
                "unreadable-file",
                f"byte {data[error.start]:#04x} is not UTF-8.",
                "Save the file with the encoding UTF-8.",
            )
        ]
    return text.replace("\r\n", "\n").replace("\r", "\n"), []
