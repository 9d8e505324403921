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
    ("text", "expected"),
    [
        (
            "![Lamp](lamp.png)\n\n![Oil](../oil.png)\n\n![Oil](../oil.png)",
            "docs/about.md:12: missing-image: the image 'lamp.png' is not there, nor 1 more. Put the file into docs/, or correct the path.",
        ),
        ("![Lamp](https://lamps.example/lamp.png)", ""),
    ],
)
def test_missing_image(problems_in_text, text, expected) -> None:
    assert problems_in_text("missing-image", text) == expected


def test_an_image_that_browsers_do_not_show(problems) -> None:
    text = ("docs/about.md", "## Citing", "![Lamp](lamp.pdf)\n\n## Citing")
    assert problems("missing-image", text, ("docs/lamp.pdf", "", "%PDF")) == (
        "docs/about.md:12: missing-image: browsers do not show the image 'lamp.pdf'. Save it as SVG or PNG."
    )
