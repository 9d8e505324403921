"""A link of a page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A link as written: where it leads, its words, and the id of the paragraph it stands in."""

    target: str
    text: str
    paragraph: str
