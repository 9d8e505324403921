"""In: files of all encodings and none. Out: their text, or the problem with path, line and hint."""

from __future__ import annotations

from pathlib import Path

import pytest

from edition.model.files.text import LARGEST, read_text


def read(folder: Path, content: bytes) -> tuple[str, list[str]]:
    (folder / "a.md").write_bytes(content)
    text, problems = read_text(folder, "a.md")
    return text, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    "content",
    [
        "öl\nلیمپ 灯\n".encode(),
        b"\xef\xbb\xbf" + "öl\nلیمپ 灯\n".encode(),
        "öl\r\nلیمپ 灯\r\n".encode(),
        "öl\rلیمپ 灯\r".encode(),
    ],
)
def test_utf_8_is_read_with_any_line_ends(tmp_path, content):
    assert read(tmp_path, content) == ("öl\nلیمپ 灯\n", [])


def test_an_empty_file_is_no_problem(tmp_path):
    assert read(tmp_path, b"") == ("", [])


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (
            "ab\nöl\n".encode("latin-1"),
            "a.md:2: unreadable-file: byte 0xf6 is not UTF-8. Save the file with the encoding UTF-8.",
        ),
        (
            b"ab\n\nc\0d\n",
            "a.md:3: unreadable-file: the line holds a null byte. Save the file as plain UTF-8 text.",
        ),
        (
            "ab".encode("utf-16"),
            "a.md:1: unreadable-file: the line holds a null byte. Save the file as plain UTF-8 text.",
        ),
        (
            b"a" * (5 * 1024 * 1024),
            "a.md:1: unreadable-file: the file is larger than 4 MB. Split it, or take out what does not belong in it.",
        ),
    ],
)
def test_what_is_no_text_is_a_problem(tmp_path, content, problem):
    assert read(tmp_path, content) == ("", [problem])


def test_the_largest_file_is_still_read(tmp_path):
    assert read(tmp_path, b"a" * LARGEST)[1] == []


def test_a_missing_file_and_a_folder_are_problems(tmp_path):
    (tmp_path / "b.md").mkdir()
    assert [
        str(problem) for path in ("a.md", "b.md") for problem in read_text(tmp_path, path)[1]
    ] == [
        "a.md:1: missing-file: 'a.md' cannot be read (No such file or directory). Add the file, or correct its name.",
        "b.md:1: missing-file: 'b.md' cannot be read (Is a directory). Add the file, or correct its name.",
    ]
