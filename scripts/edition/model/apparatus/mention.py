"""In: names or terms and the paragraphs. Out: every Mention: which words of which paragraph name what."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from edition.model.apparatus.name import Name, Term
from edition.model.pages.page import Page, Paragraph, straight
from edition.model.pages.target import Target


@dataclass(frozen=True)
class Mention:
    """The characters `start` to `end` of a paragraph's text, and the ids of what they may name (one, unless unclear)."""

    paragraph: Paragraph
    start: int
    end: int
    form: str
    ids: tuple[str, ...]

    @property
    def sentence(self) -> str:
        return self.paragraph.sentence_around(self.start)

    @property
    def target(self) -> Target:
        """The paragraph that holds it."""
        return self.paragraph.target


class Finder:
    """Finds forms as whole words, the longest first, so that `Xinjiang University` is not also `Xinjiang`."""

    def __init__(self, entries: Iterable[Name | Term]) -> None:
        self._ids: dict[str, list[str]] = defaultdict(list)
        self._only: dict[tuple[str, str], frozenset[Target]] = {}
        for entry in entries:
            for form in filter(None, entry.all_forms):
                self._ids[straight(form)].append(entry.id)
            for form, places in getattr(entry, "only", ()):
                self._only[entry.id, straight(form)] = places
        forms = sorted(self._ids, key=len, reverse=True)
        self._pattern = (
            re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, forms)) + r")(?!\w)")
            if forms
            else None
        )

    def mentions(self, paragraph: Paragraph) -> list[Mention]:
        """The mentions in a paragraph, in order."""
        if not self._pattern:
            return []
        found = []
        for match in self._pattern.finditer(straight(paragraph.text)):
            ids = self._meant(match[0], paragraph.target)
            if ids:
                found.append(Mention(paragraph, match.start(), match.end(), match[0], ids))
        return found

    def _meant(self, form: str, target: Target) -> tuple[str, ...]:
        ids = self._ids[form]
        told = [id for id in ids if target in self._only.get((id, form), ())]
        return tuple(told or [id for id in ids if (id, form) not in self._only])


def find_mentions(entries: Iterable[Name | Term], pages: Iterable[Page]) -> list[Mention]:
    """Every mention on every page, in reading order."""
    finder = Finder(entries)
    return [
        mention
        for page in pages
        for paragraph in page.paragraphs
        for mention in finder.mentions(paragraph)
    ]
