"""The exact messages of the rules for characters."""

from __future__ import annotations

import pytest


def test_override_character(problems_in_text) -> None:
    assert problems_in_text("override-character", "A \u202elamp\u202c here.") == (
        "docs/about.md:12: override-character: U+202C 'pop directional formatting' in column 8 turns the direction of the text. Delete it, or type the words around it again.\n"
        "docs/about.md:12: override-character: U+202E 'right-to-left override' in column 3 turns the direction of the text. Delete it, or type the words around it again."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A la\u200bmp here.",
            "docs/about.md:12: hidden-character: U+200B 'zero width space' in column 5 is invisible. Delete it, or type the words around it again.",
        ),
        (
            "A lamp\U000e0041.",
            "docs/about.md:12: hidden-character: U+E0041 'tag latin capital letter a' in column 7 is invisible. Delete it, or type the words around it again.",
        ),
        ("روشن\u200cی stays, and 👩\u200d🚒 too.", ""),
    ],
)
def test_hidden_character(problems_in_text, text, expected) -> None:
    assert problems_in_text("hidden-character", text) == expected


def test_private_use_character(problems_in_text) -> None:
    assert problems_in_text("private-use-character", "A \ue123 lamp.") == (
        "docs/about.md:12: private-use-character: U+E123 'unnamed' in column 3 means something else in each font. Delete it, or type the words around it again."
    )
