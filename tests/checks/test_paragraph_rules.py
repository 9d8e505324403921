"""The exact messages of the rules for the ids of paragraphs."""

from __future__ import annotations

WATCHES = "docs/keepers/watches.md"


def test_paragraph_without_id(problems) -> None:
    assert problems("paragraph-without-id", (WATCHES, "{: #p2 }\n", "")) == (
        "docs/keepers/watches.md:16: paragraph-without-id: the paragraph 'Visitors from the south praised the ligh…' has no id. Add a line `{: #p2 }` with the paper's number below it."
    )


def test_a_page_without_any_id_is_told_once(problems) -> None:
    changes = [(WATCHES, f"{{: #p{number} }}\n", "") for number in ("1a", "1b", "2")]
    assert problems("paragraph-without-id", *changes) == (
        "docs/keepers/watches.md:10: paragraph-without-id: none of the 3 paragraphs has an id. Add a line `{: #p1 }` below the first, `{: #p2 }` below the second, and so on."
    )


def test_bad_paragraph_id(problems) -> None:
    assert problems("bad-paragraph-id", (WATCHES, "#p2 ", "#p02 ")) == (
        "docs/keepers/watches.md:17: bad-paragraph-id: 'p02' is not the id of a paragraph. Write it like 'p3' or 'p1b'."
    )


def test_duplicate_id(problems) -> None:
    assert problems("duplicate-id", (WATCHES, "#p1b", "#p1a")) == (
        "docs/keepers/watches.md:14: duplicate-id: the id 'p1a' is used 2 times in this page. Give each its own."
    )


def test_paragraph_order(problems) -> None:
    assert problems("paragraph-order", (WATCHES, "#p2 ", "#p4 ")) == (
        "docs/keepers/watches.md:17: paragraph-order: 'p4' comes after 'p1b'. Expected 'p1c' or 'p2'."
    )
