"""Reads the changelog page: the versions of the edition, each with its date and what changed."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from edition.model.pages.page import Page

CHANGELOG = "about/changelog.md"
_VERSION = re.compile(
    r"^## +(?P<number>\S.*?) · (?P<date>\d{1,2} [A-Z][a-z]+ \d{4})[ \t]*$"
    r"(?P<text>(?s:.*?))(?=^## |\Z)",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Version:
    """A version: its number (`1.2.0`), its date in ISO 8601, what changed in Markdown."""

    number: str
    date: str
    text: str

    @property
    def anchor(self) -> str:
        """The version's id in the list of all versions."""
        return f"v{self.number}"


def versions_of(pages: Iterable[Page]) -> list[Version]:
    """The versions of the changelog in its order, which is newest first.

    A version is a heading `## 1.2.0 · 9 April 2025` and what follows; one without a date of the
    calendar is left out.
    """
    body = next((page.body for page in pages if page.path == CHANGELOG), "")
    found = []
    for match in _VERSION.finditer(body):
        try:
            date = datetime.strptime(match["date"], "%d %B %Y")
        except ValueError:
            continue
        found.append(Version(match["number"], f"{date:%Y-%m-%d}", match["text"].strip()))
    return found
