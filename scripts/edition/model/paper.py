"""In: docs/data/paper.yml. Out: what is known of the paper itself and of this edition of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from edition.model.apparatus.event import Moment
from edition.model.files.yaml import Record, read_yaml
from edition.problem import Location, Problem

FILE = "paper.yml"


@dataclass(frozen=True)
class Author:
    """A person or body that wrote the paper or made the edition."""

    family: str
    given: str = ""
    affiliation: str = ""
    role: str = ""

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()


@dataclass
class Paper:
    """Title, authors, year, keywords and language (a BCP 47 tag) of the paper; title, version, date and licenses of the edition."""

    title: str = ""
    authors: list[Author] = field(default_factory=list)
    year: str = ""
    keywords: list[str] = field(default_factory=list)
    edition: dict[str, Any] = field(default_factory=dict)
    location: Location = field(default_factory=lambda: Location(FILE))
    language: str = ""
    record: Record = field(default_factory=Record)

    @property
    def seconds(self) -> int | None:
        """The day of the edition, in seconds since 1970; None where it has no date."""
        parts = Moment(str(self.edition.get("date") or "")).parts
        return int(datetime(*(*parts, 1, 1)[:3], tzinfo=UTC).timestamp()) if parts else None


def _authors(records: Any) -> list[Author]:
    fields = ("family", "given", "affiliation", "role")
    written = records if isinstance(records, list) else []
    return [
        Author(*(str(record.get(name) or "") for name in fields))
        for record in written
        if isinstance(record, dict)
    ]


def _keywords(value: Any) -> list[str]:
    """The keywords, each a text or `language tag: text`."""
    items = value if isinstance(value, list) else []
    return [
        str(word)
        for item in items
        for word in (item.values() if isinstance(item, dict) else [item])
    ]


def read_paper(root: Path, data: str) -> tuple[Paper, list[Problem]]:
    """Read the paper's metadata; what is absent stays empty, and a check says what must not be."""
    path = f"{data}/{FILE}"
    record, problems = read_yaml(root, path)
    if not isinstance(record, Record):
        if not problems:
            problems.append(
                Problem(
                    Location(path),
                    "malformed-data",
                    "the file has no `title:` and no `authors:`.",
                    "See the file of another edition.",
                )
            )
        return Paper(location=Location(path)), problems
    edition = record.get("edition")
    return Paper(
        str(record.get("title") or ""),
        _authors(record.get("authors")),
        str(record.get("year") or ""),
        _keywords(record.get("keywords")),
        edition if isinstance(edition, Record) else {},
        record.location,
        str(record.get("language") or ""),
        record,
    ), problems
