"""The exact messages of the rules for citations."""

from __future__ import annotations

import pytest

STONE = "docs/towers/stone.md"


def test_undefined_citation(problems) -> None:
    assert problems(
        "undefined-citation", (STONE, "orders.[@brine1919lamps]", "orders.[@brine1919lamp]")
    ) == (
        "docs/towers/stone.md:10: undefined-citation: '@brine1919lamp' is not in bib/. Did you mean '@brine1919lamps'?"
    )
    assert problems(
        "undefined-citation", (STONE, "orders.[@brine1919lamps]", "orders.[@Brine1919Lamps]")
    ) == (
        "docs/towers/stone.md:10: undefined-citation: '@Brine1919Lamps' is not in bib/. Did you mean '@brine1919lamps'?"
    )
    assert problems(
        "undefined-citation", (STONE, "orders.[@brine1919lamps]", "orders.[@brine1919lamps.a]")
    ) == (
        "docs/towers/stone.md:10: undefined-citation: '@brine1919lamps.a' is not in bib/. Did you mean '@brine1919lamps'?"
    )
    assert problems("undefined-citation", (STONE, "orders.[@brine1919lamps]", "orders.[@zzz]")) == (
        "docs/towers/stone.md:10: undefined-citation: '@zzz' is not in bib/. Add the entry, or correct the key."
    )


def test_citation_in_heading(problems) -> None:
    assert problems("citation-in-heading", (STONE, "# Stone", "# Stone [@brine1919lamps]")) == (
        "docs/towers/stone.md:8: citation-in-heading: '@brine1919lamps' is cited in a heading. Move the citation into the paragraph below."
    )


def test_broken_citation(problems) -> None:
    assert problems(
        "broken-citation",
        (STONE, "winter.[@vanderholm1987wicks;", "winter.[@vanderholm1987wicks; [x] "),
    ) == (
        "docs/towers/stone.md:13: broken-citation: '[@vanderholm1987wicks; [x]' cannot be read as a citation. Write it like '[@key]', '[@key, p. 3]' or '[@key; @other]'."
    )
    assert problems(
        "broken-citation", (STONE, "date.[@brine1919lamps, p. 12]", "date.[@brine1919lamps")
    ) == (
        "docs/towers/stone.md:10: broken-citation: '[@brine1919lamps' is not closed. Close the bracket: '[@key]'."
    )
    assert problems(
        "broken-citation",
        (STONE, "date.[@brine1919lamps, p. 12]", "date.[@brine1919lamps](oil.md)"),
    ) == (
        "docs/towers/stone.md:10: broken-citation: '[@brine1919lamps]' is followed by an address or a name and is read as a link. Set a space or a word between the two."
    )
    assert problems(
        "broken-citation", (STONE, "date.[@brine1919lamps, p. 12]", "date.[@brine1919lamps; p. 12]")
    ) == (
        "docs/towers/stone.md:10: broken-citation: '[@brine1919lamps; p. 12]' cannot be read as a citation. Write it like '[@key]', '[@key, p. 3]' or '[@key; @other]'."
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "<div>As @brine1919lamps says.</div>",
            "'@brine1919lamps' stands in HTML, where no citation is read. Write `markdown` into the tag around it, as in '<div markdown>'.",
        ),
        (
            "<div>So [@brine1919lamps, p. 3].</div>",
            "'[@brine1919lamps, p. 3]' stands in HTML, where no citation is read. Write `markdown` into the tag around it, as in '<div markdown>'.",
        ),
        (
            "[see @brine1919lamps](about.md)",
            "'[see @brine1919lamps]' is followed by an address or a name and is read as a link. Set a space or a word between the two.",
        ),
        ("[the harbor @someone](about.md)", ""),
    ],
)
def test_a_citation_where_none_is_read(problems_in_text, text: str, said: str) -> None:
    expected = f"docs/about.md:12: broken-citation: {said}" if said else ""
    assert problems_in_text("broken-citation", text) == expected


def test_a_long_caption_with_citations_is_no_broken_citation(problems_in_text) -> None:
    caption = "(a) The tower. " * 40 + "As in @brine1919lamps, p. 3."
    assert problems_in_text("broken-citation", f"![{caption}](tower.svg)") == ""
    assert "is not closed" in problems_in_text("broken-citation", f"[{caption}")


def test_citation_without_number(problems) -> None:
    assert problems(
        "citation-without-number",
        (STONE, "winter.[@vanderholm1987wicks;", "winter.[@veyra2003oil] [@vanderholm1987wicks;"),
    ) == (
        "docs/towers/stone.md:13: citation-without-number: '@veyra2003oil' in paragraph 'p2' of towers/stone.md has no row in the concordance. Add the row, or cite what the paper does not cite in an editorial note."
    )


def test_number_order(problems) -> None:
    assert problems(
        "number-order",
        (
            STONE,
            "orders.[@brine1919lamps] Its keeper, a Mr. Sund, had no rules to follow until 1911.[@board1911rules]",
            "orders.[@board1911rules] Its keeper, a Mr. Sund, had no rules to follow until 1911.[@brine1919lamps]",
        ),
    ) == (
        "docs/towers/stone.md:10: number-order: [1] '@brine1919lamps' comes after [2]. Move the sentence, or correct the concordance."
    )


def test_number_missing(problems) -> None:
    assert problems("number-missing", (STONE, "1911.[@board1911rules]", "1911.")) == (
        "docs/data/concordance.yml:3: number-missing: [2] '@board1911rules' is not cited in paragraph 1 of towers/stone.md. Write '[@board1911rules]' there, or correct the row."
    )
