"""Rules against the same work listed twice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass

from edition.checks.addresses import split_address
from edition.model import Edition, Reference
from edition.problem import Problems

ALIKE = 92
"""Percent by which two titles, and two authors, must be alike to be taken for the same."""
RAREST_WORDS = 3
"""Works are compared if they share one of so many words of each."""
NEIGHBORS = 12
"""Where many works share a word, each is compared with so many that follow it by title."""
_HINT = "Keep one entry, or connect the two by `related`."


def same_address(edition: Edition) -> Problems:
    """Two entries do not have the same address.

    Addresses that differ only in `http`, `www.`, the last slash or the fragment are the same. The
    entries are one work under two keys: keep one, with the numbers of both in its keywords, or
    connect the two by `related`.
    """
    first: dict[str, Reference] = {}
    for reference in edition.bibliography.entries:
        address = _normal_address(reference.url)
        other = first.setdefault(address, reference)
        if address and _are_two_works(reference, other):
            yield (
                reference.line_of("url"),
                f"'{reference.key}' has the address of '{other.key}' ({other.location}).",
                _HINT,
            )


def _normal_address(address: str) -> str:
    """An address without what does not tell pages apart; its path keeps its case."""
    parts = split_address(address.strip())
    host = (parts.hostname or "").removeprefix("www.")
    query = "&".join(sorted(filter(None, parts.query.split("&"))))
    return f"{host}{parts.path.rstrip('/')}?{query}" if host else ""


def same_work(edition: Edition) -> Problems:
    """Two entries do not have nearly the same title and author in the same year.

    Works whose titles differ in a number, such as `II`, are two. Others are probably one: keep one
    entry, or connect the two by `related`.
    """
    works = [_Work.of(reference) for reference in edition.bibliography.entries]
    for first, second in sorted(_candidates(works)):
        one, other = works[first].reference, works[second].reference
        if _are_two_works(one, other) and works[first].is_like(works[second]):
            known = f"'{one.key}' ({one.location})"
            yield (
                other.location,
                f"'{other.key}' looks like {known}: '{other.title[:60]}'.",
                _HINT,
            )


@dataclass
class _Work:
    """What of an entry is compared, without case, order of words and articles."""

    reference: Reference
    title: str
    author: str
    numbers: list[str]
    year: str

    @classmethod
    def of(cls, reference: Reference) -> _Work:
        title = _normal_words(reference.title)
        return cls(
            reference=reference,
            title=title,
            author=_normal_words(reference.text("author") or reference.text("editor")),
            numbers=sorted(re.findall(r"\d+|\b[ivxlc]+\b", title)),
            year=reference.date[:4],
        )

    def is_like(self, other: _Work) -> bool:
        """Whether the two are probably the same work. What is unknown of one is not compared."""
        if self.numbers != other.numbers or not self.title:
            return False
        if self.year and other.year and self.year != other.year:
            return False
        from rapidfuzz import fuzz  # a lazy import: few works have so much in common

        if fuzz.ratio(self.title, other.title) < ALIKE:
            return False
        if not self.author or not other.author:
            return True
        return fuzz.token_set_ratio(self.author, other.author) >= ALIKE


def _normal_words(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(sorted(set(re.findall(r"[^\W_]+", plain)) - {"a", "an", "the"}))


def _candidates(works: list[_Work]) -> set[tuple[int, int]]:
    """The pairs worth comparing, as indexes: works that share one of their rarest words.

    Comparing each with each would take time that grows with the square of the list. Where many
    share a word, only neighbors by title are compared.
    """
    frequency = Counter(word for work in works for word in work.title.split())
    sharing: dict[str, list[int]] = defaultdict(list)
    for index, work in enumerate(works):
        by_rarity = sorted(work.title.split(), key=lambda word: (frequency[word], word))
        for word in by_rarity[:RAREST_WORDS]:
            sharing[word].append(index)
    pairs = set()
    for indexes in sharing.values():
        indexes.sort(key=lambda index: (works[index].title, index))
        for at, one in enumerate(indexes):
            for other in indexes[at + 1 : at + 1 + NEIGHBORS]:
                pairs.add((min(one, other), max(one, other)))
    return pairs


def _are_two_works(one: Reference, other: Reference) -> bool:
    """Whether two entries have different keys and no `related` connects them."""
    related = other.key in one.keys_in("related") or one.key in other.keys_in("related")
    return one.key != other.key and not related
