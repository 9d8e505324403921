"""Whether an image can be shown follows from its bytes."""

from __future__ import annotations

import pytest


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
def test_unreadable_image(problems, content, is_shown):
    page = ("docs/about.md", "## Citing", "![Oil](oil.png)\n\n## Citing")
    said = "docs/about.md:12: unreadable-image: the image 'oil.png' cannot be shown. Save it as PNG, JPEG or SVG."
    assert problems("unreadable-image", ("docs/oil.png", "", content), page) == (
        "" if is_shown else said
    )
