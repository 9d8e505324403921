"""Finds where the paragraphs mention names and terms."""

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
    """Characters `start` to `end` of a paragraph's text, and the ids of what they may name.

    There is one id, unless the form belongs to several names and nothing says which is meant.
    """

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
    """Finds forms as whole words, the longest first: `Stone Tower` is not also `Stone`."""

    def __init__(self, entries: Iterable[Name | Term]) -> None:
        self._ids: dict[str, list[str]] = defaultdict(list)
        """The ids of the entries by each of their forms."""
        self._only: dict[tuple[str, str], frozenset[Target]] = {}
        """The paragraphs in which a form means an entry, by its id and the form."""
        for entry in entries:
            for form in filter(None, entry.all_forms):
                self._ids[straight(form)].append(entry.id)
            if isinstance(entry, Name):
                for form, targets in entry.only:
                    self._only[entry.id, straight(form)] = targets
        forms = map(re.escape, sorted(self._ids, key=len, reverse=True))
        self._pattern = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")

    def mentions(self, paragraph: Paragraph) -> list[Mention]:
        """The mentions in a paragraph, in order."""
        if not self._ids:
            return []
        found = []
        for match in self._pattern.finditer(straight(paragraph.text)):
            ids = self._meant(match[0], paragraph.target)
            if ids:
                start, end = match.span()
                found.append(Mention(paragraph, start=start, end=end, form=match[0], ids=ids))
        return found

    def _meant(self, form: str, target: Target) -> tuple[str, ...]:
        """The ids for which the paragraph is listed; without any, those that list no paragraphs."""
        ids = self._ids[form]
        listed = [id for id in ids if target in self._only.get((id, form), ())]
        return tuple(listed or [id for id in ids if (id, form) not in self._only])


def find_mentions(entries: Iterable[Name | Term], pages: Iterable[Page]) -> list[Mention]:
    """Every mention on every page, in reading order."""
    finder = Finder(entries)
    found: list[Mention] = []
    for page in pages:
        for paragraph in page.paragraphs:
            found += finder.mentions(paragraph)
    return found
