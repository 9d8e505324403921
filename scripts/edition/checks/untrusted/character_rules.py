"""Rules of the characters in source files (Unicode Technical Report 36 and Technical Standard 39; "Trojan Source", 2021)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from edition.checks.source_files import source_texts
from edition.model import Edition
from edition.problem import Location, Problem

_OVERRIDE = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028\u2029\u2060-\u2065\u206a-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\uffff\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_JOINERS, _MARKS = "\u200c\u200d", "\u200e\u200f\u061c"


def override_character(edition: Edition) -> Iterator[Problem]:
    """No character turns the direction of the text around it (U+202A to U+202E, U+2066 to U+2069).

    With them a line reads otherwise than it is. A passage in Arabic letters needs none; in a page it may stand in
    `<span lang="ur" dir="rtl">…</span>`.
    """
    yield from _found(edition, _OVERRIDE, "override-character", "turns the direction of the text")


def hidden_character(edition: Edition) -> Iterator[Problem]:
    """No character is invisible: zero-width spaces, soft hyphens, control characters, tags, fillers.

    They make two words differ that look the same, and can carry text that nobody sees. Joiners between letters of Arabic or
    Indian scripts, and between emoji, are needed there and allowed; so are direction marks in a line of such letters.
    """
    yield from _found(edition, _HIDDEN, "hidden-character", "is invisible")


def private_use_character(edition: Edition) -> Iterator[Problem]:
    """No character is of the private use areas: each font shows another sign for it, or none.

    They come from copied PDFs. The edition uses some of them itself while it reads a page.
    """
    yield from _found(
        edition, _PRIVATE, "private-use-character", "means something else in each font"
    )


def _found(edition: Edition, pattern: re.Pattern[str], rule: str, said: str) -> Iterator[Problem]:
    for path, text in source_texts(edition):
        if not pattern.search(text):  # most texts hold none
            continue
        for number, line in enumerate(text.split("\n"), start=1):
            for at in _at(line, pattern):
                message = f"U+{ord(line[at]):04X} '{unicodedata.name(line[at], 'unnamed').lower()}' in column {at + 1} {said}."
                yield Problem(
                    Location(path, number),
                    rule,
                    message,
                    "Delete it, or type the words around it again.",
                )


def _at(line: str, pattern: re.Pattern[str]) -> Iterator[int]:
    return (
        match.start()
        for match in pattern.finditer(line)
        if match[0] != "\t" and not _needed(line, match.start())
    )


def unseen_characters(line: str) -> list[int]:
    """Where a character stands that these rules refuse, in order."""
    return sorted(at for pattern in (_OVERRIDE, _HIDDEN, _PRIVATE) for at in _at(line, pattern))


def _needed(line: str, at: int) -> bool:
    """Whether a joiner or a direction mark does its own work where it stands."""
    if line[at] in _JOINERS and 0 < at < len(line) - 1:
        return all(_joins(character) for character in (line[at - 1], line[at + 1]))
    return line[at] in _MARKS and any(
        unicodedata.bidirectional(character) in ("R", "AL") for character in line
    )


def _joins(character: str) -> bool:
    script = unicodedata.name(character, "").split(" ")[0]
    return script in (
        "ARABIC",
        "DEVANAGARI",
        "BENGALI",
        "GURMUKHI",
        "GUJARATI",
        "TAMIL",
        "TELUGU",
        "KANNADA",
        "MALAYALAM",
        "SINHALA",
        "SYRIAC",
        "MONGOLIAN",
    ) or (unicodedata.category(character) == "So" or character == "\ufe0f")


RULES = [override_character, hidden_character, private_use_character]
