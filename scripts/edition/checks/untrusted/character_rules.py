"""Rules for the characters in source files.

See Unicode Technical Report 36, Technical Standard 39, and "Trojan Source" (2021).
"""

from __future__ import annotations

import re
import unicodedata

from edition.checks.source_files import source_texts
from edition.model import Edition
from edition.problem import Location, Problems

_OVERRIDE = re.compile("[\u202a-\u202e\u2066-\u2069]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028\u2029\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff0-\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
_JOINERS, _DIRECTION_MARKS = "\u200c\u200d", "\u200e\u200f\u061c"
# Scripts in which a joiner between two letters changes their shape.
_JOINING_SCRIPTS = (
    "ARABIC DEVANAGARI BENGALI GURMUKHI GUJARATI TAMIL TELUGU "
    "KANNADA MALAYALAM SINHALA SYRIAC MONGOLIAN"
).split()


def override_character(edition: Edition) -> Problems:
    """No character turns the direction of the text around it (U+202A to U+202E, U+2066 to U+2069).

    With them a line reads otherwise than it is. Text in Arabic letters needs none; in a page it may
    be written as `<span lang="ur" dir="rtl">…</span>`.
    """
    yield from _found(edition, _OVERRIDE, "turns the direction of the text")


def hidden_character(edition: Edition) -> Problems:
    """No character is invisible, such as zero-width spaces, soft hyphens and control characters.

    They make two words differ that look the same, and can carry text that nobody sees. Joiners
    between letters of Arabic or Indian scripts, and between emoji, are needed there and allowed; so
    are direction marks in a line of such letters.
    """
    yield from _found(edition, _HIDDEN, "is invisible")


def private_use_character(edition: Edition) -> Problems:
    """No character is of the private use areas: each font shows another sign for it, or none.

    They come from copied PDFs. The edition itself uses some of them while it reads a page.
    """
    means = "means something else in each font"
    yield from _found(edition, _PRIVATE, means)


def _found(edition: Edition, pattern: re.Pattern[str], reason: str) -> Problems:
    for path, text in source_texts(edition):
        if not pattern.search(text):
            continue
        for number, line in enumerate(text.split("\n"), start=1):
            for at in _positions(line, pattern):
                name = unicodedata.name(line[at], "unnamed").lower()
                yield (
                    Location(path, number),
                    f"U+{ord(line[at]):04X} '{name}' in column {at + 1} {reason}.",
                    "Delete it, or type the words around it again.",
                )


def unseen_characters(line: str) -> list[int]:
    """The positions of the characters that these rules refuse, in order."""
    patterns = (_OVERRIDE, _HIDDEN, _PRIVATE)
    return sorted(at for pattern in patterns for at in _positions(line, pattern))


def _positions(line: str, pattern: re.Pattern[str]) -> list[int]:
    starts = [match.start() for match in pattern.finditer(line)]
    return [at for at in starts if not _is_needed(line, at)]


def _is_needed(line: str, at: int) -> bool:
    """Whether a joiner or a direction mark has an effect where it is."""
    if line[at] in _DIRECTION_MARKS:
        return any(unicodedata.bidirectional(character) in ("R", "AL") for character in line)
    beside = (line[at - 1 : at] or " ", line[at + 1 : at + 2] or " ")
    return line[at] in _JOINERS and all(map(_can_be_joined, beside))


def _can_be_joined(character: str) -> bool:
    """Whether it is a letter of a joining script, an emoji, or the sign that makes an emoji."""
    script = unicodedata.name(character, "").split(" ")[0]
    is_emoji = unicodedata.category(character) == "So" or character == "\ufe0f"
    return is_emoji or script in _JOINING_SCRIPTS
