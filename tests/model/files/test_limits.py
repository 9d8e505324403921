"""In:

Markdown at the edge of what is parsed. Out: nothing on this side of it; beyond it the offset, what
is wrong and the hint.
"""

from __future__ import annotations

import pytest

from edition.model.files.limits import (
    MOST_CHARACTERS,
    MOST_IN_PARAGRAPH,
    MOST_LINES,
    MOST_OPEN,
    MOST_TAGS,
    over_limit,
)

SENTENCES = "The lamp was lit. " * 1000 + "\n\n"


@pytest.mark.parametrize(
    ("within", "more", "at", "said"),
    [
        (
            (SENTENCES * 20)[: MOST_CHARACTERS - 1],
            "xx",
            0,
            "the text is longer than 262,144 characters.",
        ),
        ("\n" * MOST_LINES, "\n", 0, "the text has more than 5,000 lines."),
        (
            "a\n\n" + "x" * MOST_IN_PARAGRAPH,
            "x",
            3,
            "a paragraph, list or table is longer than 50,000 characters.",
        ),
        (
            "[" * MOST_OPEN,
            "[",
            MOST_OPEN,
            "more than 20 brackets are open at once in one paragraph.",
        ),
        (
            "(" * MOST_OPEN,
            "(",
            MOST_OPEN,
            "more than 20 brackets are open at once in one paragraph.",
        ),
        (
            "))" + "(" * MOST_OPEN,
            "(",
            MOST_OPEN + 2,
            "more than 20 brackets are open at once in one paragraph.",
        ),
        ("<b>" * MOST_TAGS, "<b>", 3 * MOST_TAGS, "the text holds more than 500 tags of HTML."),
    ],
    ids=["text", "lines", "paragraph", "square", "round", "closed-before", "tags"],
)
def test_the_bounds(within, more, at, said):
    assert over_limit(within) is None
    assert over_limit(within + more)[:2] == (at, said)


@pytest.mark.parametrize(
    "text", ["[a](b) " * 1000, "[\n\n" * 1000, "a) b] " * 1000, "a < b " * 1000]
)
def test_what_is_closed_or_ends_with_its_paragraph_is_no_matter(text):
    assert over_limit(text) is None
