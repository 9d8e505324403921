"""In: HTML of a paragraph and a text. Out: whether each character of the text is found where it stands, as one by one it would be."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.model.pages.alignment import aligned

PIECES = st.lists(
    st.sampled_from(
        [
            "a",
            "b",
            "ab",
            " ",
            "\n ",
            "aab",
            "<i>a b</i>",
            "<a class='citation'>[1]</a>",
            "<b></b>",
            "<i><b>b</b> a</i>",
        ]
    ),
    max_size=9,
)


def one_by_one(element: lxml.html.HtmlElement, text: str) -> list[tuple]:
    found: list[tuple] = []

    def read(within: lxml.html.HtmlElement) -> None:
        pieces = [(within, False, within.text)]
        for child in within:
            if not (child.get("class") or "").startswith("citation"):
                pieces.append((child, None, None))
            pieces.append((child, True, child.tail))
        for holder, tail, piece in pieces:
            if tail is None:
                read(holder)
            for at, character in enumerate(piece or ""):
                if len(found) < len(text) and text[len(found)] == (
                    " " if character.isspace() else character
                ):
                    found.append((holder, tail, at))

    read(element)
    return found if len(found) == len(text) else []


@given(PIECES, st.text(alphabet="ab ", max_size=12))
def test_runs_say_what_going_through_the_characters_says(pieces: list[str], text: str) -> None:
    element = lxml.html.fragment_fromstring(f"<p>{''.join(pieces)}</p>")
    for wanted in (text, " ".join(element.text_content().replace("[1]", "").split())):
        found = aligned(element, wanted)
        expected = one_by_one(element, wanted)
        assert [tuple(found[at]) for at in range(len(found))] == expected
        for start in range(len(expected)):
            for end in range(start + 1, len(expected) + 1):
                assert found.is_whole(start, end) == (
                    len({(holder, tail) for holder, tail, _ in expected[start:end]}) == 1
                )


@pytest.mark.parametrize(("start", "end"), [(-1, 1), (0, 0), (1, 0), (0, 99)])
def test_what_is_not_in_the_text_is_not_whole(start: int, end: int) -> None:
    assert not aligned(lxml.html.fragment_fromstring("<p>One</p>"), "One").is_whole(start, end)
