"""A place that the edition's data can name: a page, or a paragraph or another anchor in it."""

from __future__ import annotations

from typing import NamedTuple


class Target(NamedTuple):
    """Where a link leads or a record belongs. In the data it is written `page.md` or `page.md#p1`.

    `page` is a path below docs/. `anchor` is an id in that page; empty for the page as a whole.
    """

    page: str
    anchor: str = ""

    @classmethod
    def parse(cls, written: str) -> Target:
        """The target that is written as `page.md#anchor`."""
        page, _, anchor = written.partition("#")
        return cls(page, anchor)

    def __str__(self) -> str:
        return f"{self.page}#{self.anchor}" if self.anchor else self.page
