"""A link or an image of a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A link as written: where it leads, its words, and the id of the paragraph it stands in.

    For an image: its file, and its description.
    """

    target: str
    text: str
    paragraph: str
