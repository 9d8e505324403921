"""The exact messages of the rules for links within the edition."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "See [oil](towers/oils.md).",
            "docs/about.md:12: missing-page: 'towers/oils.md' leads to no page or file of the edition. Did you mean '/towers/oil.md'?",
        ),
        (
            "![Oil](oil.png)",
            "docs/about.md:12: missing-page: 'oil.png' leads to no page or file of the edition. Correct the path.",
        ),
        (
            "[oil](www.oil.example)",
            "docs/about.md:12: missing-page: 'www.oil.example' leads to no page or file of the edition. Write 'https://www.oil.example'.",
        ),
        (
            'See <a href="../towers/oils/">oil</a>.',
            "docs/about.md:12: missing-page: '../towers/oils/' leads to no page or file of the edition. Did you mean '/towers/oil.md'?",
        ),
    ],
)
def test_missing_page(problems_in_text, text, expected) -> None:
    assert problems_in_text("missing-page", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "See [oil](towers/oil.md#p9).",
            "docs/about.md:12: missing-anchor: 'towers/oil.md#p9' names the id 'p9', which is not in towers/oil.md. Correct the id.",
        ),
        (
            'See <a href="../keepers/watches/#p9">watches</a>.',
            "docs/about.md:12: missing-anchor: '../keepers/watches/#p9' names the id 'p9', which is not in keepers/watches.md. Correct the id.",
        ),
    ],
)
def test_missing_anchor(problems_in_text, text, expected) -> None:
    assert problems_in_text("missing-anchor", text) == expected


@pytest.mark.parametrize(
    ("content", "is_shown"),
    [
        (b"\x89PNG\r\n\x1a\nx", False),
        (b"%PDF-1.4", False),
        (b"", False),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', False),
        (
            b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><image href="a.png"/></svg>',
            False,
        ),
        (b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0,9,9"/>', True),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="9px" height="0.5"/>', True),
    ],
)
def test_unreadable_picture(problems, content: bytes, is_shown: bool) -> None:
    page = ("docs/about.md", "## Citing", "![Oil](oil.png)\n\n## Citing")
    said = "docs/about.md:12: unreadable-picture: 'oil.png' cannot be shown as a picture. Save it as PNG, JPEG or SVG."
    found = problems("unreadable-picture", ("docs/oil.png", "", content), page)
    assert found == ("" if is_shown else said)
