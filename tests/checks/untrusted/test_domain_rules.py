"""The exact messages of the rules for domains."""

from __future__ import annotations


def test_lookalike_domain(problems_in_text, problems_of) -> None:
    assert problems_in_text("lookalike-domain", "[x](https://аpple.example/)") == (
        "docs/about.md:12: lookalike-domain: 'аpple.example' mixes Cyrillic and Latin letters in 'аpple'. Type the address again from the publisher's own page, or take it out."
    )
    assert problems_in_text("lookalike-domain", "[x](https://xn--pple-43d.example/)") == (
        "docs/about.md:12: lookalike-domain: 'xn--pple-43d.example' mixes Cyrillic and Latin letters in 'аpple'. Type the address again from the publisher's own page, or take it out."
    )
    assert problems_in_text("lookalike-domain", "[x](https://例子.example/)") == ""
    assert problems_of("lookalike-domain", url="https://ѕаре.example/lamps") == (
        "5: lookalike-domain: 'ѕаре.example' has the part 'ѕаре' in Cyrillic letters that look like Latin ones. Type the address again from the publisher's own page, or take it out."
    )


def test_misleading_link(problems_in_text) -> None:
    assert problems_in_text(
        "misleading-link", "[https://bank.example](https://thief.example/)"
    ) == (
        "docs/about.md:12: misleading-link: the link says 'bank.example' and leads to 'thief.example'. Let both name the same."
    )
