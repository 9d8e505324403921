"""In: a link of a page. Out: a Link: where it leads, its words, and the paragraph it stands in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Link:
    """A link as written in the page: its target and its words."""

    target: str
    text: str
    paragraph: str
