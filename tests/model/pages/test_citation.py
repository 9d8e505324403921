"""In: what stands in a bracket. Out: the parts that the model reads in it."""

from __future__ import annotations

import pytest

from edition.model.pages.citation import Citation, Part, parse_block
from edition.problem import Location


@pytest.mark.parametrize(
    ("inside", "parts"),
    [
        ("@brine1919lamps", [Part("brine1919lamps")]),
        (" @a ", [Part("a")]),
        ("@a; @b", [Part("a"), Part("b")]),
        ("@a;@b;@c", [Part("a"), Part("b"), Part("c")]),
        ("@a;\n@b", [Part("a"), Part("b")]),
        ("@a, p. 3", [Part("a", suffix="p. 3")]),
        ("@a,\npp.\n 3, 5", [Part("a", suffix="pp. 3, 5")]),
        ("see @a", [Part("a", prefix="see")]),
        (
            "see also @a, p. iii; but cf. @b",
            [Part("a", "see also", "p. iii"), Part("b", "but cf.")],
        ),
        ("@ref1.a", [Part("ref1.a")]),
        ("@doi:10.1/x", [Part("doi:10.1/x")]),
        ("@Brine1919Lamps", [Part("Brine1919Lamps")]),
        ("@a_b-c", [Part("a_b-c")]),
        ("@1919", [Part("1919")]),
    ],
)
def test_a_citation_is_read_in_parts(inside: str, parts: list[Part]) -> None:
    assert parse_block(inside) == parts


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "@",
        "lamps@orrin.example",
        "write to lamps@orrin.example",
        "mailto:a@b.example",
        "@a; b",
        "@a;",
        "@a @b",
        "a; @b",
        "no key",
    ],
)
def test_what_is_no_citation_is_left_alone(inside: str) -> None:
    assert parse_block(inside) is None


def test_the_anchor_is_the_printed_number() -> None:
    place = Location("docs/a.md", 1)
    assert Citation("a", place, "a.md", 0, 4, number=7).anchor == "cite-7"
    assert Citation("a", place, "a.md", 0, 4).anchor == ""
