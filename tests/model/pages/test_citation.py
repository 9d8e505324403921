"""In: what stands in a bracket. Out: the parts that the model reads in it."""

from __future__ import annotations

import pytest

from edition.model.pages.citation import (
    Citation,
    Part,
    is_cross_reference,
    parse_block,
    parse_in_text,
)
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
        ("a; @b", [Part("b", prefix="a;")]),
        ("S; @a; i.e., *D*; @b", [Part("a", "S;"), Part("b", "i.e., *D*;")]),
        ("-@a", [Part("a", is_hidden=True)]),
        ("see -@a, p. 4", [Part("a", "see", "p. 4", is_hidden=True)]),
        ("@{any key, at all}, p. 3", [Part("any key, at all", suffix="p. 3")]),
        ("@a p. 3", [Part("a", suffix="p. 3")]),
        ("@müller2001sea", [Part("müller2001sea")]),
        ("@a,@b, @c @d", [Part("a"), Part("b"), Part("c"), Part("d")]),
        ("e.g. @a versus @b, p. 4", [Part("a", "e.g."), Part("b", "versus", "p. 4")]),
        ("@a: 19", [Part("a", suffix="19")]),
        ("@url:https://a.example/b/", [Part("url:https://a.example/b/")]),
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
        "no key",
    ],
)
def test_what_is_no_citation_is_left_alone(inside: str) -> None:
    assert parse_block(inside) is None


@pytest.mark.parametrize(
    ("text", "cited", "parts"),
    [
        ("@a says", "@a", [Part("a", is_named=True)]),
        ("@a.", "@a", [Part("a", is_named=True)]),
        ("@a---which", "@a", [Part("a", is_named=True)]),
        ("@doi:10.1/x_y: so", "@doi:10.1/x_y", [Part("doi:10.1/x_y", is_named=True)]),
        ("@a [p. 3] adds", "@a [p. 3]", [Part("a", suffix="p. 3", is_named=True)]),
        ("@a [p. 3; @b]", "@a [p. 3; @b]", [Part("a", suffix="p. 3", is_named=True), Part("b")]),
        ("@a [@b]", "@a", [Part("a", is_named=True)]),
        ("@a [there](b.md)", "@a", [Part("a", is_named=True)]),
        ("-@a, in", "-@a", [Part("a", is_hidden=True)]),
        ("@{a b}'s", "@{a b}", [Part("a b", is_named=True)]),
        ("@_a_", "", []),
        ("a@b.example", "", []),
    ],
)
def test_a_citation_in_running_text(text: str, cited: str, parts: list[Part]) -> None:
    assert parse_in_text(text) == (parts, len(cited))


@pytest.mark.parametrize("key", ["fig:x", "tbl:a", "eq:1", "sec:two", "fig-map"])
def test_a_cross_reference_is_told_from_a_work(key: str) -> None:
    assert is_cross_reference(key)
    assert not is_cross_reference("figaro1784day")


def test_the_anchor_is_the_printed_number() -> None:
    place = Location("docs/a.md", 1)
    assert Citation("a", place, "a.md", 0, number=7).anchor == "cite-7"
    assert Citation("a", place, "a.md", 0).anchor == ""
