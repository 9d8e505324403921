"""redirects.yml: where published addresses have moved."""

from __future__ import annotations

from dataclasses import dataclass, field

from edition.model.files.records import Record
from edition.problem import Location

FILE = "redirects.yml"


@dataclass(frozen=True)
class Redirect:
    """An old and a new address below the site's root, of a page or a place in it (`old/#p1`)."""

    source: str = field(metadata={"name": "from"})
    target: str = field(metadata={"name": "to"})
    record: Record

    @property
    def location(self) -> Location:
        return self.record.location
